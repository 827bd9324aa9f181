package vigie.store.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowSumTest {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    @Test
    void it_is_the_sum_of_big_endian_numbers_modulo_two_to_the_256() {
        Random random = new Random(1);
        RowSum sum = new RowSum();
        BigInteger expected = BigInteger.ZERO;
        for (int i = 0; i < 10_000; i++) {
            byte[] digest = new byte[32];
            random.nextBytes(digest);
            if (i % 7 == 0) {
                Arrays.fill(digest, (byte) 0xFF);
            }
            if (i % 5 == 0) {
                sum.subtract(digest);
                expected = expected.subtract(new BigInteger(1, digest)).mod(MODULUS);
            } else {
                sum.add(digest);
                expected = expected.add(new BigInteger(1, digest)).mod(MODULUS);
            }
            if (i % 1000 == 0) {
                assertEquals("%064x".formatted(expected), sum.hex());
            }
        }
        assertEquals("%064x".formatted(expected), sum.hex());
        assertEquals(sum.hex(), RowSum.of(sum.bytes()).hex());
    }

    @Test
    void a_row_twice_is_not_a_row_once_and_not_none() {
        byte[] digest = new byte[32];
        digest[31] = 1;
        RowSum once = RowSum.of(digest);
        RowSum twice = RowSum.of(digest);
        twice.add(digest);

        assertNotEquals(once.hex(), twice.hex());
        assertNotEquals(new RowSum().hex(), twice.hex());
    }

    @Test
    void the_sum_of_no_rows_is_zero() {
        assertEquals("0".repeat(64), new RowSum().hex());
    }
}
