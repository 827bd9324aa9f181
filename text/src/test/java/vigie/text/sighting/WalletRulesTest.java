package vigie.text.sighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalletRulesTest {
    private static final WalletRules RULES =
            WalletRules.of(
                    """
                    vigie.wallets/1
                    # what a market gives to its stalls
                    market	W[0-9]{8}
                    post	5[0-9]{7}	wallet,محفظة
                    """);

    private static List<Sighting> in(String text) {
        return new Sightings(List.of(), RULES).in(text);
    }

    @Test
    void a_wallet_is_found_by_the_rule_of_the_unit() {
        Sighting found = in("to W12345678, please").getFirst();
        assertEquals(SightingKind.WALLET, found.kind());
        assertEquals("market", found.scope());
        assertEquals("W12345678", found.value());
        assertEquals(3, found.start());
    }

    @Test
    void a_word_must_stand_near_where_the_rule_asks_for_one() {
        assertEquals(List.of(), in("51 234 567"));
        assertEquals("51234567", in("Wallet: 51 234 567").getFirst().value());
        assertEquals("51234567", in("محفظة ٥١٢٣٤٥٦٧").getFirst().value());
    }

    @Test
    void a_part_of_a_longer_word_is_no_wallet() {
        assertEquals(List.of(), in("XW12345678 W123456789 W12345678x W1234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vigie.wallets/2\n",
                "vigie.wallets/1\nmarket",
                "vigie.wallets/1\nmarket\t",
                "vigie.wallets/1\nmarket\t[",
                "vigie.wallets/1\nmarket\t(a)\\1",
                "vigie.wallets/1\nmarket\ta\tb,,c",
                "vigie.wallets/1\nmarket\ta\tb\tc"
            })
    void a_file_that_is_none_is_refused_with_its_line(String file) {
        var refused = assertThrows(IllegalArgumentException.class, () -> WalletRules.of(file));
        assertTrue(refused.toString().contains(": line "), refused.toString());
    }

    @Test
    void a_flood_of_rules_or_a_long_pattern_is_refused() {
        String many = "vigie.wallets/1\n" + "a\tb\n".repeat(201);
        assertThrows(IllegalArgumentException.class, () -> WalletRules.of(many));
        String wide = "vigie.wallets/1\na\t" + "b".repeat(201);
        assertThrows(IllegalArgumentException.class, () -> WalletRules.of(wide));
    }

    @Test
    void a_megabyte_of_letters_is_passed_over_quickly() {
        long start = System.nanoTime();
        in("W1".repeat(500_000));
        in("5 ".repeat(500_000));
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }
}
