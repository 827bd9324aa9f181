package vigie.casework.media;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vigie.casework.media.Revealing.Purpose;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.material.Sha256;

/// What people were shown, kept for their own sake: each sees their own, a head of unit sees totals
/// of a team, nobody sees another's.
public interface Exposure {
    /// So many people must have looked on a day before a number of it is told.
    int FEW = 3;

    /// Whether the actor is assigned to the case: an investigator whom somebody put on it. A
    /// head of unit, who is on a case to lead it, and the operator of the command line are not.
    boolean assigned(CaseName name, Actor actor);

    /// Books a reveal, or says why it must not be.
    ///
    /// @param reasoned whether the actor gave a reason of their own
    Booking book(CaseName name, Actor actor, Sha256 item, Purpose purpose, boolean reasoned);

    /// How clearly the actor chose to be shown things, 0 to 2, wherever they sign in; the least
    /// where they never chose.
    int clearness(Actor actor);

    /// Keeps how clearly the actor wants to be shown things, 0 to 2.
    void prefer(Actor actor, int clear);

    /// How long it was shown, as the page tells afterwards; only the actor's own bookings.
    void shown(Actor actor, long booking, Duration time);

    /// The actor's own sheet.
    Own own(Actor actor);

    /// A case's totals of days that are over, by day, the newest first; none for whoever does not
    /// lead it.
    List<Total> totals(CaseName name, Actor actor, int days);

    /// What the service allows.
    Limits limits(Actor actor);

    /// Sets what the service allows.
    ///
    /// @throws vigie.model.casefile.Refusal where the actor is no head of unit
    void limit(Actor actor, Limits limits, Entering entering) throws IOException;

    /// Enters a limit that changes or is lifted, durable before it holds.
    interface Entering {
        /// Enters it.
        void enter() throws IOException;
    }

    /// Lifts somebody's limit on a case until a moment.
    ///
    /// @throws vigie.model.casefile.Refusal where the actor is no head of unit, not on the case, or
    ///     the person themselves
    void lift(CaseName name, Actor by, Actor whom, Instant until, String urgency, Entering entering)
            throws IOException;

    /// What becomes of a wish to see something.
    sealed interface Booking {
        /// It may be shown, under this number.
        record Booked(long number) implements Booking {}

        /// The actor does not decide about evidence of such a case.
        record NotYours() implements Booking {}

        /// They are not assigned to the case and gave no reason.
        record Unassigned() implements Booking {}

        /// The day's limit is reached; a head of unit may lift it for a named urgency.
        record BeyondLimit() implements Booking {}

        /// A break is due; a head of unit may lift it for a named urgency.
        record BreakDue() implements Booking {}
    }

    /// What the service allows one person.
    record Limits(int revealsADay, Duration stretch, Duration pause) {
        public Limits {
            if (revealsADay < 0 || stretch.toMinutes() < 1 || pause.isNegative()) {
                throw new IllegalArgumentException("no limits");
            }
        }
    }

    /// What somebody was shown.
    ///
    /// @param lastDay reveals of the last 24 hours
    /// @param shown   how long, of the last 24 hours
    /// @param lifted  until when a limit of theirs is lifted
    record Own(long lastDay, Duration shown, Limits limits, Optional<Instant> lifted) {
        /// How many more the limit allows.
        public long left() {
            return Math.max(0, limits.revealsADay() - lastDay);
        }
    }

    /// What a team was shown on a day, in UTC.
    ///
    /// @param told nothing where fewer than [#FEW] people looked: the number would be one person's,
    ///     or one person's to whoever knows the other's
    record Total(LocalDate day, Optional<Told> told) {}

    /// The number of reveals on a day, and of people who were shown something.
    record Told(long reveals, long people) {}
}
