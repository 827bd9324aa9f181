package vigie.casework.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import vigie.casework.home.Home;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Sealer;
import vigie.evidence.ledger.Verb;
import vigie.evidence.ledger.checkpoint.Origin;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.evidence.vault.Vault;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;

/// An open home with its keys and rows: where cases are made and opened.
public final class Workplace {
    /// The file, among a home's keys, of the key that signs its checkpoints.
    public static final String SIGNING_KEY = "signing.key";

    private final Home home;
    private final Keyring keys;
    private final SigningKey signing;
    private final CaseStore store;
    private final OpenCase.Indexes indexes;
    private final Anchoring anchoring;
    private final List<Stage> stages;
    private final Clock clock;

    /// A workplace whose edition has no stages.
    public Workplace(
            Home home,
            Keyring keys,
            SigningKey signing,
            CaseStore store,
            OpenCase.Indexes indexes,
            Anchoring anchoring,
            Clock clock) {
        this(home, keys, signing, store, indexes, anchoring, List.of(), clock);
    }

    /// @param signing   the key that signs this home's checkpoints
    /// @param anchoring how they come into other hands
    /// @param stages    what the edition does to a case, in this order
    /// @param clock     what dates entries, and against which bases are checked
    public Workplace(
            Home home,
            Keyring keys,
            SigningKey signing,
            CaseStore store,
            OpenCase.Indexes indexes,
            Anchoring anchoring,
            List<Stage> stages,
            Clock clock) {
        this.home = home;
        this.keys = keys;
        this.signing = signing;
        this.store = store;
        this.indexes = indexes;
        this.anchoring = anchoring;
        this.stages = List.copyOf(stages);
        this.clock = clock;
    }

    /// The home.
    public Home home() {
        return home;
    }

    /// Whether the actor is on a case of that name now.
    public boolean member(CaseName name, Actor actor) {
        return store.member(name, actor);
    }

    /// The cases that the actor is on, by name.
    public List<CaseName> cases(Actor actor) {
        return store.cases(actor);
    }

    /// Makes a case under a basis, with the actor as its one member. What a killed making left is
    /// finished.
    ///
    /// @throws Refusal where the basis does not hold now, or a case of that name exists
    public OpenCase create(CaseName name, Basis basis, Actor actor, String purpose)
            throws IOException {
        vigie.evidence.basis.Checked.check(basis, actor, clock);
        ExhibitReading.operator(basis);
        if (name.equals(Home.REGISTER)) {
            throw new Refusal(Refusal.Kind.PERMISSION, "the name " + name + " cannot be used");
        }
        if (!store.mayCreate(actor)) {
            throw new Refusal(
                    Refusal.Kind.PERMISSION, "a case is made by a head of unit, not by " + actor);
        }
        boolean begun = keys.has(name);
        if (begun && store.member(name, actor)) {
            throw new Refusal(Refusal.Kind.PERMISSION, "there is a case " + name + " already");
        }
        if (begun && Files.exists(home.ledger(name))) {
            try (OpenCase before = opened(name, actor)) {
                if (before.ledger().size() > 0
                        && !before.ledger().entry(0).operator().equals(actor)) {
                    throw new Refusal(
                            Refusal.Kind.PERMISSION, "the name " + name + " cannot be used");
                }
            }
        }
        if (!begun) {
            keys.create(name);
        }
        OpenCase opened = opened(name, actor);
        try {
            if (opened.ledger().size() == 0) {
                opened.ledger()
                        .append(
                                Draft.of(Verb.DECIDE, "case", actor, purpose)
                                        .with("edition", home.edition()));
            }
            CaseBook.read(opened.ledger()).enter(basis, actor, purpose);
            store.create(name, actor);
            return opened;
        } catch (IOException | RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    /// Opens a case that the actor is on, and replays what its ledger says and its rows lack.
    ///
    /// @throws Refusal where the actor is not on such a case
    public OpenCase open(CaseName name, Actor actor) throws IOException {
        if (!exists(name)) {
            throw Members.refusal(name, actor);
        }
        OpenCase opened = opened(name, actor);
        try {
            Members.follow(opened);
            if (!store.member(name, actor)) {
                throw Members.refusal(name, actor);
            }
            replay(opened);
            return opened;
        } catch (IOException | RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    /// Puts a member on a case that the actor is on, if not there yet; who decided it is in the
    /// ledger.
    ///
    /// @throws Refusal where the actor does not say who is on the case
    public void admit(CaseName name, Actor by, Actor member, String purpose) throws IOException {
        try (OpenCase opened = open(name, by)) {
            Members.admit(opened, by, member, purpose);
        }
    }

    /// Takes a member off a case that the actor is on, if there; who decided it is in the ledger.
    ///
    /// @throws Refusal where the actor does not say who is on the case
    public void dismiss(CaseName name, Actor by, Actor member, String purpose) throws IOException {
        try (OpenCase opened = open(name, by)) {
            Members.dismiss(opened, by, member, purpose);
        }
    }

    /// Who is on a case that the actor is on, by name.
    public List<Actor> members(CaseName name, Actor actor) {
        return store.members(name, actor);
    }

    private boolean exists(CaseName name) {
        return !name.equals(Home.REGISTER)
                && keys.has(name)
                && Files.isDirectory(home.ledger(name));
    }

    private OpenCase opened(CaseName name, Actor actor) throws IOException {
        CaseKey key = keys.open(name);
        Vault vault = Vault.open(home.vault(name), key, clock);
        try {
            Ledger ledger =
                    Ledger.open(
                            home.ledger(name),
                            new Origin(home.id(), name),
                            signing,
                            sealer(key),
                            clock);
            OpenCase opened =
                    new OpenCase(
                            name, actor, key, vault, ledger, store, home, indexes, anchoring,
                            stages, clock);
            opened.recover();
            return opened;
        } catch (IOException | RuntimeException failure) {
            vault.close();
            throw failure;
        }
    }

    static Sealer sealer(CaseKey key) {
        return Sealer.under(key.envelopes());
    }

    /// Gives the rows what the ledger says and they lack.
    void replay(OpenCase opened) throws IOException {
        boolean taken;
        try (var missed = opened.ledger().entries(store.replayed(opened.name()))) {
            taken = missed.anyMatch(entry -> entry.kind().equals(CaseBook.TAKE));
        }
        if (taken) {
            CaseBook book = CaseBook.read(opened.ledger());
            store.addExhibits(opened.name(), book.exhibits(), book.entries());
        }
        opened.replayDecisions();
    }
}
