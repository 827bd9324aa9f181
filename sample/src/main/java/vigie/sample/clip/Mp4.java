package vigie.sample.clip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes JPEG pictures as the one video track of an MP4 file: ISO base media (ISO/IEC 14496-12)
/// with an `mp4v` sample entry (14496-14) whose decoder is JPEG (object type 0x6C of 14496-1).
public final class Mp4 {
    private static final int SCALE = 1000;

    private Mp4() {}

    /// The file.
    ///
    /// @param frames JPEG pictures of `width` by `height`
    /// @param perSecond how many are shown in a second
    public static byte[] of(List<byte[]> frames, int width, int height, int perSecond) {
        byte[] type =
                box("ftyp", ascii("isom"), ints(512), ascii("isom"), ascii("iso2"), ascii("mp41"));
        int first = type.length + 8;
        byte[] data = box("mdat", frames.toArray(byte[][]::new));
        int ticks = SCALE / perSecond;
        return join(type, data, movie(frames, width, height, ticks, first));
    }

    private static byte[] movie(List<byte[]> frames, int width, int height, int ticks, int first) {
        int duration = ticks * frames.size();
        byte[] header =
                box(
                        "mvhd",
                        ints(0, 0, 0, SCALE, duration, 0x00010000, 0x01000000, 0, 0),
                        matrix(),
                        ints(0, 0, 0, 0, 0, 0, 2));
        byte[] track =
                box(
                        "tkhd",
                        ints(3, 0, 0, 1, 0, duration, 0, 0, 0, 0),
                        matrix(),
                        ints(width << 16, height << 16));
        byte[] media = box("mdhd", ints(0, 0, 0, SCALE, duration, 0x55C40000));
        byte[] handler =
                box("hdlr", ints(0, 0), ascii("vide"), ints(0, 0, 0), ascii("Video"), bytes(0));
        byte[] where = box("dinf", box("dref", ints(0, 1), box("url ", ints(1))));
        byte[] info =
                box(
                        "minf",
                        box("vmhd", ints(1, 0, 0)),
                        where,
                        table(frames, width, height, ticks, first));
        return box("moov", header, box("trak", track, box("mdia", media, handler, info)));
    }

    private static byte[] table(List<byte[]> frames, int width, int height, int ticks, int first) {
        int count = frames.size();
        ByteBuffer sizes = ByteBuffer.allocate(12 + 4 * count).putInt(0).putInt(0).putInt(count);
        frames.forEach(frame -> sizes.putInt(frame.length));
        return box(
                "stbl",
                box("stsd", ints(0, 1), entry(width, height)),
                box("stts", ints(0, 1, count, ticks)),
                box("stsc", ints(0, 1, 1, count, 1)),
                box("stsz", sizes.array()),
                box("stco", ints(0, 1, first)));
    }

    private static byte[] entry(int width, int height) {
        ByteBuffer fields = ByteBuffer.allocate(78);
        fields.position(6);
        fields.putShort((short) 1);
        fields.position(24);
        fields.putShort((short) width).putShort((short) height);
        fields.putInt(0x00480000).putInt(0x00480000).putInt(0).putShort((short) 1);
        fields.position(74);
        fields.putShort((short) 24).putShort((short) -1);
        byte[] decoder = join(bytes(0x04, 13, 0x6C, 0x11, 0, 0, 0), ints(0, 0));
        byte[] stream = join(ints(0), bytes(0x03, 21, 0, 1, 0), decoder, bytes(0x06, 1, 0x02));
        return box("mp4v", fields.array(), box("esds", stream));
    }

    private static byte[] matrix() {
        return ints(0x00010000, 0, 0, 0, 0x00010000, 0, 0, 0, 0x40000000);
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] body = join(parts);
        return join(ints(body.length + 8), ascii(type), body);
    }

    private static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 4);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
