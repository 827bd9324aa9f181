package vigie.casework.operation;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.text.query.Query;

/// One case of [SharedCases]: opened by whoever comes first, closed when nobody holds it.
final class SharedCase {
    private final Workplace workplace;
    private final CaseName name;
    private @Nullable OpenCase base;
    private @Nullable SearchIndex index;
    private int openings;
    private int leases;
    private boolean ended;
    private long used = System.nanoTime();
    private long replayed;
    private long entries;

    SharedCase(Workplace workplace, CaseName name) {
        this.workplace = workplace;
        this.name = name;
    }

    /// The case for one user, or null where it was closed in the meantime.
    ///
    /// @param often how often rows are compared with what other processes entered
    synchronized @Nullable OpenCase lease(Actor actor, Duration often) throws IOException {
        if (ended) {
            return null;
        }
        OpenCase shared = base;
        if (shared == null) {
            shared = workplace.open(name, actor);
            base = shared;
            replayed = System.nanoTime();
            entries = shared.ledger().size();
        } else if (System.nanoTime() - replayed > often.toNanos()) {
            replayed = System.nanoTime();
            long now = shared.ledger().size();
            if (now != entries) {
                workplace.replay(shared);
                entries = now;
            }
        }
        leases++;
        used = System.nanoTime();
        AtomicBoolean open = new AtomicBoolean(true);
        return shared.as(
                actor,
                _ -> new Borrowed(),
                () -> {
                    if (open.getAndSet(false)) {
                        give();
                    }
                });
    }

    private synchronized void give() throws IOException {
        leases--;
        used = System.nanoTime();
        if (ended && leases == 0) {
            shut();
        }
    }

    /// Closes it if nobody used it for so long; where it is in use and `unused` is zero, as soon as
    /// its last user lets go of it.
    ///
    /// @return whether it may be forgotten
    synchronized boolean end(Duration unused) throws IOException {
        if (leases > 0) {
            ended |= unused.isZero() && base != null;
            return ended;
        }
        if (System.nanoTime() - used < unused.toNanos()) {
            return false;
        }
        ended = true;
        shut();
        return true;
    }

    private void shut() throws IOException {
        OpenCase closing = base;
        SearchIndex searched = index;
        base = null;
        index = null;
        try {
            if (searched != null) {
                searched.close();
            }
        } finally {
            if (closing != null) {
                closing.close();
            }
        }
    }

    private synchronized SearchIndex index() throws IOException {
        SearchIndex open = index;
        OpenCase shared = base;
        if (open == null) {
            if (shared == null) {
                throw new IOException("the case " + name + " is closed");
            }
            open = shared.index();
            index = open;
            openings++;
        }
        return open;
    }

    /// Lets go of an index that failed: the next who asks opens it again, and what cannot be used
    /// is then made anew.
    private synchronized void failed(int opening) throws IOException {
        SearchIndex broken = index;
        if (broken != null && openings == opening) {
            index = null;
            broken.close();
        }
    }

    /// The shared index, which closing leaves open.
    private final class Borrowed implements SearchIndex {
        private final SearchIndex shared;
        private final int opening;

        Borrowed() throws IOException {
            synchronized (SharedCase.this) {
                shared = SharedCase.this.index();
                opening = openings;
            }
        }

        private interface Asking<T> {
            T of(SearchIndex index) throws IOException;
        }

        private <T> T ask(Asking<T> asking) throws IOException {
            try {
                return asking.of(shared);
            } catch (IOException failure) {
                failed(opening);
                throw failure;
            }
        }

        @Override
        public Set<Integer> exhibits() throws IOException {
            return ask(SearchIndex::exhibits);
        }

        @Override
        public Indexing index(int exhibit, int operator, String declaredOwner) throws IOException {
            return shared.index(exhibit, operator, declaredOwner);
        }

        @Override
        public Hits search(Query query, int limit, boolean exact) throws IOException {
            return ask(index -> index.search(query, limit, exact));
        }

        @Override
        public Page page(Query query, Restriction only, Order order, int from, int count)
                throws IOException {
            return ask(index -> index.page(query, only, order, from, count));
        }

        @Override
        public Facets facets(Query query, Restriction only, int top) throws IOException {
            return ask(index -> index.facets(query, only, top));
        }

        @Override
        public List<int[]> highlights(Query query, String text) throws IOException {
            return shared.highlights(query, text);
        }

        @Override
        public Unseen unseen() throws IOException {
            return ask(SearchIndex::unseen);
        }

        @Override
        public void close() {
            // The index stays open for the next who asks.
        }
    }
}
