package vigie.casework.operation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.evidence.EvidenceBytes;
import vigie.evidence.MalformedInput;
import vigie.evidence.basis.Checked;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Basis;
import vigie.model.casefile.Refusal;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;
import vigie.readers.Companions;
import vigie.readers.Reader;

/// Reads exhibits: recognises their format, turns their claims into rows and index entries, and
/// enters each reading in the ledger before its rows become visible.
final class ExhibitReading {
    static final String READ = "read";

    private static final Pattern OPERATOR = Pattern.compile("operator ([1-9][0-9]{0,8})");

    private final OpenCase opened;
    private final CaseBook book;
    private final List<Reader> readers;
    private final String purpose;
    private final Progress progress;
    private final Map<Folder, List<Exhibit>> beside = new HashMap<>();

    private record Folder(int acquisition, String path) {}

    ExhibitReading(
            OpenCase opened,
            CaseBook book,
            List<Reader> readers,
            String purpose,
            Progress progress) {
        this.opened = opened;
        this.book = book;
        this.readers = readers;
        this.purpose = purpose;
        this.progress = progress;
        for (Exhibit exhibit : book.exhibits()) {
            beside.computeIfAbsent(folder(exhibit), _ -> new ArrayList<>()).add(exhibit);
        }
    }

    /// The number in `operator N`, where the basis says that a pseudonym made the export; else 0.
    ///
    /// @throws Refusal where a pseudonym's acquisition does not name its operator so
    static int operator(Basis basis) {
        if (basis.exporter() != Basis.Exporter.PSEUDONYM) {
            return 0;
        }
        Matcher by = OPERATOR.matcher(basis.acquired().by());
        if (!by.matches()) {
            throw new Refusal(
                    Refusal.Kind.BASIS,
                    "where the exporter is a pseudonym, acquired.by must be `operator N`");
        }
        return Integer.parseInt(by.group(1));
    }

    /// The reader that recognises an exhibit, if any does.
    Optional<Reader> recognise(Exhibit exhibit) throws IOException {
        if (exhibit.size() == 0) {
            return Optional.empty();
        }
        byte[] head = head(bytes(exhibit));
        for (Reader reader : readers) {
            if (reader.recognises(head, companions(exhibit))) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    private static byte[] head(EvidenceBytes bytes) throws IOException {
        try (InputStream in = bytes.open(0)) {
            return in.readNBytes(Reader.HEAD);
        }
    }

    /// Reads an exhibit into rows and index, whatever was read of it before.
    ///
    /// @return what reading gave; with an error where the exhibit breaks its format
    /// @throws Refusal where a pseudonym's export does not say which account is the pseudonym
    Reading read(Exhibit exhibit, Reader reader, SearchIndex index) throws IOException {
        Basis basis = book.basis(exhibit);
        int operator = operator(basis);
        String declared = Optional.ofNullable(basis.acquired().account()).orElse("");
        progress.at("reading " + exhibit.path(), 0);
        try (Gathering rows =
                        opened.store()
                                .gather(
                                        opened.name(),
                                        exhibit,
                                        reader.version(),
                                        operator,
                                        declared);
                SearchIndex.Indexing terms = index.index(exhibit.number(), operator, declared)) {
            Reading reading = readInto(exhibit, reader, rows, terms, operator, declared);
            opened.ledger().append(entry(exhibit, reading));
            rows.commit();
            terms.commit();
            return reading;
        }
    }

    private Reading readInto(
            Exhibit exhibit,
            Reader reader,
            Gathering rows,
            SearchIndex.Indexing terms,
            int operator,
            String declared)
            throws IOException {
        try (ClaimPipeline pipeline =
                new ClaimPipeline(
                        List.of(rows::add, terms::add),
                        (claims, offset) ->
                                progress.at(
                                        "reading " + exhibit.path(),
                                        claims,
                                        offset,
                                        exhibit.size()))) {
            String error = null;
            try {
                reader.read(bytes(exhibit), companions(exhibit), pipeline);
            } catch (MalformedInput malformed) {
                error = malformed.getMessage();
            }
            pipeline.finish();
            if (operator > 0 && declared.isEmpty() && !pipeline.ownerStated()) {
                throw new Refusal(
                        Refusal.Kind.BASIS,
                        exhibit.path()
                                + " was exported by a pseudonym and does not say which account that"
                                + " is: add `account: user…` under `acquired`");
            }
            return rows.finish(pipeline.repaired(), pipeline.skipped(), error);
        }
    }

    private Draft entry(Exhibit exhibit, Reading reading) {
        Draft draft =
                Draft.of(Verb.COLLECTION, READ, opened.actor(), purpose)
                        .with("exhibit", exhibit.number())
                        .with("sha256", exhibit.digest().hex())
                        .with("reader", reading.reader().toString())
                        .with("claims", reading.claims())
                        .with("claimStream", reading.claimStream().hex())
                        .with("messages", reading.messages())
                        .with("events", reading.events())
                        .with("unsupported", reading.unsupported())
                        .with("partial", reading.error() == null ? 0 : 1);
        String error = reading.error();
        return error == null ? draft : draft.sealing("error", error);
    }

    /// Indexes an exhibit whose rows are there already.
    void indexOnly(Exhibit exhibit, Reader reader, SearchIndex index) throws IOException {
        Basis basis = book.basis(exhibit);
        String declared = Optional.ofNullable(basis.acquired().account()).orElse("");
        try (SearchIndex.Indexing terms = index.index(exhibit.number(), operator(basis), declared);
                ClaimPipeline pipeline =
                        new ClaimPipeline(
                                List.of(terms::add),
                                (claims, offset) ->
                                        progress.at(
                                                "indexing " + exhibit.path(),
                                                claims,
                                                offset,
                                                exhibit.size()))) {
            try {
                reader.read(bytes(exhibit), companions(exhibit), pipeline);
            } catch (MalformedInput partial) {
                progress.at("indexed a part of " + partial.file(), pipeline.claims());
            }
            pipeline.finish();
            terms.commit();
        }
    }

    private EvidenceBytes bytes(Exhibit exhibit) throws IOException {
        Supplier<Checked> checks = () -> opened.check(book.basis(exhibit));
        try {
            return new GuardedBytes(opened.vault().open(exhibit, checks));
        } catch (IOException why) {
            throw new UnreadableEvidence(why);
        }
    }

    private Companions companions(Exhibit exhibit) {
        Folder folder = folder(exhibit);
        String prefix = folder.path().isEmpty() ? "" : folder.path() + "/";
        String own = exhibit.path().substring(prefix.length());
        return new Companions() {
            @Override
            public String name() {
                return own;
            }

            @Override
            public Optional<EvidenceBytes> beside(String name) throws IOException {
                for (Exhibit other : beside.getOrDefault(folder, List.of())) {
                    if (other.path().equals(prefix + name)) {
                        return Optional.of(bytes(other));
                    }
                }
                return Optional.empty();
            }
        };
    }

    private static Folder folder(Exhibit exhibit) {
        int slash = exhibit.path().lastIndexOf('/');
        return new Folder(
                exhibit.acquisition(), slash < 0 ? "" : exhibit.path().substring(0, slash));
    }

    /// The digests whose bytes have been read, each with its reading.
    static Map<Sha256, Reading> done(List<Exhibit> exhibits, List<Reading> readings) {
        Map<Integer, Exhibit> byNumber = new HashMap<>();
        exhibits.forEach(exhibit -> byNumber.put(exhibit.number(), exhibit));
        Map<Sha256, Reading> done = new HashMap<>();
        for (Reading reading : readings) {
            @Nullable Exhibit exhibit = byNumber.get(reading.exhibit());
            if (exhibit != null) {
                done.put(exhibit.digest(), reading);
            }
        }
        return done;
    }

    /// Reads what has no rows of this reader's version yet, indexes what the index lacks, and
    /// connects the case. An exhibit that cannot be opened or is refused keeps no other from being
    /// read.
    ///
    /// @return errors, one sentence for each exhibit that breaks its format or cannot be opened
    /// @throws Refusal the first, after all others were read
    List<String> readAll(List<Exhibit> candidates) throws IOException {
        Map<Sha256, Reading> done =
                done(book.exhibits(), opened.store().readings(opened.name(), opened.actor()));
        List<String> errors = new ArrayList<>();
        Map<Sha256, Refusal> refused = new LinkedHashMap<>();
        try (SearchIndex index = opened.index()) {
            Set<Integer> indexed = index.exhibits();
            for (Exhibit exhibit : candidates) {
                try {
                    readOne(exhibit, done, index, indexed, errors);
                } catch (UnreadableEvidence unreadable) {
                    errors.add(exhibit.path() + ": " + unreadable.getMessage());
                } catch (Refusal refusal) {
                    refused.putIfAbsent(exhibit.digest(), refusal);
                }
            }
        }
        progress.at("connecting", done.size());
        opened.store().settle(opened.name());
        refused.keySet().removeAll(done.keySet());
        for (Refusal refusal : refused.values()) {
            throw refusal;
        }
        return errors;
    }

    private void readOne(
            Exhibit exhibit,
            Map<Sha256, Reading> done,
            SearchIndex index,
            Set<Integer> indexed,
            List<String> errors)
            throws IOException {
        Optional<Reader> reader = recognise(exhibit);
        if (reader.isEmpty()) {
            return;
        }
        Reading before = done.get(exhibit.digest());
        if (before == null || !before.reader().equals(reader.get().version())) {
            before = read(exhibit, reader.get(), index);
            done.put(exhibit.digest(), before);
        } else if (before.exhibit() == exhibit.number() && !indexed.contains(exhibit.number())) {
            indexOnly(exhibit, reader.get(), index);
        }
        String error = before.error();
        if (error != null) {
            errors.add(error);
        }
    }
}
