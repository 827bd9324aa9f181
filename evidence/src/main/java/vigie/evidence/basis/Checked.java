package vigie.evidence.basis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.casefile.Refusal;

/// Proof that a basis was checked, at one moment, for one user. Only [#check] makes one, so code
/// that opens evidence unchecked does not compile. It does not renew itself: hold it for one
/// request, never in a session.
///
/// It proves that the basis held on that day, not that the evidence lies within its scope, which is
/// in words, nor that the user is on the case, which the store enforces.
public final class Checked {
    /// How long a check opens evidence: long enough for one request of a person, short enough that
    /// a basis that ended or a user who left is noticed the same quarter of an hour. Longer work
    /// checks again.
    public static final Duration BOUND = Duration.ofMinutes(15);

    private final Basis basis;
    private final Actor actor;
    private final Instant at;

    private Checked(Basis basis, Actor actor, Instant at) {
        this.basis = basis;
        this.actor = actor;
        this.at = at;
    }

    /// Checks that the basis holds now; days are those of UTC.
    ///
    /// @throws Refusal of kind `BASIS` before its date and after the day on which it expires
    public static Checked check(Basis basis, Actor actor, Clock clock) {
        Instant now = clock.instant();
        requireHolds(basis, now);
        return new Checked(basis, actor, now);
    }

    /// Passes only within [#BOUND] of the check, and while the basis holds.
    ///
    /// @throws Refusal of kind `BASIS`
    public void requireFresh(Clock clock) {
        Instant now = clock.instant();
        if (Duration.between(at, now).abs().compareTo(BOUND) > 0) {
            throw new Refusal(
                    Refusal.Kind.BASIS,
                    "the basis was checked at " + at + ", too far from now: check it again");
        }
        requireHolds(basis, now);
    }

    private static void requireHolds(Basis basis, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String which = "the basis " + basis.reference() + " of " + basis.authority();
        if (basis.date().isAfter(today)) {
            throw new Refusal(
                    Refusal.Kind.BASIS,
                    which + " is dated " + basis.date() + " and is not valid before");
        }
        if (basis.expires().isBefore(today)) {
            throw new Refusal(
                    Refusal.Kind.BASIS,
                    which + " expired: " + basis.expires() + " was the last day on which it held");
        }
    }

    /// The basis that was checked.
    public Basis basis() {
        return basis;
    }

    /// For whom.
    public Actor actor() {
        return actor;
    }

    /// When.
    public Instant at() {
        return at;
    }
}
