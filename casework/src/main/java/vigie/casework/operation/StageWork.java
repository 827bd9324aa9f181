package vigie.casework.operation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One run of the stages of an edition over a case that nobody else works on.
///
/// @param opened   the case
/// @param evidence its exhibits and their bytes
/// @param purpose  what for, as the ledger keeps it
/// @param progress told how far it is
public record StageWork(OpenCase opened, CaseEvidence evidence, String purpose, Progress progress) {

    /// Runs the stages alone, as after a change of what they compare evidence with.
    ///
    /// @return errors, one sentence for each thing that could not be done
    /// @throws IOException where somebody else works on the case
    public static List<String> run(OpenCase opened, String purpose, Progress progress)
            throws IOException {
        try (CaseWork work = opened.begin(WorkInProgress.Kind.DERIVE, progress)) {
            List<String> errors = run(opened, CaseBook.read(opened.ledger()), purpose, work);
            opened.checkpoint();
            return errors;
        }
    }

    /// Runs the stages inside other work.
    static List<String> run(OpenCase opened, CaseBook book, String purpose, Progress progress)
            throws IOException {
        List<String> errors = new ArrayList<>();
        for (Stage stage : opened.stages()) {
            progress.at(stage.name(), 0);
            errors.addAll(
                    stage.run(
                            new StageWork(
                                    opened, new CaseEvidence(opened, book), purpose, progress)));
        }
        return errors;
    }
}
