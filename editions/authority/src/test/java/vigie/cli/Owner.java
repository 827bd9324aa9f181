package vigie.cli;

import java.io.IOException;
import java.nio.file.Path;

/// Owns the home in a folder and lets others join until its standard input ends.
public final class Owner {
    private Owner() {}

    /// Says `ready` once others may join.
    public static void main(String[] arguments) throws IOException {
        Console console = new Console(System.out, System.err, false);
        try (Wiring wiring = Wiring.open(Path.of(arguments[0]), console)) {
            wiring.publish();
            console.print("ready");
            while (System.in.read() >= 0) {
                // Only the end counts.
            }
        }
    }
}
