package vigie.casework.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.casework.home.Home;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.keys.Keyring;
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
    private Verifying() {}

    /// Reads every entry and every stored byte, for an actor who is on the case. A ledger that was
    /// altered no longer says who that is: then anybody who can read it is told what was altered.
    ///
    /// @param keys       the home's keys, or null to verify without them: less is compared then
    /// @param checkpoint an older checkpoint that was kept elsewhere, if any
    /// @param trust      certificates that vouch for time-stamping authorities, if any
    /// @throws Refusal where there is no such case, or the actor is not on it
    public static Verification verify(
            Home home,
            @Nullable Keyring keys,
            CaseName name,
            Actor actor,
            @Nullable Path checkpoint,
            @Nullable TrustAnchors trust)
            throws IOException {
        if (!Files.isDirectory(home.ledger(name))) {
            throw Members.refusal(name, actor);
        }
        if (!Members.legible(home.ledger(name)).contains(actor.id())
                && ledger(home, keys != null, name, checkpoint).verify().intact()) {
            throw Members.refusal(name, actor);
        }
        Set<String> unfinished = new UnfinishedBatch(home.unfinished(name)).names();
        LedgerVerifier verifier = ledger(home, keys != null, name, checkpoint);
        if (keys == null) {
            verifier.with(new Finished(StoredFiles.withoutKey(home.vault(name)), unfinished));
        } else {
            CaseKey key = keys.open(name);
            verifier.with(new Finished(StoredFiles.withKey(home.vault(name), key), unfinished));
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
    private record Finished(VaultFiles files, Set<String> left) implements VaultFiles {
        @Override
        public Stream<String> names() throws IOException {
            return files.names();
        }

        @Override
        public Read read(Taken taken) throws IOException {
            return files.read(taken);
        }

        @Override
        public boolean unfinished(String name) {
            return left.contains(name);
        }
    }
}
