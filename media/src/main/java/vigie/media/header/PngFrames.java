package vigie.media.header;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// The frames of a moving PNG file (APNG), found by walking its chunks; none is unpacked.
public final class PngFrames {
    private static final int SIGNATURE = 8;
    private static final int LENGTH_OF_HEADER = 13;

    private final byte[] file;
    private final Bytes bytes;
    private final List<Chunk> before = new ArrayList<>();
    private final List<MovingFrame> frames = new ArrayList<>();
    private final List<List<Chunk>> data = new ArrayList<>();
    private int claimed;

    /// A chunk, by where its content starts.
    private record Chunk(String type, int start, int length) {}

    private PngFrames(byte[] file) {
        this.file = file;
        this.bytes = new Bytes(file, true);
    }

    /// The frames that are there and lie within the picture, up to where the file ends or breaks.
    ///
    /// @param most how many are listed at most
    public static PngFrames of(byte[] file, int most) {
        var found = new PngFrames(file);
        found.walk(most);
        return found;
    }

    /// How many frames the file claims; 0 where it does not move.
    public int claimed() {
        return claimed;
    }

    /// Pixels across the whole picture.
    public int width() {
        return (int) bytes.u32(SIGNATURE + 8);
    }

    /// Pixels down the whole picture.
    public int height() {
        return (int) bytes.u32(SIGNATURE + 12);
    }

    /// Where they lie.
    public List<MovingFrame> frames() {
        return List.copyOf(frames);
    }

    private void walk(int most) {
        long at = SIGNATURE;
        while (at + 12 <= file.length) {
            long length = bytes.u32(at);
            if (at + 12 + length > file.length) {
                break;
            }
            String type = new String(file, (int) at + 4, 4, StandardCharsets.ISO_8859_1);
            if (!take(new Chunk(type, (int) at + 8, (int) length), most)) {
                break;
            }
            at += 12 + length;
        }
        if (!data.isEmpty() && data.getLast().isEmpty()) {
            data.removeLast();
            frames.removeLast();
        }
    }

    /// Takes a chunk; false where the frames end.
    private boolean take(Chunk chunk, int most) {
        switch (chunk.type()) {
            case "acTL" -> claimed = (int) Math.min(Integer.MAX_VALUE, bytes.u32(chunk.start()));
            case "PLTE", "tRNS" -> {
                if (frames.isEmpty()) {
                    before.add(chunk);
                }
            }
            case "fcTL" -> {
                MovingFrame frame = frame(chunk);
                if (frames.size() == most || !frame.within(width(), height())) {
                    return false;
                }
                frames.add(frame);
                data.add(new ArrayList<>());
            }
            // Without a frame before it, it is a picture for programs that show none that move.
            case "IDAT" -> {
                if (frames.size() == 1) {
                    data.getLast().add(chunk);
                }
            }
            case "fdAT" -> {
                if (!frames.isEmpty() && chunk.length() > 4) {
                    data.getLast().add(new Chunk("IDAT", chunk.start() + 4, chunk.length() - 4));
                }
            }
            case "IEND" -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    private MovingFrame frame(Chunk chunk) {
        int at = chunk.start() + 4;
        long unit = bytes.u16(at + 18);
        return new MovingFrame(
                (int) bytes.u32(at + 8),
                (int) bytes.u32(at + 12),
                (int) bytes.u32(at),
                (int) bytes.u32(at + 4),
                1000L * bytes.u16(at + 16) / (unit == 0 ? 100 : unit),
                switch (bytes.u8(at + 20)) {
                    case 1 -> MovingFrame.After.CLEARED;
                    case 2 -> MovingFrame.After.RESTORED;
                    default -> MovingFrame.After.STAYS;
                },
                bytes.u8(at + 21) == 0);
    }

    /// A frame as a PNG file of its own.
    public byte[] file(int number) {
        var png = new ByteArrayOutputStream();
        png.write(file, 0, SIGNATURE);
        byte[] header = new byte[LENGTH_OF_HEADER];
        System.arraycopy(file, SIGNATURE + 8, header, 0, LENGTH_OF_HEADER);
        ByteBuffer.wrap(header)
                .putInt(frames.get(number).width())
                .putInt(frames.get(number).height());
        write(png, "IHDR", header, 0, header.length);
        before.forEach(chunk -> write(png, chunk));
        data.get(number).forEach(chunk -> write(png, chunk));
        write(png, "IEND", header, 0, 0);
        return png.toByteArray();
    }

    private void write(ByteArrayOutputStream png, Chunk chunk) {
        write(png, chunk.type(), file, chunk.start(), chunk.length());
    }

    private static void write(
            ByteArrayOutputStream png, String type, byte[] from, int start, int length) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(from, start, length);
        png.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        png.writeBytes(name);
        png.write(from, start, length);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
