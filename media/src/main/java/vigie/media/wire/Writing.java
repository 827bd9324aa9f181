package vigie.media.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vigie.media.examine.Examined;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;

/// Writes what was found in a file as the body of an answer. What exceeds the bounds of [Wire] is
/// left out or cut, so that the parent need not refuse it.
public final class Writing {
    private final DataOutputStream out;

    private Writing(DataOutputStream out) {
        this.out = out;
    }

    /// The body that answers a request.
    public static byte[] answer(long number, Examined examined) {
        var bytes = new ByteArrayOutputStream(512);
        try {
            var out = new DataOutputStream(bytes);
            out.writeLong(number);
            new Writing(out).examined(examined);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    private void examined(Examined examined) throws IOException {
        switch (examined) {
            case Examined.Picture picture -> {
                out.writeByte(1);
                text(picture.format(), Wire.TEXT);
                out.writeInt(picture.width());
                out.writeInt(picture.height());
                out.writeByte(picture.orientation());
                text(picture.decoder(), Wire.TEXT);
                views(first(picture.views(), Wire.VIEWS));
                frames(first(picture.frames(), Wire.FRAMES));
            }
            case Examined.Clip clip -> {
                out.writeByte(2);
                text(clip.format(), Wire.TEXT);
                out.writeInt(clip.width());
                out.writeInt(clip.height());
                out.writeLong(clip.millis());
                text(clip.decoder(), Wire.TEXT);
                frames(first(clip.frames(), Wire.FRAMES));
            }
            case Examined.Unreadable unreadable -> {
                out.writeByte(3);
                text(unreadable.reason().name(), Wire.TEXT);
                text(unreadable.why(), Wire.TEXT);
            }
        }
        List<Examined.Property> properties = first(examined.properties(), Wire.PROPERTIES);
        out.writeShort(properties.size());
        for (Examined.Property property : properties) {
            text(property.group(), Wire.TEXT);
            text(property.name(), Wire.TEXT);
            text(property.value(), Wire.VALUE);
        }
    }

    private void views(List<Examined.View> views) throws IOException {
        out.writeByte(views.size());
        for (Examined.View view : views) {
            text(view.kind().name(), Wire.TEXT);
            hashed(view.hashed());
            out.writeByte(view.turned().size());
            for (PdqHash turned : view.turned()) {
                hash(turned);
            }
        }
    }

    private void frames(List<Examined.Frame> frames) throws IOException {
        out.writeShort(frames.size());
        for (Examined.Frame frame : frames) {
            out.writeInt(frame.number());
            out.writeLong(frame.millis());
            hashed(frame.hashed());
        }
    }

    private void hashed(Hashed hashed) throws IOException {
        hash(hashed.hash());
        out.writeByte(hashed.quality());
    }

    private void hash(PdqHash hash) throws IOException {
        out.writeLong(hash.w0());
        out.writeLong(hash.w1());
        out.writeLong(hash.w2());
        out.writeLong(hash.w3());
    }

    private void text(String text, int longest) throws IOException {
        byte[] bytes = Plain.text(text, longest).getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(all.size(), most));
    }
}
