package vigie.casework.user;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import vigie.casework.home.Home;
import vigie.casework.user.UserStore.Change;
import vigie.casework.user.UserStore.Changes;
import vigie.evidence.json.Json;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.LedgerCorrupt;
import vigie.evidence.ledger.Sealer;
import vigie.evidence.ledger.Verb;
import vigie.evidence.ledger.checkpoint.Origin;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.model.casefile.Actor;

/// The home's register: the ledger of what concerns no case. Users who came, changed and left, what
/// was reset, who signed in, who was locked out.
///
/// It is durable before what it says takes effect. An attempt for a name that no user has is not
/// entered: anybody could fill the disk with them.
public final class Register implements AutoCloseable {
    /// Who acts where the program does, as when it locks somebody out.
    public static final Actor PROGRAM = new Actor("vigie");

    /// Entries that no checkpoint covers are read at each opening: no more than this many.
    private static final int UNCOVERED = 256;

    private final Ledger ledger;

    private Register(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Opens the register of a home, made when missing.
    ///
    /// @param key of the home itself
    public static Register open(Home home, CaseKey key, SigningKey signing, InstantSource clock)
            throws IOException {
        Register register =
                new Register(
                        Ledger.open(
                                home.ledger(Home.REGISTER),
                                new Origin(home.id(), Home.REGISTER),
                                signing,
                                Sealer.under(key.envelopes()),
                                clock));
        try {
            long covered =
                    register.ledger
                            .latestCheckpoint()
                            .map(checkpoint -> checkpoint.size())
                            .orElse(0L);
            if (register.ledger.size() - covered > UNCOVERED) {
                register.ledger.checkpoint();
            }
            return register;
        } catch (IOException | RuntimeException failure) {
            register.close();
            throw failure;
        }
    }

    /// The ledger, for whoever may read it.
    public Ledger ledger() {
        return ledger;
    }

    /// Enters that a user came.
    public void came(Actor by, Actor user, String name, Role role, String purpose)
            throws IOException {
        ledger.append(
                draft("user", by, user, purpose).with("role", role.word()).sealing("name", name));
    }

    /// Enters that a user has another role.
    public void role(Actor by, Actor user, Role role, String purpose) throws IOException {
        ledger.append(draft("role", by, user, purpose).with("role", role.word()));
    }

    /// Enters that a user left, or came back.
    public void stays(Actor by, Actor user, boolean active, String purpose) throws IOException {
        ledger.append(draft(active ? "activate" : "deactivate", by, user, purpose));
    }

    /// Enters an act about what a user proves themselves with: `reset`, `unlock`, `enrol`, `link`,
    /// `password`, `factor`, `recovery`.
    public void credential(String kind, Actor by, Actor user, String purpose) throws IOException {
        ledger.append(draft(kind, by, user, purpose));
    }

    /// Enters that a user signed in.
    ///
    /// @param with     `code`, `recovery` or `link`
    /// @param failures attempts that failed since they signed in last
    public void signedIn(Actor user, String with, int failures) throws IOException {
        ledger.append(
                Draft.of(Verb.CONSULTATION, "sign-in", user, "sign in")
                        .about(List.of(user.id()))
                        .with("with", with)
                        .with("failures", failures));
    }

    /// Enters that a user was locked out.
    public void lockedOut(Actor user, int failures) throws IOException {
        ledger.append(draft("lockout", PROGRAM, user, "sign-in failed").with("failures", failures));
    }

    /// Enters an act about something that the home keeps for all its cases, such as a hash set.
    ///
    /// @param kind  `set-import`, `set-remove`
    /// @param about what it is called
    /// @param data  ids, digests and counts
    public void kept(String kind, Actor by, String about, Json.Fields data, String purpose)
            throws IOException {
        kept(kind, by, about, data, Collections.emptySortedMap(), purpose);
    }

    /// Enters such an act with words.
    ///
    /// @param words by name, sealed
    public void kept(
            String kind,
            Actor by,
            String about,
            Json.Fields data,
            SortedMap<String, String> words,
            String purpose)
            throws IOException {
        ledger.append(
                new Draft(Verb.DECIDE, kind, by, purpose, List.of(), List.of(about), data, words));
    }

    private static Draft draft(String kind, Actor by, Actor user, String purpose) {
        return Draft.of(Verb.DECIDE, kind, by, purpose).about(List.of(user.id()));
    }

    /// Makes the rows of users follow.
    public void bring(UserStore users) throws IOException {
        if (users.known() < ledger.size()) {
            users.follow(this::changes);
        }
    }

    private Changes changes(long known) throws IOException {
        List<Change> changes = new ArrayList<>();
        long end = known;
        try (Stream<Entry> entries = ledger.entries(known)) {
            for (Entry entry : (Iterable<Entry>) entries::iterator) {
                change(entry).ifPresent(changes::add);
                end = entry.seq() + 1;
            }
        }
        return new Changes(end, changes);
    }

    private Optional<Change> change(Entry entry) throws IOException {
        return switch (entry.kind()) {
            case "user" -> Optional.of(new Change.Came(user(entry), name(entry), role(entry)));
            case "role" -> Optional.of(new Change.Took(user(entry), role(entry)));
            case "activate" -> Optional.of(new Change.Stays(user(entry), true));
            case "deactivate" -> Optional.of(new Change.Stays(user(entry), false));
            default -> Optional.empty();
        };
    }

    private static Actor user(Entry entry) {
        return new Actor(entry.subjects().getFirst());
    }

    private static Role role(Entry entry) throws LedgerCorrupt {
        return entry.data()
                .text("role")
                .flatMap(Role::of)
                .orElseThrow(() -> new LedgerCorrupt(entry.seq(), "it names no role"));
    }

    /// Whose name was erased goes by their id.
    private String name(Entry entry) throws IOException {
        return ledger.texts(entry)
                .map(texts -> texts.get("name"))
                .orElseGet(() -> entry.subjects().getFirst());
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
