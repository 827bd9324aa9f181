package vigie.text.checksum;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Keccak-256 as Ethereum uses it: the sponge of FIPS 202 with the padding from before it was a
/// standard, which the JDK does not have.
final class Keccak {
    private static final int RATE = 136;
    private static final int ROUNDS = 24;
    private static final int[] TURNS = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };
    private static final int[] LANES = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };
    private static final long[] CONSTANTS = constants();

    private Keccak() {}

    /// The round constants, from the shift register that defines them (FIPS 202, 3.2.5).
    private static long[] constants() {
        long[] constants = new long[ROUNDS];
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int bit = 0; bit < 7; bit++) {
                constants[round] |= (register & 1L) << (1 << bit) - 1;
                register = register << 1 ^ ((register & 0x80) == 0 ? 0 : 0x171);
            }
        }
        return constants;
    }

    /// The digest of fewer bytes than a block holds.
    static byte[] digest(byte[] bytes) {
        if (bytes.length >= RATE) {
            throw new IllegalArgumentException("more than one block: " + bytes.length + " bytes");
        }
        byte[] block = Arrays.copyOf(bytes, RATE);
        block[bytes.length] = 1;
        block[RATE - 1] |= (byte) 0x80;
        long[] state = new long[25];
        ByteBuffer.wrap(block)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(state, 0, RATE / 8);
        permute(state);
        byte[] digest = new byte[32];
        ByteBuffer.wrap(digest).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(state, 0, 4);
        return digest;
    }

    private static void permute(long[] a) {
        long[] columns = new long[5];
        for (int round = 0; round < ROUNDS; round++) {
            for (int x = 0; x < 5; x++) {
                columns[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            }
            for (int x = 0; x < 5; x++) {
                long mix = columns[(x + 4) % 5] ^ Long.rotateLeft(columns[(x + 1) % 5], 1);
                for (int y = 0; y < 25; y += 5) {
                    a[x + y] ^= mix;
                }
            }
            long moved = a[1];
            for (int i = 0; i < ROUNDS; i++) {
                long kept = a[LANES[i]];
                a[LANES[i]] = Long.rotateLeft(moved, TURNS[i]);
                moved = kept;
            }
            for (int y = 0; y < 25; y += 5) {
                System.arraycopy(a, y, columns, 0, 5);
                for (int x = 0; x < 5; x++) {
                    a[x + y] = columns[x] ^ ~columns[(x + 1) % 5] & columns[(x + 2) % 5];
                }
            }
            a[0] ^= CONSTANTS[round];
        }
    }
}
