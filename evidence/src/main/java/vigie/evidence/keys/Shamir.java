package vigie.evidence.keys;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vigie.model.casefile.Refusal;

/// Sharing a secret among people, m of n (A. Shamir, "How to share a secret", Communications of the
/// ACM 22(11), 1979), byte by byte over GF(2^8).
final class Shamir {
    /*
     * Each byte of the secret is the value at 0 of its own random polynomial of degree m - 1; share
     * i holds the values at i. Any m points determine the polynomial (Lagrange interpolation); m - 1
     * points fit exactly one polynomial for every possible secret byte, so they tell nothing.
     * The field is that of AES, x^8 + x^4 + x^3 + x + 1; its product is computed without tables or
     * branches on secrets, so that neither time nor cache depends on them.
     */
    private Shamir() {}

    static List<SecretShare> split(byte[] secret, int threshold, int count) {
        if (threshold < 2 || threshold > count || count > 255) {
            throw new IllegalArgumentException(
                    "no sharing needs " + threshold + " of " + count + " shares");
        }
        int set = ByteBuffer.wrap(Crypt.random(4)).getInt();
        byte[][] values = new byte[count][secret.length];
        for (int at = 0; at < secret.length; at++) {
            byte[] coefficients = Crypt.random(threshold);
            coefficients[0] = secret[at];
            for (int x = 1; x <= count; x++) {
                values[x - 1][at] = (byte) evaluate(coefficients, x);
            }
        }
        List<SecretShare> shares = new ArrayList<>();
        for (int x = 1; x <= count; x++) {
            shares.add(new SecretShare(set, x, count, threshold, values[x - 1]));
        }
        return shares;
    }

    private static int evaluate(byte[] coefficients, int x) {
        int sum = 0;
        for (int power = coefficients.length - 1; power >= 0; power--) {
            sum = multiply(sum, x) ^ (coefficients[power] & 0xFF);
        }
        return sum;
    }

    /// The secret of enough shares of one set; shares beyond the threshold must agree with it.
    static byte[] combine(List<SecretShare> shares) {
        if (shares.isEmpty()) {
            throw refused("no share was given");
        }
        SecretShare first = shares.getFirst();
        Set<Integer> seen = new HashSet<>();
        for (SecretShare share : shares) {
            if (share.set() != first.set()
                    || share.threshold() != first.threshold()
                    || share.count() != first.count()
                    || share.data().length != first.data().length) {
                throw refused(
                        "share %d is of another set (%08x) than share %d (%08x)"
                                .formatted(share.index(), share.set(), first.index(), first.set()));
            }
            if (!seen.add(share.index())) {
                throw refused("share " + share.index() + " was given twice");
            }
        }
        int threshold = first.threshold();
        if (shares.size() < threshold) {
            throw refused(threshold + " shares are needed, " + shares.size() + " were given");
        }
        List<SecretShare> enough = shares.subList(0, threshold);
        for (SecretShare more : shares.subList(threshold, shares.size())) {
            if (!java.util.Arrays.equals(at(more.index(), enough), more.data())) {
                throw refused("share " + more.index() + " does not agree with the others");
            }
        }
        return at(0, enough);
    }

    /// The values at `x` of the polynomials through these points.
    private static byte[] at(int x, List<SecretShare> points) {
        byte[] values = new byte[points.getFirst().data().length];
        for (SecretShare point : points) {
            int weight = 1;
            for (SecretShare other : points) {
                if (other.index() != point.index()) {
                    int over = other.index() ^ x;
                    int under = other.index() ^ point.index();
                    weight = multiply(weight, multiply(over, inverse(under)));
                }
            }
            byte[] data = point.data();
            for (int i = 0; i < values.length; i++) {
                values[i] ^= (byte) multiply(weight, data[i] & 0xFF);
            }
        }
        return values;
    }

    static int multiply(int a, int b) {
        int product = 0;
        for (int bit = 0; bit < 8; bit++) {
            product ^= a & -(b >> bit & 1);
            a = a << 1 ^ (0x11B & -(a >> 7 & 1));
        }
        return product;
    }

    /// a^254, the inverse of every a but 0.
    static int inverse(int a) {
        int power = a;
        int result = 1;
        for (int bit = 1; bit < 8; bit++) {
            power = multiply(power, power);
            result = multiply(result, power);
        }
        return result;
    }

    private static Refusal refused(String reason) {
        return new Refusal(Refusal.Kind.KEY, reason);
    }
}
