package vigie.evidence.basis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.casefile.Acquisition;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.casefile.Refusal;

class CheckedTest {
    private static final Basis BASIS =
            new Basis(
                    Basis.Act.CONSENT,
                    "Garden club",
                    "1/2026",
                    LocalDate.of(2026, 11, 1),
                    LocalDate.of(2026, 11, 30),
                    "the club's group",
                    null,
                    Basis.Exporter.WITNESS,
                    new Acquisition("operator 7", null, null, null, null, null, null, null));

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.ofHours(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01T00:00:00Z", "2026-11-30T23:59:59.999Z"})
    void a_basis_holds_from_the_first_moment_of_its_date_to_the_last_of_its_end(String instant) {
        Checked checked = Checked.check(BASIS, new Actor("anna"), at(instant));
        assertEquals(Instant.parse(instant), checked.at());
        assertEquals(new Actor("anna"), checked.actor());
        assertEquals(BASIS, checked.basis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-31T23:59:59.999Z", "2026-12-01T00:00:00Z"})
    void before_its_date_and_after_its_end_it_is_refused(String instant) {
        Refusal refusal =
                assertThrows(Refusal.class, () -> Checked.check(BASIS, Actor.LOCAL, at(instant)));
        assertEquals(Refusal.Kind.BASIS, refusal.kind());
    }

    @Test
    void a_check_is_fresh_for_a_quarter_of_an_hour_and_while_the_basis_holds() {
        Checked checked = Checked.check(BASIS, Actor.LOCAL, at("2026-11-30T23:50:00Z"));
        assertDoesNotThrow(() -> checked.requireFresh(at("2026-11-30T23:59:59Z")));
        assertThrows(Refusal.class, () -> checked.requireFresh(at("2026-12-01T00:00:00Z")));
        Checked early = Checked.check(BASIS, Actor.LOCAL, at("2026-11-10T12:00:00Z"));
        assertDoesNotThrow(() -> early.requireFresh(at("2026-11-10T12:15:00Z")));
        assertThrows(Refusal.class, () -> early.requireFresh(at("2026-11-10T12:15:01Z")));
        assertThrows(Refusal.class, () -> early.requireFresh(at("2026-11-10T11:44:59Z")));
    }

    @Test
    void only_check_makes_one() {
        assertEquals(
                0,
                Arrays.stream(Checked.class.getDeclaredConstructors())
                        .mapToInt(Constructor::getModifiers)
                        .filter(modifiers -> !Modifier.isPrivate(modifiers))
                        .count());
    }
}
