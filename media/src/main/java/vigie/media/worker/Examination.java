package vigie.media.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vigie.media.examine.Examined;
import vigie.media.examine.Examiner;
import vigie.media.metadata.Metadata;
import vigie.media.video.Clips;
import vigie.media.video.Container;
import vigie.media.video.Ffmpeg;

/// What a worker does with a file: says what it is, reads what it says about itself, decodes it.
final class Examination {
    private static final int HEAD = 1024;

    private final Examiner examiner;
    private final Clips clips;
    private final long largestPicture;
    private final long largestClip;

    Examination(Examiner examiner, Ffmpeg ffmpeg, long largestPicture, long largestClip) {
        this.examiner = examiner;
        this.clips = new Clips(ffmpeg, examiner);
        this.largestPicture = largestPicture;
        this.largestClip = largestClip;
    }

    /// Loads what the first files would load.
    void warmUp() {
        examiner.warmUp();
        Metadata.warmUp();
        clips.warmUp();
    }

    /// What is found in a file, whatever it does: libraries that meet hostile bytes throw what they
    /// like, and the file is then named malformed.
    Examined of(Request.File file) throws IOException {
        byte[] head = file.content().readNBytes(HEAD);
        var container = Container.of(head);
        if (container.isPresent()) {
            return file.size() > largestClip
                    ? tooLarge("clip", largestClip)
                    : examiner.clip(
                            clips.examined(container.get(), head, file.content(), file.size()));
        }
        if (file.size() > largestPicture) {
            return tooLarge("picture", largestPicture);
        }
        byte[] whole = new byte[(int) file.size()];
        System.arraycopy(head, 0, whole, 0, head.length);
        file.content().readNBytes(whole, head.length, whole.length - head.length);
        List<Examined.Property> properties = Metadata.of(whole);
        try {
            return with(examiner.picture(whole), properties);
        } catch (RuntimeException | StackOverflowError failed) {
            return new Examined.Unreadable(
                    Examined.Reason.MALFORMED,
                    "the decoder gave up: " + failed.getClass().getSimpleName(),
                    properties);
        } catch (OutOfMemoryError _) {
            // Perhaps because of what came before: another worker is given this file alone.
            Runtime.getRuntime().halt(Connection.OUT_OF_MEMORY);
            throw new IllegalStateException("halted");
        }
    }

    private static Examined tooLarge(String what, long largest) {
        return new Examined.Unreadable(
                Examined.Reason.TOO_LARGE,
                "a %s of more than %d MB".formatted(what, largest >> 20),
                List.of());
    }

    private static Examined with(Examined examined, List<Examined.Property> more) {
        // What was decoded comes first: what the file says about itself may be cut behind it.
        List<Examined.Property> all = new ArrayList<>(examined.properties());
        all.addAll(more);
        return switch (examined) {
            case Examined.Picture p ->
                    new Examined.Picture(
                            p.format(),
                            p.width(),
                            p.height(),
                            p.orientation(),
                            p.decoder(),
                            p.views(),
                            p.frames(),
                            all);
            case Examined.Clip c ->
                    new Examined.Clip(
                            c.format(),
                            c.width(),
                            c.height(),
                            c.millis(),
                            c.decoder(),
                            c.frames(),
                            all);
            case Examined.Unreadable u -> new Examined.Unreadable(u.reason(), u.why(), all);
        };
    }
}
