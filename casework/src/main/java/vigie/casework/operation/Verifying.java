package vigie.casework.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.casework.home.Home;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Verb;
import vigie.evidence.ledger.checkpoint.Origin;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.evidence.ledger.timestamp.TrustAnchors;
import vigie.evidence.vault.StoredFiles;
import vigie.evidence.verify.LedgerVerifier;
import vigie.evidence.verify.VaultFiles;
import vigie.evidence.verify.Verification;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;

/// Verifies the ledger and the vault of a case, without its database.
public final class Verifying {
    /// The kind of the entry that says what a verification gave.
    public static final String VERIFY = "verify";

    private Verifying() {}

    /// Reads every entry and every stored byte, for an actor who is on the case. A ledger that was
    /// altered no longer says who that is: then anybody who can read it is told what was altered.
    ///
    /// @param keys       the home's keys, or null to verify without them: less is compared then
    /// @param checkpoint an older checkpoint that was kept elsewhere, if any
    /// @param trust      certificates that vouch for time-stamping authorities, if any
    /// @throws Refusal where there is no such case, or the actor is not on it
    /// @throws IOException where somebody works on the case: files come before their entries
    public static Verification verify(
            Home home,
            @Nullable Keyring keys,
            CaseName name,
            Actor actor,
            @Nullable Path checkpoint,
            @Nullable TrustAnchors trust,
            Progress progress)
            throws IOException {
        if (!Files.isDirectory(home.ledger(name))) {
            throw Members.refusal(name, actor);
        }
        if (!name.equals(Home.REGISTER)
                && !Members.legible(home.ledger(name)).contains(actor)
                && ledger(home, keys != null, name, checkpoint).verify().intact()) {
            throw Members.refusal(name, actor);
        }
        CaseKey key = keys == null ? null : keys.open(name);
        if (!home.shared()) {
            return verifyAlone(home, key, name, checkpoint, trust, progress);
        }
        try (CaseWork work =
                CaseWork.begin(home, name, WorkInProgress.Kind.VERIFY, actor, progress)) {
            return verifyAlone(home, key, name, checkpoint, trust, work);
        }
    }

    /// Verifies an open case with its key, and enters what came of it, so that colleagues see who
    /// verified what and when.
    public static Verified verify(OpenCase opened, String purpose, Progress progress)
            throws IOException {
        Verification result;
        try (CaseWork work =
                CaseWork.begin(
                        opened.home(),
                        opened.name(),
                        WorkInProgress.Kind.VERIFY,
                        opened.actor(),
                        progress)) {
            result =
                    verifyAlone(
                            opened.home(),
                            opened.key(),
                            opened.name(),
                            null,
                            opened.anchoring().anchors(),
                            work);
        }
        Entry entry =
                opened.ledger()
                        .append(
                                Draft.of(Verb.DECIDE, VERIFY, opened.actor(), purpose)
                                        .with("intact", result.intact() ? 1 : 0)
                                        .with("found", result.found())
                                        .with("entries", result.entries())
                                        .with("root", result.root().hex())
                                        .with("checkpoints", result.checkpoints())
                                        .with("anchored", result.anchored() ? 1 : 0)
                                        .with("vaultFiles", result.vaultFiles())
                                        .with("vaultBytes", result.vaultBytes()));
        return new Verified(result, entry);
    }

    /// A verification, and the entry that says so.
    public record Verified(Verification result, Entry entry) {}

    private static Verification verifyAlone(
            Home home,
            @Nullable CaseKey key,
            CaseName name,
            @Nullable Path checkpoint,
            @Nullable TrustAnchors trust,
            Progress progress)
            throws IOException {
        progress.at("verifying", 0);
        Set<String> unfinished = new UnfinishedBatch(home.unfinished(name)).names();
        LedgerVerifier verifier = ledger(home, key != null, name, checkpoint);
        if (key == null) {
            verifier.with(
                    new Finished(StoredFiles.withoutKey(home.vault(name)), unfinished, progress));
        } else {
            verifier.with(
                    new Finished(StoredFiles.withKey(home.vault(name), key), unfinished, progress));
            verifier.opening(Workplace.sealer(key));
        }
        if (trust != null) {
            verifier.vouching(trust);
        }
        return verifier.verify();
    }

    /// @param own whether signatures are held against the key of this home
    private static LedgerVerifier ledger(
            Home home, boolean own, CaseName name, @Nullable Path checkpoint) throws IOException {
        LedgerVerifier verifier = new LedgerVerifier(home.ledger(name));
        Path signing = home.keys().resolve(Workplace.SIGNING_KEY);
        if (own && Files.exists(signing)) {
            verifier.trusting(SigningKey.load(signing).verifier(new Origin(home.id(), name)));
        }
        if (checkpoint != null) {
            verifier.against(checkpoint);
        }
        return verifier;
    }

    /// The files of a vault, of which some may be what an interrupted batch left: the next opening
    /// of the case removes those unless the ledger entered them.
    private static final class Finished implements VaultFiles {
        private final VaultFiles files;
        private final Set<String> left;
        private final Progress progress;
        private final AtomicLong read = new AtomicLong();
        private volatile long all;

        Finished(VaultFiles files, Set<String> left, Progress progress) {
            this.files = files;
            this.left = left;
            this.progress = progress;
        }

        @Override
        public Stream<String> names() throws IOException {
            try (Stream<String> names = files.names()) {
                List<String> listed = names.toList();
                all = listed.size();
                return listed.stream();
            }
        }

        @Override
        public Read read(Taken taken) throws IOException {
            Read result = files.read(taken);
            long done = read.incrementAndGet();
            progress.at("verifying", done, done, Math.max(all, done));
            return result;
        }

        @Override
        public boolean unfinished(String name) {
            return left.contains(name);
        }
    }
}
