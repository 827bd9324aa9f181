package vigie.cli;

import java.io.PrintStream;
import java.util.function.Consumer;

/// Where a verb writes. Results go to standard output: words for a person, or, with `--json`,
/// exactly one compact object as the last line. Everything else goes to standard error.
public final class Console {
    /// Whether standard error is a terminal, which the launcher knows.
    private static final boolean TERMINAL = Boolean.getBoolean("vigie.terminal");

    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;

    /// @param json whether the result is one object, and words for a person are left out
    public Console(PrintStream out, PrintStream err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /// Whether the result is to be JSON.
    public boolean json() {
        return json;
    }

    /// A line of the result for a person; nothing with `--json`. What steers a terminal is shown as
    /// a token, since names and texts of evidence come this way.
    public void print(String line) {
        if (!json) {
            out.println(Visible.of(line));
        }
    }

    /// Several lines of the result for a person; nothing with `--json`.
    public void block(String lines) {
        lines.lines().forEach(this::print);
    }

    /// The result as one JSON object; nothing without `--json`.
    public void object(Consumer<JsonText> content) {
        if (json) {
            out.println(JsonText.object(content));
        }
    }

    /// A line of a result that is JSON whether or not it is asked for.
    public void result(String line) {
        out.println(line);
    }

    /// A line of progress, warning or explanation.
    public void say(String line) {
        err.println(Visible.of(line));
    }

    /// Overwrites the current line of a terminal with a stage and how far it is; nothing elsewhere.
    public void progress(String line) {
        if (TERMINAL) {
            err.print("\r\u001b[K" + Visible.of(line));
            err.flush();
        }
    }

    /// Clears the line of progress.
    public void progressDone() {
        progress("");
    }
}
