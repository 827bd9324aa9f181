package vigie.readers.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.material.Span;

/// The rows of a table, strictly as RFC 4180 writes them; lines end with CRLF or LF.
final class Rows {
    /// Longest row, in characters, and most columns: far above any message.
    private static final int LONGEST = 16 << 20;

    private static final int MOST_COLUMNS = 1000;

    private final Characters in;
    private final int separator;
    private final StringBuilder cell = new StringBuilder();
    private int next;
    private int length;

    /// One row: its bytes without the end of the line, its cells and where each starts.
    record Row(Span at, List<String> cells, List<Long> offsets) {}

    Rows(Characters in, char separator) throws IOException {
        this.in = in;
        this.separator = separator;
        next = in.next();
    }

    /// The next row, or null behind the last.
    @Nullable Row next() throws IOException {
        if (next == Characters.END) {
            return null;
        }
        long start = in.offset();
        List<String> cells = new ArrayList<>();
        List<Long> offsets = new ArrayList<>();
        length = 0;
        while (true) {
            offsets.add(in.offset());
            cells.add(next == '"' ? quoted() : plain());
            if (next != separator) {
                break;
            }
            if (cells.size() == MOST_COLUMNS) {
                throw in.malformed(in.offset(), "more than " + MOST_COLUMNS + " columns");
            }
            advance();
        }
        long end = in.offset();
        endOfLine();
        return new Row(new Span(start, end - start), cells, offsets);
    }

    private void advance() throws IOException {
        next = in.next();
    }

    private void keep() throws IOException {
        if (++length > LONGEST) {
            throw in.malformed(in.offset(), "a row longer than " + LONGEST + " characters");
        }
        cell.appendCodePoint(next);
        advance();
    }

    private String plain() throws IOException {
        cell.setLength(0);
        while (next != separator && next != '\r' && next != '\n' && next != Characters.END) {
            if (next == '"') {
                throw in.malformed(in.offset(), "a quote inside a cell that is not quoted");
            }
            keep();
        }
        return cell.toString();
    }

    private String quoted() throws IOException {
        cell.setLength(0);
        advance();
        while (true) {
            if (next == Characters.END) {
                throw in.malformed(in.offset(), "the input ends too early");
            }
            if (next == '"') {
                advance();
                if (next != '"') {
                    break;
                }
            }
            keep();
        }
        if (next != separator && next != '\r' && next != '\n' && next != Characters.END) {
            throw in.malformed(in.offset(), "expected a separator after a quoted cell");
        }
        return cell.toString();
    }

    private void endOfLine() throws IOException {
        if (next == '\r') {
            advance();
            if (next != '\n') {
                throw in.malformed(in.offset(), "expected the end of a line");
            }
        }
        if (next == '\n') {
            advance();
        }
    }
}
