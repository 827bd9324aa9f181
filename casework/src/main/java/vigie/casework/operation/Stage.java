package vigie.casework.operation;

import java.io.IOException;
import java.util.List;

/// What an edition does to a case once its evidence is read and connected, before the checkpoint
/// that ends a taking or rebuilding. Nobody else works on the case meanwhile.
///
/// A stage goes on where a kill stopped it, and does nothing where nothing changed. What it derives
/// belongs to the case's rows: they are dropped with the others when the case is rebuilt.
public interface Stage {
    /// One lower-case word: what is being done, as progress says it.
    String name();

    /// Does it.
    ///
    /// @return errors, one sentence for each thing that could not be done
    List<String> run(StageWork work) throws IOException;

    /// Gives the stage's rows what people decided in the ledger and they lack. Called whenever a
    /// case is opened, and after its rows were dropped.
    void replay(OpenCase opened) throws IOException;
}
