package vigie.casework.operation;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vigie.evidence.basis.BasisJson;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Sieve;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.casefile.CaseName;

/// What the ledgers of cases say of bases, acquisitions and verifications; each ledger is read once
/// and then only what was added. Safe for several threads.
public final class CaseBases {
    private static final Sieve KINDS =
            Sieve.of(CaseBook.BASIS, CaseBook.ACQUISITION, Verifying.VERIFY);

    private final Map<CaseName, Known> cases = new ConcurrentHashMap<>();

    /// A basis as it was entered.
    ///
    /// @param number from 1
    /// @param basis  what its document states; null once its words are erased
    /// @param entry  the number of the entry
    /// @param places what was taken under it, in the order of acquisitions
    public record Entered(
            int number,
            @Nullable Basis basis,
            Instant at,
            Actor by,
            String purpose,
            long entry,
            List<Place> places) {
        public Entered {
            places = List.copyOf(places);
        }
    }

    /// A place from which something was taken under one basis.
    ///
    /// @param acquisition its number, from 1
    /// @param from        the path of what was given to take; null once its words are erased
    public record Place(int acquisition, @Nullable String from, Instant at, Actor by, long entry) {}

    private static final class Known {
        final ReentrantLock lock = new ReentrantLock();
        final List<Entered> bases = new ArrayList<>();
        final Map<Integer, List<Place>> places = new HashMap<>();
        @Nullable Entry verified;
        int acquisitions;
        long read;
    }

    /// The bases of a case in the order in which they were entered.
    public List<Entered> of(OpenCase opened) throws IOException {
        Known known = cases.computeIfAbsent(opened.name(), _ -> new Known());
        known.lock.lock();
        try {
            refresh(known, opened.ledger());
            return known.bases.stream()
                    .map(
                            one ->
                                    new Entered(
                                            one.number,
                                            one.basis,
                                            one.at,
                                            one.by,
                                            one.purpose,
                                            one.entry,
                                            known.places.getOrDefault(one.number, List.of())))
                    .toList();
        } finally {
            known.lock.unlock();
        }
    }

    /// The entry of the last verification, if there was one.
    public Optional<Entry> verified(OpenCase opened) throws IOException {
        Known known = cases.computeIfAbsent(opened.name(), _ -> new Known());
        known.lock.lock();
        try {
            refresh(known, opened.ledger());
            return Optional.ofNullable(known.verified);
        } finally {
            known.lock.unlock();
        }
    }

    private static void refresh(Known known, Ledger ledger) throws IOException {
        Ledger.Sieved more = ledger.since(known.read, KINDS);
        for (Entry entry : more.entries()) {
            learn(known, ledger, entry);
            known.read = entry.seq() + 1;
        }
        known.read = more.size();
    }

    private static void learn(Known known, Ledger ledger, Entry entry) throws IOException {
        switch (entry.kind()) {
            case CaseBook.BASIS -> {
                String json = text(ledger, entry, CaseBook.BASIS);
                known.bases.add(
                        new Entered(
                                known.bases.size() + 1,
                                json == null ? null : BasisJson.read(json),
                                entry.at(),
                                entry.operator(),
                                entry.purpose(),
                                entry.seq(),
                                List.of()));
            }
            case CaseBook.ACQUISITION -> {
                int basis = (int) entry.data().whole(CaseBook.BASIS).orElse(0);
                known.places
                        .computeIfAbsent(basis, _ -> new ArrayList<>())
                        .add(
                                new Place(
                                        ++known.acquisitions,
                                        text(ledger, entry, "from"),
                                        entry.at(),
                                        entry.operator(),
                                        entry.seq()));
            }
            default -> known.verified = entry;
        }
    }

    private static @Nullable String text(Ledger ledger, Entry entry, String name)
            throws IOException {
        Optional<SortedMap<String, String>> texts = ledger.texts(entry);
        return texts.isEmpty() ? null : texts.get().get(name);
    }
}
