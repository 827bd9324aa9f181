package vigie.evidence.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vigie.model.casefile.Refusal;

class ShamirTest {
    private final Random random = new Random(7);

    private byte[] secret(int length) {
        byte[] secret = new byte[length];
        random.nextBytes(secret);
        return secret;
    }

    private static String refusal(Runnable act) {
        Refusal refusal = assertThrows(Refusal.class, act::run);
        assertEquals(Refusal.Kind.KEY, refusal.kind());
        return String.valueOf(refusal.getMessage());
    }

    @Test
    void every_number_but_zero_has_its_inverse() {
        for (int a = 1; a < 256; a++) {
            assertEquals(1, Shamir.multiply(a, Shamir.inverse(a)), "inverse of " + a);
        }
        assertEquals(0xC1, Shamir.multiply(0x57, 0x83)); // FIPS 197, 4.2
    }

    @Test
    void any_m_of_n_shares_recover_the_secret_in_any_order() {
        for (int count = 2; count <= 8; count++) {
            for (int threshold = 2; threshold <= count; threshold++) {
                byte[] secret = secret(32);
                List<SecretShare> shares = Shamir.split(secret, threshold, count);
                for (int chosen = 0; chosen < 1 << count; chosen++) {
                    if (Integer.bitCount(chosen) != threshold) {
                        continue;
                    }
                    List<SecretShare> some = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        if ((chosen >> i & 1) == 1) {
                            some.add(shares.get(i));
                        }
                    }
                    Collections.shuffle(some, random);
                    assertArrayEquals(secret, Shamir.combine(some));
                }
            }
        }
        byte[] secret = secret(32);
        List<SecretShare> most = Shamir.split(secret, 200, 255);
        Collections.shuffle(most, random);
        assertArrayEquals(secret, Shamir.combine(most.subList(0, 200)));
    }

    @Test
    void one_share_too_few_fits_every_secret_equally_well() {
        for (int threshold = 2; threshold <= 5; threshold++) {
            List<SecretShare> shares = Shamir.split(secret(1), threshold, 6);
            List<SecretShare> known = new ArrayList<>(shares.subList(0, threshold - 1));
            SecretShare lacking = shares.getLast();
            Set<Byte> secrets = new HashSet<>();
            for (int guess = 0; guess < 256; guess++) {
                List<SecretShare> all = new ArrayList<>(known);
                all.add(
                        new SecretShare(
                                lacking.set(),
                                lacking.index(),
                                lacking.count(),
                                lacking.threshold(),
                                new byte[] {(byte) guess}));
                secrets.add(Shamir.combine(all)[0]);
            }
            assertEquals(256, secrets.size(), "each guess gives another secret");
        }
    }

    @Test
    void a_single_share_takes_every_value_whatever_the_secret() {
        Set<Byte> values = new HashSet<>();
        for (int i = 0; i < 8000; i++) {
            values.add(Shamir.split(new byte[] {42}, 2, 2).getFirst().data()[0]);
        }
        assertEquals(256, values.size());
    }

    @Test
    void a_share_survives_printing_and_typing() {
        for (SecretShare share : Shamir.split(secret(32), 3, 5)) {
            SecretShare typed =
                    SecretShare.parse(
                            "  "
                                    + share.line()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace(" ", "   "));
            assertEquals(share.line(), typed.line());
        }
    }

    @Test
    void every_mistyped_digit_is_found() {
        String line = Shamir.split(secret(32), 3, 5).get(1).line();
        for (int at = 0; at < line.length(); at++) {
            char typed = line.charAt(at) == '1' ? '2' : '1';
            String wrong = line.substring(0, at) + typed + line.substring(at + 1);
            String message = refusal(() -> SecretShare.parse(wrong));
            assertTrue(message.contains("mistyped"), message);
            String shorter = line.substring(0, at) + line.substring(at + 1);
            if (line.charAt(at) != '-' && line.charAt(at) != ' ') {
                refusal(() -> SecretShare.parse(shorter));
            }
        }
    }

    @Test
    void shares_that_do_not_belong_together_are_named() {
        List<SecretShare> ours = Shamir.split(secret(32), 3, 5);
        List<SecretShare> theirs = Shamir.split(secret(32), 3, 5);
        String foreign =
                refusal(() -> Shamir.combine(List.of(ours.get(0), ours.get(1), theirs.get(3))));
        assertTrue(foreign.startsWith("share 4 is of another set"), foreign);
        String twice =
                refusal(() -> Shamir.combine(List.of(ours.get(0), ours.get(1), ours.get(1))));
        assertEquals("share 2 was given twice", twice);
        String few = refusal(() -> Shamir.combine(ours.subList(0, 2)));
        assertEquals("3 shares are needed, 2 were given", few);
        byte[] other = ours.get(3).data();
        other[5] ^= 1;
        SecretShare forged = new SecretShare(ours.get(3).set(), 4, 5, 3, other);
        String disagrees =
                refusal(
                        () ->
                                Shamir.combine(
                                        List.of(ours.get(0), ours.get(1), ours.get(2), forged)));
        assertEquals("share 4 does not agree with the others", disagrees);
    }
}
