package vigie.sample.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

final class OggTest {
    @Test
    void every_page_has_its_checksum_and_the_last_one_ends_the_stream() {
        byte[] file = Ogg.silence(4, 99);
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        int page = 0;
        int packets = 0;
        int flags = 0;
        long granule = 0;
        while (at < file.length) {
            assertEquals(0x5367674F, bytes.getInt(at));
            flags = bytes.get(at + 5);
            granule = bytes.getLong(at + 6);
            assertEquals(99, bytes.getInt(at + 14));
            assertEquals(page++, bytes.getInt(at + 18));
            int segments = bytes.get(at + 26);
            int size = 27 + segments;
            for (int i = 0; i < segments; i++) {
                size += bytes.get(at + 27 + i) & 255;
            }
            packets += segments;
            assertEquals(crc(file, at, size), bytes.getInt(at + 22));
            at += size;
        }
        assertEquals(4, flags);
        assertEquals(2 + 4 * 50, packets);
        assertEquals(312 + 4 * 48_000, granule);
    }

    /// Bit by bit, the checksum field read as zero.
    private static int crc(byte[] file, int from, int size) {
        int crc = 0;
        for (int i = 0; i < size; i++) {
            int octet = i >= 22 && i < 26 ? 0 : file[from + i] & 255;
            crc ^= octet << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc << 1) ^ (crc < 0 ? 0x04C11DB7 : 0);
            }
        }
        return crc;
    }
}
