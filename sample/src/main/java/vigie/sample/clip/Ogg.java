package vigie.sample.clip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Writes silence as a voice note: Opus packets of 20 ms (RFC 6716, RFC 7845) in Ogg pages
/// (RFC 3533).
public final class Ogg {
    /// A packet of 20 ms of silence: full band, mono, one frame.
    private static final byte[] SILENCE = {(byte) 0xF8, (byte) 0xFF, (byte) 0xFE};

    private static final int PER_SECOND = 50;
    private static final int SAMPLES = 960;
    private static final int SKIP = 312;
    private static final int[] CRC = crcTable();

    private Ogg() {}

    /// A file of this many seconds of silence.
    ///
    /// @param serial the number of its stream
    public static byte[] silence(int seconds, int serial) {
        var file = new ByteArrayOutputStream();
        int page = 0;
        file.writeBytes(page(2, 0, serial, page++, List.of(head())));
        file.writeBytes(page(0, 0, serial, page++, List.of(tags())));
        for (int second = 1; second <= seconds; second++) {
            var packets = new byte[PER_SECOND][];
            Arrays.fill(packets, SILENCE);
            long granule = SKIP + (long) second * PER_SECOND * SAMPLES;
            int flags = second == seconds ? 4 : 0;
            file.writeBytes(page(flags, granule, serial, page++, List.of(packets)));
        }
        return file.toByteArray();
    }

    private static byte[] head() {
        return little(19)
                .put(ascii("OpusHead"))
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) SKIP)
                .putInt(48_000)
                .putShort((short) 0)
                .put((byte) 0)
                .array();
    }

    private static byte[] tags() {
        byte[] vendor = ascii("silence");
        return little(8 + 4 + vendor.length + 4)
                .put(ascii("OpusTags"))
                .putInt(vendor.length)
                .put(vendor)
                .putInt(0)
                .array();
    }

    /// One page; every packet is shorter than 255 bytes and ends in it.
    private static byte[] page(
            int flags, long granule, int serial, int number, List<byte[]> packets) {
        int length = packets.stream().mapToInt(packet -> packet.length).sum();
        var bytes = new byte[27 + packets.size() + length];
        ByteBuffer page = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        page.put(ascii("OggS")).put((byte) 0).put((byte) flags).putLong(granule);
        page.putInt(serial).putInt(number).putInt(0).put((byte) packets.size());
        packets.forEach(packet -> page.put((byte) packet.length));
        packets.forEach(page::put);
        int crc = 0;
        for (byte b : bytes) {
            crc = crc << 8 ^ CRC[(crc >>> 24 ^ b) & 255];
        }
        page.putInt(22, crc);
        return bytes;
    }

    private static int[] crcTable() {
        var table = new int[256];
        for (int i = 0; i < 256; i++) {
            int value = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                value = value << 1 ^ (value < 0 ? 0x04C11DB7 : 0);
            }
            table[i] = value;
        }
        return table;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
