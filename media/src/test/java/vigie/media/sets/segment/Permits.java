package vigie.media.sets.segment;

import java.time.Clock;
import java.time.LocalDate;
import vigie.evidence.basis.Checked;
import vigie.model.casefile.Acquisition;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;

/// Bases for tests.
public final class Permits {
    private Permits() {}

    /// A check that was just made.
    public static Checked fresh() {
        Basis basis =
                new Basis(
                        Basis.Act.CONSENT,
                        "a court",
                        "12/2026",
                        LocalDate.parse("2020-01-01"),
                        LocalDate.parse("2990-01-01"),
                        "gardening pictures",
                        null,
                        Basis.Exporter.UNKNOWN,
                        new Acquisition("op", null, null, null, null, null, null, null));
        return Checked.check(basis, Actor.LOCAL, Clock.systemUTC());
    }
}
