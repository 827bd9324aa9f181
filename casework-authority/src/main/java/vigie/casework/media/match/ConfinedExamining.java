package vigie.casework.media.match;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.Consumer;
import vigie.media.worker.Answer;
import vigie.media.worker.Item;
import vigie.media.worker.Settings;
import vigie.media.worker.Workers;

/// Examines in worker processes of this program.
public final class ConfinedExamining implements Examining {
    private final Workers workers;

    private ConfinedExamining(Workers workers) {
        this.workers = workers;
    }

    /// Starts the first worker.
    public static Examining open() throws IOException {
        return new ConfinedExamining(Workers.start(Settings.usual(CaseExaminer.class.getName())));
    }

    @Override
    public void examine(Iterator<Item> items, Consumer<Answer> answers) throws IOException {
        workers.examine(items, answers);
    }

    @Override
    public void close() {
        workers.close();
    }
}
