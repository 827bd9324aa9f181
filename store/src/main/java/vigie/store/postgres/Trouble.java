package vigie.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What went wrong in the database, as one sentence.
public final class Trouble {
    private Trouble() {}

    /// The exception to throw for what a driver or a library above it threw: an
    /// [UncheckedIOException] where the world broke, an [IllegalStateException] where this program
    /// asked for what the database refuses.
    public static RuntimeException of(Throwable failure) {
        SQLException cause = sql(failure);
        if (cause == null) {
            return failure instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException(failure);
        }
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        String sentence =
                switch (state) {
                    case "53100" -> "the disk that holds the database is full";
                    case "53200" -> "the database ran out of memory";
                    case "55P03" -> "another program has been writing to this case for too long";
                    case "28P01", "28000" -> "the database does not accept the password";
                    default ->
                            state.startsWith("08") || state.startsWith("57P")
                                    ? "the connection to the database was lost; what was not"
                                            + " acknowledged was not kept, run the command again"
                                    : state.startsWith("58") || state.startsWith("XX")
                                            ? "the database reports damage or a failing disk: "
                                                    + cause.getMessage()
                                            : "";
                };
        return sentence.isEmpty()
                ? new IllegalStateException(
                        "the database refused (" + state + "): " + cause.getMessage(), failure)
                : new UncheckedIOException(sentence, new IOException(sentence, failure));
    }

    private static @Nullable SQLException sql(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
