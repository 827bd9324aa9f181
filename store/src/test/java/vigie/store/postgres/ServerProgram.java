package vigie.store.postgres;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/// A program that starts the server of a home, tells its process id, and waits to be killed.
public final class ServerProgram {
    private ServerProgram() {}

    /// Arguments: the home's folder and id.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        EmbeddedPostgres server =
                EmbeddedPostgres.start(
                        new EmbeddedPostgres.Place(Path.of(arguments[0]), arguments[1], null),
                        _ -> {});
        try (PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out))) {
            out.println(server.pid());
            out.flush();
            Thread.sleep(60_000);
        }
        server.close();
    }
}
