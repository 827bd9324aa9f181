package vigie.casework.operation;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.util.List;
import vigie.evidence.disk.Folders;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Verb;
import vigie.readers.Reader;

/// Throws away everything derived of a case and derives it again from vault and ledger.
public final class Rebuilding {
    private Rebuilding() {}

    /// Rebuilds rows and index.
    ///
    /// @return errors, one sentence for each exhibit that breaks its format
    public static List<String> rebuild(
            OpenCase opened, List<Reader> readers, String purpose, Progress progress)
            throws IOException {
        CaseBook book = CaseBook.read(opened.ledger());
        opened.check(book.basis());
        opened.ledger().append(Draft.of(Verb.ALTERATION, "rebuild", opened.actor(), purpose));
        opened.store().forget(opened.name());
        dropIndex(opened.indexFolder());
        opened.store().addExhibits(opened.name(), book.exhibits(), book.entries());
        List<String> errors =
                new ExhibitReading(opened, book, readers, purpose, progress)
                        .readAll(book.exhibits());
        opened.ledger().checkpoint();
        return errors;
    }

    private static void dropIndex(Path folder) throws IOException {
        try {
            Folders.delete(folder);
        } catch (DirectoryNotEmptyException stillUsed) {
            throw new IOException("the index is in use: " + folder, stillUsed);
        }
    }
}
