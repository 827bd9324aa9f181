package vigie.casework.media.match;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.Consumer;
import vigie.media.worker.Answer;
import vigie.media.worker.Item;

/// What examines files in confined processes. It is opened only where there is something to
/// examine.
public interface Examining extends AutoCloseable {
    /// Opens one.
    interface Opening {
        /// Starts what examines.
        Examining open() throws IOException;
    }

    /// Examines items, asked for one at a time, and hands over each answer, in any order, on this
    /// thread.
    void examine(Iterator<Item> items, Consumer<Answer> answers) throws IOException;

    @Override
    void close();
}
