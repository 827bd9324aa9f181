package vigie.store.index;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/// Indexes one exhibit after another until it is killed, and says which are committed.
final class IndexingChild {
    private IndexingChild() {}

    /// Indexes into the folder that is named first.
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        try (LuceneIndex index = LuceneIndex.open(Path.of(arguments[0]))) {
            for (int exhibit = 1; exhibit < 5000; exhibit++) {
                LuceneIndexFailureTest.take(index, exhibit);
                out.println(exhibit);
                out.flush();
            }
        }
    }
}
