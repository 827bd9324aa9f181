package vigie.casework.media;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.casework.media.Exposure.Booking;
import vigie.casework.operation.CaseEvidence;
import vigie.casework.operation.OpenCase;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;
import vigie.model.material.Exhibit;

/// Showing one item to one person, on purpose: small, grey and blurred, booked to their own
/// exposure and entered in the ledger before it is shown. The file itself is never handed out.
public final class Revealing {
    /// The longest reason.
    public static final int REASON = 500;

    private final MediaReads reads;
    private final Exposure exposure;
    private final Veil veil;

    public Revealing(MediaReads reads, Exposure exposure, Veil veil) {
        this.reads = reads;
        this.exposure = exposure;
        this.veil = veil;
    }

    /// What somebody looks for; chosen once for a stretch of work.
    public enum Purpose {
        CLASSIFICATION,
        VICTIM_IDENTIFICATION,
        COURT_REQUEST;

        /// As rows, forms and entries write it: `victim-identification`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The purpose that a word names, if any.
        public static Optional<Purpose> of(String word) {
            return Arrays.stream(values())
                    .filter(purpose -> purpose.word().equals(word))
                    .findFirst();
        }
    }

    /// What may be shown.
    public static final class Revealed {
        private final byte[] png;
        private final long booking;

        private Revealed(byte[] png, long booking) {
            this.png = png;
            this.booking = booking;
        }

        /// A small picture; empty where none could be had.
        public byte[] png() {
            return png.clone();
        }

        /// What [Exposure#shown] wants afterwards.
        public long booking() {
            return booking;
        }
    }

    /// Shows an item.
    ///
    /// @param item    its number
    /// @param purpose null is refused: nothing is shown without one
    /// @param reason  in the actor's words; sealed in the ledger. Outside their assignment
    ///     there must be one
    /// @param clear   how clear, 0 to 2, as [Veil] takes it
    /// @throws Refusal of kind `PURPOSE` without a purpose, of kind `REASON` without a reason
    ///     where the actor is not assigned to the case, of kind `LIMIT` beyond a limit that
    ///     nobody lifted, of kind `BREAK` where a break is due, of kind `PERMISSION` where the
    ///     actor does not decide about such an item
    public Revealed reveal(
            OpenCase opened,
            int item,
            @Nullable Purpose purpose,
            @Nullable String reason,
            int clear)
            throws IOException {
        if (purpose == null) {
            throw new Refusal(Refusal.Kind.PURPOSE, "nothing is shown without a purpose");
        }
        String stated = reason == null ? "" : reason.strip();
        if (stated.length() > REASON) {
            throw new Refusal(Refusal.Kind.REASON, "a reason has at most 500 characters");
        }
        if (reads.stackOf(opened.name(), opened.actor(), item).isEmpty()) {
            throw new Refusal(Refusal.Kind.PERMISSION, "the case has no such item");
        }
        CaseEvidence evidence = CaseEvidence.of(opened);
        Exhibit exhibit = evidence.exhibit(item).orElseThrow();
        evidence.check(exhibit);
        boolean assigned = exposure.assigned(opened.name(), opened.actor());
        long booked = booked(opened, exhibit, purpose, !stated.isEmpty());
        Draft draft =
                Draft.of(Verb.REVEAL, "reveal", opened.actor(), purpose.word())
                        .with("exhibit", item)
                        .with("sha256", exhibit.digest().hex())
                        .with("clear", clear)
                        .with("assigned", assigned ? 1 : 0);
        opened.ledger().append(stated.isEmpty() ? draft : draft.sealing("reason", stated));
        return new Revealed(veil.of(evidence.bytes(exhibit), clear).orElse(new byte[0]), booked);
    }

    /// Lifts somebody's limit on a case until a moment, for a named urgency.
    ///
    /// @throws Refusal where the actor is no head of unit, or the person themselves
    public void lift(OpenCase opened, Actor whom, Instant until, String urgency, String purpose)
            throws IOException {
        if (urgency.isBlank() || urgency.length() > REASON) {
            throw new Refusal(Refusal.Kind.LIMIT, "a limit is lifted for a named urgency");
        }
        exposure.lift(
                opened.name(),
                opened.actor(),
                whom,
                until,
                urgency.strip(),
                () ->
                        opened.ledger()
                                .append(
                                        Draft.of(Verb.DECIDE, "lift", opened.actor(), purpose)
                                                .with("actor", whom.id())
                                                .with("until", until.getEpochSecond())
                                                .sealing("urgency", urgency.strip())));
    }

    private long booked(OpenCase opened, Exhibit exhibit, Purpose purpose, boolean reasoned) {
        return switch (exposure.book(
                opened.name(), opened.actor(), exhibit.digest(), purpose, reasoned)) {
            case Booking.Booked(long number) -> number;
            case Booking.NotYours() ->
                    throw new Refusal(
                            Refusal.Kind.PERMISSION,
                            opened.actor() + " does not decide about evidence of this case");
            case Booking.Unassigned() ->
                    throw new Refusal(
                            Refusal.Kind.REASON,
                            opened.actor()
                                    + " is not assigned to this case: nothing is shown without a"
                                    + " reason");
            case Booking.BeyondLimit() ->
                    throw new Refusal(
                            Refusal.Kind.LIMIT,
                            "the limit of a day is reached: a head of unit may lift it for a named urgency");
            case Booking.BreakDue() ->
                    throw new Refusal(
                            Refusal.Kind.BREAK,
                            "a break is due: a head of unit may lift it for a named urgency");
        };
    }
}
