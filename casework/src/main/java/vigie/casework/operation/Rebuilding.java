package vigie.casework.operation;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigie.evidence.disk.Folders;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Basis;
import vigie.model.casefile.Refusal;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;
import vigie.readers.Reader;

/// Throws away everything derived of a case and derives it again from vault and ledger.
public final class Rebuilding {
    private Rebuilding() {}

    /// Rebuilds rows and index.
    ///
    /// @return errors, one sentence for each exhibit that breaks its format
    /// @throws IOException where somebody else works on the case
    public static List<String> rebuild(
            OpenCase opened, List<Reader> readers, String purpose, Progress progress)
            throws IOException {
        try (CaseWork work = opened.begin(WorkInProgress.Kind.REBUILD, progress)) {
            return rebuildAlone(opened, readers, purpose, work);
        }
    }

    private static List<String> rebuildAlone(
            OpenCase opened, List<Reader> readers, String purpose, Progress progress)
            throws IOException {
        CaseBook book = CaseBook.read(opened.ledger());
        opened.check(book.basis());
        requireOpenable(opened, book);
        opened.ledger().append(Draft.of(Verb.ALTERATION, "rebuild", opened.actor(), purpose));
        opened.store().forget(opened.name());
        dropIndex(opened.indexFolder());
        opened.store().addExhibits(opened.name(), book.exhibits(), book.entries());
        opened.replayDecisions();
        List<String> errors =
                new ArrayList<>(
                        new ExhibitReading(opened, book, readers, purpose, progress)
                                .readAll(book.exhibits()));
        errors.addAll(StageWork.run(opened, book, purpose, progress));
        opened.checkpoint();
        return errors;
    }

    /// What no basis opens any more could not be derived again, so nothing is thrown away.
    private static void requireOpenable(OpenCase opened, CaseBook book) {
        Map<Basis, Optional<Refusal>> checked = new HashMap<>();
        Map<Sha256, Refusal> refused = new LinkedHashMap<>();
        Set<Sha256> openable = new HashSet<>();
        for (Exhibit exhibit : book.exhibits()) {
            checked.computeIfAbsent(book.basis(exhibit), basis -> refusal(opened, basis))
                    .ifPresentOrElse(
                            refusal -> refused.putIfAbsent(exhibit.digest(), refusal),
                            () -> openable.add(exhibit.digest()));
        }
        refused.keySet().removeAll(openable);
        for (Refusal refusal : refused.values()) {
            throw refusal;
        }
    }

    private static Optional<Refusal> refusal(OpenCase opened, Basis basis) {
        try {
            opened.check(basis);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    private static void dropIndex(Path folder) throws IOException {
        try {
            Folders.delete(folder);
        } catch (DirectoryNotEmptyException stillUsed) {
            throw new IOException("the index is in use: " + folder, stillUsed);
        }
    }
}
