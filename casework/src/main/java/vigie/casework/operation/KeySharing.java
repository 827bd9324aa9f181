package vigie.casework.operation;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import vigie.casework.home.Home;
import vigie.evidence.keys.Keyring;
import vigie.evidence.keys.SecretShare;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Verb;
import vigie.evidence.ledger.checkpoint.Origin;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;

/// Splitting the master key of a home: its shares open every case, so only who is on every case
/// may make them, and each case's ledger says that it was done.
public final class KeySharing {
    /// The kind of entry that says so.
    public static final String KIND = "key-shares";

    private KeySharing() {}

    /// Shares of the master key, of which any `need` recover it.
    ///
    /// @throws Refusal where a case of the home is one that the actor is not on
    public static List<SecretShare> split(
            Home home, Keyring keys, Actor actor, String purpose, int need, int count, Clock clock)
            throws IOException {
        List<CaseName> cases = keys.cases();
        for (CaseName name : cases) {
            if (Members.lacks(home, name, actor)) {
                throw new Refusal(
                        Refusal.Kind.PERMISSION,
                        "the master key opens every case of this home, and "
                                + actor
                                + " is not on all of them");
            }
        }
        List<SecretShare> shares = keys.shares(need, count);
        for (CaseName name : cases) {
            if (!Members.legible(home.ledger(name)).isEmpty()) {
                try (Ledger ledger = ledger(home, keys, name, clock)) {
                    ledger.append(
                            Draft.of(Verb.DECIDE, KIND, actor, purpose)
                                    .with("of", count)
                                    .with("need", need));
                }
            }
        }
        return shares;
    }

    private static Ledger ledger(Home home, Keyring keys, CaseName name, Clock clock)
            throws IOException {
        return Ledger.open(
                home.ledger(name),
                new Origin(home.id(), name),
                SigningKey.load(home.keys().resolve(Workplace.SIGNING_KEY)),
                Workplace.sealer(keys.open(name)),
                clock);
    }
}
