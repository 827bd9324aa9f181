package vigie.casework.operation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.evidence.basis.BasisJson;
import vigie.evidence.json.Json;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Verb;
import vigie.evidence.vault.Stored;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;

/// What a case's ledger says was taken, and under which basis: the entries of kinds `basis`,
/// `acquisition` and `take`, read from the ledger and written to it.
///
/// `docs/formats/ledger.md` states the data of each kind. Safe for several threads.
final class CaseBook {
    static final String BASIS = "basis";
    static final String ACQUISITION = "acquisition";
    static final String TAKE = "take";

    private final Ledger ledger;
    private final List<Basis> bases = new ArrayList<>();
    private final List<Acquired> acquisitions = new ArrayList<>();
    private final List<Exhibit> exhibits = new ArrayList<>();
    private final Map<Key, Exhibit> held = new HashMap<>();
    private long read;
    private long erasures;

    /// One place that was taken from under one basis.
    ///
    /// @param basis the basis's number, from 1
    /// @param from  the real path of what was given to take
    record Acquired(int basis, String from) {}

    private record Key(Sha256 digest, String path, int basis) {}

    private CaseBook(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Reads the whole ledger.
    ///
    /// @throws IOException where an envelope that it needs was erased, or the ledger is corrupt
    static CaseBook read(Ledger ledger) throws IOException {
        CaseBook book = new CaseBook(ledger);
        book.refresh();
        return book;
    }

    /// Reads what was entered since.
    synchronized void refresh() throws IOException {
        try (Stream<Entry> entries = ledger.entries(read)) {
            for (Entry entry : (Iterable<Entry>) entries::iterator) {
                learn(entry);
                read = entry.seq() + 1;
            }
        }
    }

    private void learn(Entry entry) throws IOException {
        if (entry.verb() == Verb.ERASURE) {
            erasures++;
        }
        Json.Fields data = entry.data();
        switch (entry.kind()) {
            case BASIS -> bases.add(BasisJson.read(text(entry, "basis")));
            case ACQUISITION ->
                    acquisitions.add(new Acquired((int) whole(data, "basis"), text(entry, "from")));
            case TAKE ->
                    add(
                            new Exhibit(
                                    (int) whole(data, "exhibit"),
                                    (int) whole(data, "acquisition"),
                                    new Sha256(data.text("sha256").orElseThrow()),
                                    whole(data, "size"),
                                    text(entry, "path"),
                                    data.text("parent").map(Sha256::new).orElse(null),
                                    whole(data, "inPlace") == 1));
            default -> {
                // Other kinds say nothing about what was taken.
            }
        }
    }

    private String text(Entry entry, String name) throws IOException {
        Optional<SortedMap<String, String>> texts = ledger.texts(entry);
        String text = texts.isEmpty() ? null : texts.get().get(name);
        if (text == null) {
            throw new IOException(
                    "entry " + entry.seq() + " of the ledger no longer says its " + name);
        }
        return text;
    }

    private static long whole(Json.Fields data, String name) {
        return data.whole(name).orElseThrow(() -> new NoSuchElementException(name));
    }

    private void add(Exhibit exhibit) {
        exhibits.add(exhibit);
        held.putIfAbsent(
                new Key(exhibit.digest(), exhibit.path(), basisNumber(exhibit.acquisition())),
                exhibit);
    }

    /// How many entries it has read.
    synchronized long entries() {
        return read;
    }

    /// How many erasures are among them.
    synchronized long erasures() {
        return erasures;
    }

    /// The basis under which the case works now: the last one entered.
    synchronized Basis basis() {
        return bases.getLast();
    }

    /// The basis of an exhibit.
    synchronized Basis basis(Exhibit exhibit) {
        return bases.get(basisNumber(exhibit.acquisition()) - 1);
    }

    private int basisNumber(int acquisition) {
        return acquisitions.get(acquisition - 1).basis();
    }

    /// All exhibits in the order of their numbers.
    synchronized List<Exhibit> exhibits() {
        return List.copyOf(exhibits);
    }

    /// The exhibit with this number.
    synchronized Optional<Exhibit> exhibit(int number) {
        // Numbers run from 1; a ledger that says otherwise is searched.
        if (number >= 1
                && number <= exhibits.size()
                && exhibits.get(number - 1).number() == number) {
            return Optional.of(exhibits.get(number - 1));
        }
        return exhibits.stream().filter(one -> one.number() == number).findFirst();
    }

    /// The exhibit with these bytes under this name, if it was taken under the basis of this
    /// acquisition.
    synchronized Optional<Exhibit> held(Sha256 digest, String path, int acquisition) {
        return Optional.ofNullable(held.get(new Key(digest, path, basisNumber(acquisition))));
    }

    /// The number of a basis, entered now unless it is the same as one before.
    synchronized int enter(Basis basis, Actor actor, String purpose) throws IOException {
        String json = BasisJson.write(basis);
        for (int i = 0; i < bases.size(); i++) {
            if (BasisJson.write(bases.get(i)).equals(json)) {
                return i + 1;
            }
        }
        ledger.append(
                Draft.of(Verb.COLLECTION, BASIS, actor, purpose)
                        .with(BASIS, bases.size() + 1)
                        .sealing(BASIS, json));
        refresh();
        return bases.size();
    }

    /// The number of the acquisition of this place under this basis, entered now unless it is one
    /// that was begun before.
    synchronized int enter(int basis, String from, Actor actor, String purpose) throws IOException {
        Acquired acquired = new Acquired(basis, from);
        int before = acquisitions.indexOf(acquired);
        if (before >= 0) {
            return before + 1;
        }
        ledger.append(
                Draft.of(Verb.COLLECTION, ACQUISITION, actor, purpose)
                        .with(ACQUISITION, acquisitions.size() + 1)
                        .with(BASIS, basis)
                        .sealing("from", from));
        refresh();
        return acquisitions.size();
    }

    /// Something that the vault holds durably and the ledger does not say yet.
    record Fresh(Stored stored, String path, @Nullable Sha256 parent) {}

    /// Enters what the vault holds durably, and returns the exhibits, numbered.
    synchronized List<Exhibit> enter(
            int acquisition, List<Fresh> fresh, Actor actor, String purpose) throws IOException {
        List<Draft> drafts = new ArrayList<>(fresh.size());
        int number = exhibits.isEmpty() ? 1 : exhibits.getLast().number() + 1;
        for (Fresh one : fresh) {
            Draft draft =
                    Draft.of(Verb.COLLECTION, TAKE, actor, purpose)
                            .with("exhibit", number++)
                            .with(ACQUISITION, acquisition)
                            .with("sha256", one.stored().digest().hex())
                            .with("stored", one.stored().stored().hex())
                            .with("size", one.stored().size())
                            .with("name", one.stored().name())
                            .with("inPlace", one.stored().inPlace() ? 1 : 0)
                            .sealing("path", one.path());
            Sha256 parent = one.parent();
            drafts.add(parent == null ? draft : draft.with("parent", parent.hex()));
        }
        int before = exhibits.size();
        ledger.append(drafts);
        refresh();
        return List.copyOf(exhibits.subList(before, exhibits.size()));
    }
}
