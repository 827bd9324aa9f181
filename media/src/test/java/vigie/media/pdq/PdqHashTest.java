package vigie.media.pdq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PdqHashTest {
    private static final String HEX =
            "d8f8f0cec0f4a84f0637022a278f67f0b36e2ed596621e1d33e6b39c4e9c9b22";

    @Test
    void it_is_written_as_it_is_read() {
        assertEquals(HEX, PdqHash.of(HEX).toString());
    }

    @Test
    void its_distance_counts_the_bits_that_differ() {
        PdqHash hash = PdqHash.of(HEX);
        assertEquals(0, hash.distance(hash));
        assertEquals(
                256, hash.distance(new PdqHash(~hash.w0(), ~hash.w1(), ~hash.w2(), ~hash.w3())));
        assertEquals(
                3,
                hash.distance(
                        new PdqHash(
                                hash.w0() ^ 1, hash.w1(), hash.w2() ^ 4, hash.w3() ^ (1L << 63))));
    }

    @Test
    void what_is_no_hash_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> PdqHash.of(HEX.substring(1)));
        assertThrows(IllegalArgumentException.class, () -> PdqHash.of("g" + HEX.substring(1)));
    }
}
