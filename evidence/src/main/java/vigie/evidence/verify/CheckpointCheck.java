package vigie.evidence.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.checkpoint.BadCheckpoint;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.evidence.ledger.checkpoint.Checkpoints;
import vigie.evidence.ledger.checkpoint.VerifierKey;
import vigie.evidence.ledger.timestamp.BadTimestamp;
import vigie.evidence.ledger.timestamp.Minutes;
import vigie.evidence.ledger.timestamp.Stamp;
import vigie.evidence.ledger.timestamp.Timestamps;
import vigie.evidence.ledger.timestamp.TrustAnchors;
import vigie.evidence.verify.Finding.Kind;

/// Gathers the roots to compare with: from the folder's checkpoints whose signatures hold, and from
/// what was given.
final class CheckpointCheck {
    private final Path folder;
    private final Checkpoints checkpoints;
    private final Findings findings;
    private final @Nullable VerifierKey key;
    private final List<KnownRoot> known = new ArrayList<>();
    private final SortedMap<Long, Checkpoint> signed = new TreeMap<>();
    private long anchored;

    /// @param trusted the key that must have signed; null to take the one that the folder states
    CheckpointCheck(Path folder, @Nullable VerifierKey trusted, Findings findings)
            throws IOException {
        this.folder = folder;
        this.checkpoints = new Checkpoints(folder);
        this.findings = findings;
        VerifierKey stated = stated();
        this.key = trusted == null ? stated : trusted;
        if (trusted != null && stated != null && !trusted.equals(stated)) {
            findings.add(Kind.KEY_BAD, -1, "public-key", "states " + stated + ", not " + trusted);
        }
    }

    void readFolder() throws IOException {
        if (key == null) {
            return;
        }
        for (long size : checkpoints.sizes().toArray()) {
            String name = folder.relativize(checkpoints.file(size, "note")).toString();
            try {
                Checkpoint checkpoint = checkpoints.read(size, key);
                known.add(new KnownRoot(size, checkpoint.root(), name));
                signed.put(size, checkpoint);
            } catch (BadCheckpoint bad) {
                findings.add(Kind.CHECKPOINT_BAD, -1, name, bad.reason());
            }
        }
        readLatest();
        requireNothingElse();
    }

    /// Adds a checkpoint that was kept elsewhere.
    void addOlder(byte[] note, String from) {
        if (key == null) {
            return;
        }
        try {
            Checkpoint older = Checkpoint.open(note, key);
            known.add(new KnownRoot(older.size(), older.root(), from));
        } catch (BadCheckpoint bad) {
            findings.add(Kind.CHECKPOINT_BAD, -1, from, bad.reason());
        }
    }

    /// Checks the time stamps that are kept beside checkpoints.
    void readStamps(@Nullable TrustAnchors trust) throws IOException {
        var stamps = new Timestamps(checkpoints, trust);
        for (Checkpoint checkpoint : signed.values()) {
            try {
                stamps.stamp(checkpoint).ifPresent(this::stamped);
            } catch (BadTimestamp bad) {
                Path file = folder.relativize(checkpoints.file(checkpoint.size(), "tsr"));
                findings.add(Kind.TIMESTAMP_BAD, -1, file.toString(), bad.reason());
            }
        }
    }

    private void stamped(Stamp stamp) {
        if (stamp.trusted()) {
            anchored = Math.max(anchored, stamp.size());
        } else {
            findings.note(
                    "A time stamp over "
                            + stamp.size()
                            + " entries names the authority "
                            + stamp.authority()
                            + ", for which no trust anchor vouches.");
        }
    }

    /// Notes that an entry records a checkpoint in the minutes.
    void entry(Entry entry) {
        if (entry.kind().equals(Minutes.KIND)) {
            Checkpoint checkpoint = signed.get(entry.data().whole("size").orElse(-1));
            if (checkpoint != null && Minutes.isFor(entry, checkpoint)) {
                anchored = Math.max(anchored, checkpoint.size());
            }
        }
    }

    /// The size of the largest checkpoint that is in other hands, or 0.
    long anchored() {
        return anchored;
    }

    @Nullable VerifierKey key() {
        return key;
    }

    List<KnownRoot> known() {
        return known;
    }

    Optional<Checkpoint> latest() {
        return signed.isEmpty() ? Optional.empty() : Optional.of(signed.lastEntry().getValue());
    }

    private @Nullable VerifierKey stated() throws IOException {
        try {
            var stated = checkpoints.statedKey();
            if (stated.isEmpty()) {
                findings.add(Kind.KEY_BAD, -1, "public-key", "is missing");
            }
            return stated.orElse(null);
        } catch (BadCheckpoint bad) {
            findings.add(Kind.KEY_BAD, -1, "public-key", bad.reason());
            return null;
        }
    }

    /// The file `checkpoint` repeats the latest, so that neither can go unnoticed. A process that
    /// was stopped in between left the one before there, or none where there was none before.
    private void readLatest() throws IOException {
        Path file = folder.resolve("checkpoint");
        if (!Files.exists(file)) {
            if (signed.size() > 1) {
                findings.add(Kind.CHECKPOINT_BAD, -1, "checkpoint", "is missing");
            }
            return;
        }
        byte[] repeated = Files.readAllBytes(file);
        boolean kept =
                signed.values().stream()
                        .skip(Math.max(0, signed.size() - 2))
                        .anyMatch(each -> Arrays.equals(each.bytes(), repeated));
        if (!kept) {
            findings.add(
                    Kind.CHECKPOINT_BAD, -1, "checkpoint", "is not the latest of checkpoints/");
        }
    }

    private void requireNothingElse() throws IOException {
        Path all = folder.resolve("checkpoints");
        if (!Files.isDirectory(all)) {
            return;
        }
        try (var files = Files.list(all)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.matches("[0-9]{12,18}\\.(note|tsq|tsr|minutes|txt)"))
                    .filter(name -> !name.startsWith("."))
                    .forEach(
                            name ->
                                    findings.add(
                                            Kind.CHECKPOINT_BAD,
                                            -1,
                                            "checkpoints/" + name,
                                            "is not the name of a checkpoint"));
        }
    }
}
