package vigie.text.gazetteer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads the lines of a table whose cells are separated by tabs, strictly, within bounds.
final class TsvLines {
    /// Room for a place with the longest names that are allowed.
    static final int MAX_LINE = 64 << 10;

    private final InputStream in;
    private final long most;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final byte[] buffer = new byte[1 << 16];
    private byte[] line = new byte[1024];
    private int at;
    private int filled;
    private long read;
    private int number;

    /// @param most how many bytes are read at most
    TsvLines(InputStream in, long most) {
        this.in = in;
        this.most = most;
    }

    /// The number of the line that was read last, from 1.
    int number() {
        return number;
    }

    MalformedGazetteer malformed(String problem) {
        return new MalformedGazetteer(Math.max(1, number), problem);
    }

    /// The cells of the next line, or null after the last.
    String @Nullable [] next() throws IOException {
        number++;
        int length = line();
        if (length < 0) {
            return null;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        String text;
        try {
            text = decoder.decode(ByteBuffer.wrap(line, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw malformed("not UTF-8");
        }
        return number == 1 && text.startsWith("\uFEFF")
                ? text.substring(1).split("\t", -1)
                : text.split("\t", -1);
    }

    private int line() throws IOException {
        int length = 0;
        while (true) {
            if (at == filled && !fill()) {
                if (length > 0) {
                    throw malformed("the line has no end: the file is cut");
                }
                return -1;
            }
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int more = end - at;
            if (length + more > MAX_LINE) {
                throw malformed("longer than " + MAX_LINE + " bytes");
            }
            if (length + more > line.length) {
                line = Arrays.copyOf(line, Math.min(MAX_LINE, 2 * (length + more)));
            }
            System.arraycopy(buffer, at, line, length, more);
            length += more;
            at = end;
            if (end < filled) {
                at++;
                return length;
            }
        }
    }

    private boolean fill() throws IOException {
        try {
            filled = Math.max(0, in.read(buffer));
        } catch (EOFException e) {
            throw malformed("the compressed file is cut");
        } catch (ZipException e) {
            throw malformed("the compressed file is damaged: " + e.getMessage());
        }
        at = 0;
        read += filled;
        if (read > most) {
            throw malformed("the file holds more than " + most + " bytes");
        }
        return filled > 0;
    }
}
