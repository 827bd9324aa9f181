package vigie.store.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.SearchIndex;
import vigie.text.query.Query;
import vigie.text.query.QueryParser;

/// The index of a case in a folder. Any number of threads and processes search it while one
/// indexes; what is found is always that of one whole commit.
public final class LuceneIndex implements SearchIndex {
    /// Enough that a million short messages become few segments, so little that what is left to
    /// write at the end of an exhibit takes a second at most.
    private static final double RAM_MEGABYTES = 32;

    /// Segments of one size are left side by side up to this many: few enough to search, so many
    /// that an export of a million messages ends without a merge.
    private static final int SEGMENTS = 12;

    /// How long a commit of another process may stay unseen.
    private static final long STALE_NANOS = 200_000_000;

    /// Lucene's hints about faster launch options are nothing that a person at work can act on.
    /// Held here, since the level is forgotten with the logger.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    static {
        LUCENE.setLevel(Level.SEVERE);
        IndexSearcher.setMaxClauseCount(4 * QueryParser.MAX_TERMS);
    }

    private final Path folder;
    private final Results results = new Results();
    private @Nullable FSDirectory directory;
    private @Nullable SearcherManager searchers;
    private String identity = "";
    private long refreshed;
    private boolean indexing;

    private LuceneIndex(Path folder) {
        this.folder = folder;
    }

    /// The index in a folder; a folder that does not exist is an empty index.
    ///
    /// @throws IndexUnusable if its files are damaged or of another version: [#discard] it and
    ///     index again
    public static LuceneIndex open(Path folder) throws IOException {
        var index = new LuceneIndex(folder);
        try {
            index.refresh(true);
            return index;
        } catch (IOException unusable) {
            index.close();
            throw unusable;
        }
    }

    /// Deletes the index in a folder, if there is one.
    public static void discard(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException _) {
            // It is gone, which is what was asked.
        }
    }

    @Override
    public Set<Integer> exhibits() throws IOException {
        refresh(true);
        return with(searcher -> state(searcher).exhibits(), Set.of());
    }

    @Override
    public Indexing index(int exhibit, int operator, String declaredOwner) throws IOException {
        synchronized (this) {
            if (indexing) {
                throw new IllegalStateException("an exhibit is being indexed");
            }
            Files.createDirectories(folder);
            refresh(true);
            IndexWriter writer = writer();
            indexing = true;
            try {
                CommitState before = with(LuceneIndex::state, CommitState.EMPTY);
                return new ExhibitIndexing(
                        writer,
                        exhibit,
                        operator,
                        declaredOwner,
                        before,
                        this::changed,
                        this::ended);
            } catch (IOException failed) {
                indexing = false;
                writer.close();
                throw failed;
            }
        }
    }

    private IndexWriter writer() throws IOException {
        var config = new IndexWriterConfig();
        config.setRAMBufferSizeMB(RAM_MEGABYTES);
        config.setUseCompoundFile(false);
        config.setCommitOnClose(false);
        config.setMergeScheduler(new SerialMergeScheduler());
        var merges = new TieredMergePolicy().setSegmentsPerTier(SEGMENTS);
        merges.setNoCFSRatio(1);
        merges.setMaxCFSSegmentSizeMB(8);
        config.setMergePolicy(merges);
        try {
            return new IndexWriter(directory(), config);
        } catch (LockObtainFailedException held) {
            throw new IOException("the index is being written by another process", held);
        }
    }

    private synchronized void changed() {
        refreshed = 0;
    }

    private synchronized void ended() {
        indexing = false;
    }

    @Override
    public Hits search(Query query, int limit, boolean exact) throws IOException {
        refresh(false);
        return with(
                searcher -> search(searcher, query, limit, exact), new Hits(List.of(), 0, true));
    }

    private static Hits search(IndexSearcher searcher, Query query, int limit, boolean exact)
            throws IOException {
        var compiled =
                searcher.rewrite(new QueryCompiler(searcher, state(searcher)).compile(query));
        int rows = Math.clamp(limit, 1, Math.max(1, searcher.getIndexReader().maxDoc()));
        boolean ranked = QueryCompiler.isRanked(query);
        NewestFirst best = searcher.search(compiled, NewestFirst.manager(rows, ranked, false));
        if (!ranked) {
            return new Hits(best.best(), best.count(), true);
        }
        return exact
                ? new Hits(best.best(), searcher.count(compiled), true)
                : new Hits(best.best(), best.count(), false);
    }

    @Override
    public Page page(Query query, Restriction only, Order order, int from, int count)
            throws IOException {
        if (from < 0 || count < 0 || from + count > DEEPEST) {
            throw new IllegalArgumentException("no page from " + from);
        }
        refresh(false);
        return with(
                searcher -> {
                    Matches matches = results.of(searcher, state(searcher), query, only);
                    boolean ranked = QueryCompiler.isRanked(query);
                    return new Page(
                            matches.page(searcher, order, ranked, from, count), matches.total());
                },
                new Page(List.of(), 0));
    }

    @Override
    public Facets facets(Query query, Restriction only, int top) throws IOException {
        refresh(false);
        return with(
                searcher -> {
                    CommitState state = state(searcher);
                    return results.of(searcher, state, query, only)
                            .facets(searcher, results.ordinals(searcher), state, top);
                },
                new Facets(List.of(), List.of(), List.of(), List.of()));
    }

    @Override
    public List<int[]> highlights(Query query, String text) {
        return new Highlighter(query).of(text);
    }

    @Override
    public Unseen unseen() throws IOException {
        refresh(true);
        return with(
                searcher ->
                        new Unseen(
                                count(searcher, "voice"),
                                count(searcher, "photo", "sticker", "animation"),
                                count(searcher, "video"),
                                count(searcher, "file", "audio"),
                                count(searcher, "absent")),
                new Unseen(0, 0, 0, 0, 0));
    }

    private static long count(IndexSearcher searcher, String... kinds) throws IOException {
        var any = new BooleanQuery.Builder();
        for (String kind : kinds) {
            any.add(new TermQuery(new Term(Terms.EXACT, Kinds.term(kind))), Occur.SHOULD);
        }
        return searcher.count(any.build());
    }

    /// Reads every byte and compares it with the sums that the files hold.
    ///
    /// @throws IndexUnusable if a file is damaged
    public void verify() throws IOException {
        refresh(true);
        with(
                searcher -> {
                    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                        leaf.reader().checkIntegrity();
                    }
                    return true;
                },
                true);
    }

    private interface Asking<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    private <T> T with(Asking<T> asking, T ifEmpty) throws IOException {
        SearcherManager manager;
        IndexSearcher searcher;
        synchronized (this) {
            manager = searchers;
            if (manager == null) {
                return ifEmpty;
            }
            searcher = manager.acquire();
        }
        try {
            return asking.of(searcher);
        } catch (org.apache.lucene.index.CorruptIndexException damaged) {
            throw new IndexUnusable("the index is damaged", damaged);
        } finally {
            manager.release(searcher);
        }
    }

    private static CommitState state(IndexSearcher searcher) throws IOException {
        return searcher.getIndexReader() instanceof DirectoryReader reader
                ? CommitState.of(reader.getIndexCommit().getUserData())
                : CommitState.EMPTY;
    }

    /// Looks whether there is a newer commit.
    private synchronized void refresh(boolean now) throws IOException {
        long time = System.nanoTime();
        if (!now && refreshed != 0 && time - refreshed < STALE_NANOS) {
            return;
        }
        refreshed = time;
        try {
            forgetIfReplaced();
            SearcherManager manager = searchers;
            if (manager != null) {
                manager.maybeRefreshBlocking();
            } else if (exists()) {
                searchers = new SearcherManager(directory(), new Factory());
            }
        } catch (IndexNotFoundException | NoSuchFileException gone) {
            forgetSearchers();
            if (exists()) {
                throw new IndexUnusable("files of the index are missing", gone);
            }
        } catch (IndexUnusable unusable) {
            forgetSearchers();
            throw unusable;
        } catch (IOException | IllegalArgumentException damaged) {
            forgetSearchers();
            throw new IndexUnusable("the index is damaged", damaged);
        }
    }

    private boolean exists() throws IOException {
        return Files.isDirectory(folder) && DirectoryReader.indexExists(directory());
    }

    /// Lets go of an index that was deleted or replaced as a whole: Lucene tells files by their
    /// names.
    private void forgetIfReplaced() throws IOException {
        String now = "";
        if (Files.isDirectory(folder)) {
            var attributes = Files.readAttributes(folder, BasicFileAttributes.class);
            now = attributes.fileKey() + " " + attributes.creationTime();
        }
        if (!now.equals(identity)) {
            forgetSearchers();
            identity = now;
        }
    }

    /// Makes searchers, of indexes of this format only.
    private static final class Factory extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
                throws IOException {
            var searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new BM25Similarity(0, 0));
            state(searcher);
            return searcher;
        }
    }

    private FSDirectory directory() throws IOException {
        FSDirectory open = directory;
        if (open == null) {
            open = FSDirectory.open(folder);
            directory = open;
        }
        return open;
    }

    private void forgetSearchers() throws IOException {
        SearcherManager manager = searchers;
        searchers = null;
        if (manager != null) {
            manager.close();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        forgetSearchers();
        FSDirectory open = directory;
        directory = null;
        if (open != null) {
            open.close();
        }
    }
}
