package vigie.cli.lab;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A table in a text file after RFC 4180, UTF-8, read row by row. Spaces around a cell are left
// out.
final class CsvFile implements Closeable {
    private static final int LONGEST_CELL = 1 << 20;

    private static final int MOST_CELLS = 1 << 12;

    private final Path file;
    private final BufferedReader in;
    private final StringBuilder cell = new StringBuilder();
    private long line = 1;
    private int ahead = -2;

    CsvFile(Path file) throws IOException {
        this.file = file;
        this.in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        in.mark(1);
        if (in.read() != '\uFEFF') {
            in.reset();
        }
    }

    /// The next row that has anything in it; empty at the end.
    ///
    /// @throws IOException if a quotation does not end, or a row is larger than any table's
    List<String> next() throws IOException {
        while (peek() >= 0) {
            List<String> row = row();
            if (row.size() > 1 || !row.getFirst().isEmpty()) {
                return row;
            }
        }
        return List.of();
    }

    /// The line that is read next, from 1.
    long line() {
        return line;
    }

    private List<String> row() throws IOException {
        List<String> row = new ArrayList<>();
        while (true) {
            int end = cell();
            row.add(cell.toString().strip());
            if (end != ',') {
                return row;
            }
            if (row.size() == MOST_CELLS) {
                throw wrong("more than " + MOST_CELLS + " cells");
            }
        }
    }

    /// Reads a cell and says what ended it: a comma, the line, or the file.
    private int cell() throws IOException {
        cell.setLength(0);
        boolean quoted = false;
        while (true) {
            int c = read();
            if (quoted && c == '"') {
                if (peek() == '"') {
                    append(read());
                } else {
                    quoted = false;
                }
            } else if (c < 0) {
                if (quoted) {
                    throw wrong("a quotation does not end");
                }
                return c;
            } else if (quoted) {
                append(c);
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == ',' || c == '\n') {
                return c;
            } else if (c != '\r') {
                append(c);
            }
        }
    }

    private void append(int c) throws IOException {
        if (cell.length() == LONGEST_CELL) {
            throw wrong("a cell of more than a million characters");
        }
        cell.append((char) c);
    }

    private IOException wrong(String why) {
        return new IOException("%s, line %d: %s".formatted(file, line, why));
    }

    private int peek() throws IOException {
        if (ahead == -2) {
            ahead = in.read();
        }
        return ahead;
    }

    private int read() throws IOException {
        int c = peek();
        ahead = -2;
        line += c == '\n' ? 1 : 0;
        return c;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
