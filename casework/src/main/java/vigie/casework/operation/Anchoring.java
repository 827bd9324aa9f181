package vigie.casework.operation;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.evidence.ledger.timestamp.BadTimestamp;
import vigie.evidence.ledger.timestamp.Minutes;
import vigie.evidence.ledger.timestamp.Stamp;
import vigie.evidence.ledger.timestamp.TimestampCommand;
import vigie.evidence.ledger.timestamp.Timestamps;
import vigie.evidence.ledger.timestamp.TrustAnchors;

/// How the checkpoints of a home come into other hands: the unit's time-stamping command, where it
/// set one, and the certificates that vouch for authorities.
public final class Anchoring {
    private final @Nullable TimestampCommand command;
    private final @Nullable TrustAnchors trust;
    private final Consumer<String> says;

    /// @param command stamps every checkpoint, or null where the unit set none
    /// @param trust   who may vouch for an authority, or null where the unit states none
    /// @param says    is told in one sentence why a checkpoint stays without a time stamp
    public Anchoring(
            @Nullable TimestampCommand command,
            @Nullable TrustAnchors trust,
            Consumer<String> says) {
        this.command = command;
        this.trust = trust;
        this.says = says;
    }

    /// No command and no certificates.
    public static Anchoring none() {
        return new Anchoring(null, null, _ -> {});
    }

    /// The same with other certificates.
    public Anchoring trusting(TrustAnchors others) {
        return new Anchoring(command, others, says);
    }

    /// Who may vouch for an authority; null where the unit states none.
    public @Nullable TrustAnchors anchors() {
        return trust;
    }

    /// The time stamps of a ledger, as these certificates see them.
    public Timestamps stamps(Ledger ledger) {
        return new Timestamps(ledger.checkpoints(), trust);
    }

    /// Whether a checkpoint is known outside this home's keys.
    public boolean anchored(Ledger ledger, Checkpoint checkpoint) throws IOException {
        return Minutes.anchored(ledger, stamps(ledger), checkpoint);
    }

    /// Has the command stamp a checkpoint that has no stamp yet of which these certificates think
    /// well; nothing where the unit set no command.
    ///
    /// @throws IOException where the command fails, or what it brings is no such stamp
    public Optional<Stamp> stamp(Ledger ledger, Checkpoint checkpoint) throws IOException {
        if (command == null) {
            return Optional.empty();
        }
        Timestamps stamps = stamps(ledger);
        Optional<Stamp> before = kept(stamps, checkpoint);
        return before.isPresent() ? before : Optional.of(stamps.accept(checkpoint, command));
    }

    private Optional<Stamp> kept(Timestamps stamps, Checkpoint checkpoint) throws IOException {
        try {
            return stamps.stamp(checkpoint).filter(stamp -> trust == null || stamp.trusted());
        } catch (BadTimestamp _) {
            return Optional.empty();
        }
    }

    /// The same for a verb that was asked for something else: that must not be lost for want of a
    /// stamp, so what fails is said, and the next checkpoint tries again.
    void tryToStamp(Ledger ledger, Checkpoint checkpoint) {
        try {
            stamp(ledger, checkpoint);
        } catch (IOException failed) {
            says.accept("The checkpoint stays without a time stamp: " + failed.getMessage());
        }
    }
}
