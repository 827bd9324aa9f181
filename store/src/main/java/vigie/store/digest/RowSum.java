package vigie.store.digest;

import java.math.BigInteger;
import java.util.HexFormat;

/// A sum of SHA-256 digests, as big-endian numbers modulo 2^256: the same whatever the order of the
/// rows, and a row counted twice is not a row counted once.
public final class RowSum {
    private static final int WORDS = 8;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    /// Sums of the 32-bit words of the digests, the most significant first; carries are settled
    /// before any could overflow.
    private final long[] words = new long[WORDS];

    private int unsettled;

    /// The sum of no rows.
    public RowSum() {}

    /// The sum with these 32 bytes.
    public static RowSum of(byte[] sum) {
        RowSum result = new RowSum();
        result.add(sum);
        return result;
    }

    /// Adds a digest, or another sum.
    public void add(byte[] digest) {
        for (int i = 0; i < WORDS; i++) {
            int at = 4 * i;
            words[i] +=
                    (digest[at] & 0xFFL) << 24
                            | (digest[at + 1] & 0xFFL) << 16
                            | (digest[at + 2] & 0xFFL) << 8
                            | digest[at + 3] & 0xFFL;
        }
        if (++unsettled == 1 << 30) {
            settle();
        }
    }

    /// Takes away a digest that was added.
    public void subtract(byte[] digest) {
        add(bytes(MODULUS.subtract(new BigInteger(1, digest)).mod(MODULUS)));
    }

    /// The 32 bytes of the sum.
    public byte[] bytes() {
        settle();
        byte[] result = new byte[32];
        for (int i = 0; i < WORDS; i++) {
            int word = (int) words[i];
            result[4 * i] = (byte) (word >>> 24);
            result[4 * i + 1] = (byte) (word >>> 16);
            result[4 * i + 2] = (byte) (word >>> 8);
            result[4 * i + 3] = (byte) word;
        }
        return result;
    }

    /// The sum in 64 lower-case hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    private void settle() {
        long carry = 0;
        for (int i = WORDS - 1; i >= 0; i--) {
            long word = words[i] + carry;
            words[i] = word & 0xFFFF_FFFFL;
            carry = word >>> 32;
        }
        unsettled = 1;
    }

    private static byte[] bytes(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] result = new byte[32];
        int count = Math.min(32, signed.length);
        System.arraycopy(signed, signed.length - count, result, 32 - count, count);
        return result;
    }
}
