package vigie.sample.dice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The lines of a resource that ships with the sample.
public final class Lines {
    private Lines() {}

    /// All lines but the empty ones and those that start with `#`.
    public static List<String> of(String name) {
        InputStream stream = Lines.class.getResourceAsStream("/vigie/sample/" + name);
        if (stream == null) {
            throw new IllegalStateException("the sample lacks its resource " + name);
        }
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The parts of a line between separators.
    public static List<String> split(String line, char separator) {
        var parts = new java.util.ArrayList<String>();
        int from = 0;
        for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, from)) {
            parts.add(line.substring(from, at));
            from = at + 1;
        }
        parts.add(line.substring(from));
        return List.copyOf(parts);
    }
}
