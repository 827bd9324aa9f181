package vigie.evidence.jsonstream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one JSON document, forwards, as the caller asks for it: an object is entered, its keys
/// come one after the other, and each value is read as what it must be or passed over.
///
/// Whatever is passed over is checked as strictly as what is read.
public final class JsonCursor extends StringScanner {
    /// What [#key] returns behind the last key of an object.
    public static final int END = -2;

    /// Deepest nesting; no export needs a quarter of it.
    public static final int DEEPEST = 64;

    /// Keys outside the format that open objects may have together, and their bytes: they are held
    /// to find one that stands twice.
    private static final int MOST_FOREIGN = 65_536;

    private static final int LONGEST_NUMBER = 1024;
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final Keys keys;
    private final long[] seen = new long[(DEEPEST + 1) * 4];
    private final @Nullable Set<String>[] foreign = sets();
    private final ByteCache<String> strings = new ByteCache<>();
    private int foreignCount;
    private long foreignLength;
    private int depth;

    /// One bit a level: set before the first member.
    private long first;

    private long keyOffset;
    private @Nullable String foreignKey;
    private int lastKey;

    /// Reads from `in`, whose first byte has this offset in `file`.
    public JsonCursor(InputStream in, long offset, String file, Keys keys, Repairs repairs)
            throws IOException {
        super(in, offset, file, repairs);
        this.keys = keys;
        if (offset == 0) {
            passByteOrderMark();
        }
    }

    // An array of a parameterised type has no other constructor.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Set<String>[] sets() {
        return new Set[DEEPEST + 1];
    }

    private void passByteOrderMark() throws IOException {
        while (limit < 3 && fill()) {}
        if (buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            position = 3;
        }
    }

    /// The first byte of the next token, which stays unread.
    public int peek() throws IOException {
        start = -1;
        int p = position;
        byte[] bytes = buffer;
        // Behind a key or the start of an element the token is already next, or the window ends.
        if (p < limit && bytes[p] > ' ') {
            return bytes[p];
        }
        return token();
    }

    /// The same, in the places where white space is usual.
    private int token() throws IOException {
        int next = tokenOrEnd();
        if (next < 0) {
            throw truncated();
        }
        return next;
    }

    private int tokenOrEnd() throws IOException {
        start = -1;
        while (true) {
            byte[] bytes = buffer;
            int last = limit;
            int p = position;
            while (p < last) {
                byte b = bytes[p];
                if (b > ' ') {
                    position = p;
                    return b;
                }
                if (b == '\n' || b == ' ') {
                    p += 1 + Words.spaces(Words.at(bytes, p + 1));
                } else if (b == '\r' || b == '\t') {
                    p++;
                } else {
                    position = p;
                    return b & 0xFF;
                }
            }
            position = last;
            if (!fill()) {
                return -1;
            }
        }
    }

    /// Passes over white space where the window has it, so that [#peek] finds the token at once.
    private void approach() {
        int p = position;
        byte[] bytes = buffer;
        if (bytes[p] == ' ') {
            p++;
        }
        position = p;
    }

    /// Checks that nothing follows the document.
    public void end() throws IOException {
        if (tokenOrEnd() >= 0) {
            throw malformed(offset(), "something follows the document");
        }
    }

    /// The offset of the next token.
    public long valueOffset() throws IOException {
        peek();
        return offset();
    }

    /// Enters an object.
    public void object() throws IOException {
        expect('{', "expected an object");
        push();
    }

    /// Goes on as if inside an object, before a key or a comma: for a stream that starts there.
    public void insideObject() {
        push();
        first = 0;
    }

    /// The number of the next key, after which its value must be read; [Keys#UNKNOWN] for one that
    /// the format does not define, [#END] where the object ends.
    public int key() throws IOException {
        int next = token();
        if (next == '}') {
            position++;
            pop();
            return END;
        }
        long bit = bit();
        if ((first & bit) == 0) {
            if (next != ',') {
                throw malformed(offset(), "expected a comma or the end of an object");
            }
            position++;
            next = token();
        }
        first &= ~bit;
        if (next != '"') {
            throw malformed(offset(), "expected a key");
        }
        keyOffset = offset();
        scan();
        String escaped = stringEscaped() ? lastString() : null;
        int id = escaped == null ? find(keys) : keys.find(escaped);
        if (id == Keys.UNKNOWN) {
            seeForeign(escaped == null ? lastString() : escaped);
        } else {
            see(id);
        }
        lastKey = id;
        if (peek() != ':') {
            throw malformed(offset(), "expected a colon");
        }
        position++;
        approach();
        return id;
    }

    private void see(int id) throws IOException {
        int word = depth * 4 + (id >> 6);
        long bit = 1L << id;
        if ((seen[word] & bit) != 0) {
            throw again();
        }
        seen[word] |= bit;
    }

    private void seeForeign(String name) throws IOException {
        foreignKey = name;
        foreignLength += name.length();
        if (++foreignCount > MOST_FOREIGN || foreignLength > LONGEST) {
            throw malformed(keyOffset, "too many keys that the format does not define");
        }
        Set<String> names = foreign[depth];
        if (names == null) {
            names = new HashSet<>();
            foreign[depth] = names;
        }
        if (!names.add(name)) {
            throw again();
        }
    }

    private IOException again() {
        return malformed(keyOffset, "a key that stands twice in its object");
    }

    /// Lets the key that was read last stand once more in its object: for writers known to repeat.
    public void allowAgain() {
        seen[depth * 4 + (lastKey >> 6)] &= ~(1L << lastKey);
    }

    /// The offset of the last key.
    public long keyOffset() {
        return keyOffset;
    }

    /// The name of the last key, as long as its value has not been read.
    public String keyName() {
        String name = foreignKey;
        return lastKey == Keys.UNKNOWN && name != null ? name : keys.name(lastKey);
    }

    /// Enters an array.
    public void array() throws IOException {
        expect('[', "expected an array");
        push();
    }

    /// Whether the array has another element, which must then be read.
    public boolean element() throws IOException {
        int next = token();
        if (next == ']') {
            position++;
            pop();
            return false;
        }
        long bit = bit();
        if ((first & bit) == 0) {
            if (next != ',') {
                throw malformed(offset(), "expected a comma or the end of an array");
            }
            position++;
            token();
        }
        first &= ~bit;
        return true;
    }

    private long bit() {
        return 1L << depth - 1;
    }

    private void expect(char opening, String otherwise) throws IOException {
        if (peek() != opening) {
            throw malformed(offset(), otherwise);
        }
        if (depth == DEEPEST) {
            throw malformed(offset(), "nested more than " + DEEPEST + " deep");
        }
        position++;
    }

    private void push() {
        depth++;
        first |= bit();
        int word = depth * 4;
        seen[word] = 0;
        seen[word + 1] = 0;
        seen[word + 2] = 0;
        seen[word + 3] = 0;
    }

    private void pop() {
        Set<String> names = foreign[depth];
        if (names != null && !names.isEmpty()) {
            foreignCount -= names.size();
            for (String name : names) {
                foreignLength -= name.length();
            }
            names.clear();
        }
        depth--;
    }

    /// Reads a string.
    public String string() throws IOException {
        readString();
        return lastString();
    }

    /// Passes over a string, which is then the last string and must be decoded or remembered.
    public void readString() throws IOException {
        if (peek() != '"') {
            throw malformed(offset(), "expected a string");
        }
        scan();
    }

    /// Reads a string that is likely to repeat.
    public String shared() throws IOException {
        readString();
        String known = find(strings);
        if (known == null) {
            known = lastString();
            remember(strings, known);
        }
        return known;
    }

    /// Reads `null` if it is next.
    public boolean passNull() throws IOException {
        if (peek() != 'n') {
            return false;
        }
        literal(NULL);
        return true;
    }

    /// Reads `true` or `false`.
    public boolean bool() throws IOException {
        int next = peek();
        if (next == 't') {
            literal(TRUE);
            return true;
        }
        if (next != 'f') {
            throw malformed(offset(), "expected true or false");
        }
        literal(FALSE);
        return false;
    }

    private void literal(byte[] word) throws IOException {
        for (int i = 0; i < word.length; i++) {
            need(i + 1);
            if (buffer[position + i] != word[i]) {
                throw malformed(offset(), "expected a value");
            }
        }
        position += word.length;
    }

    /// Reads an integer of 64 bits.
    public long integer() throws IOException {
        int next = peek();
        if (next != '-' && (next < '0' || next > '9')) {
            throw malformed(offset(), "expected an integer");
        }
        int length = scanNumber();
        boolean negative = next == '-';
        long value = 0;
        for (int p = start + (negative ? 1 : 0); p < start + length; p++) {
            int digit = buffer[p] - '0';
            // Counted below zero, where there is room for one more.
            if (digit < 0
                    || digit > 9
                    || value < Long.MIN_VALUE / 10
                    || (value *= 10) < Long.MIN_VALUE + digit) {
                throw malformedAt(start, "not an integer of 64 bits");
            }
            value -= digit;
        }
        if (!negative && value == Long.MIN_VALUE) {
            throw malformedAt(start, "not an integer of 64 bits");
        }
        return negative ? value : -value;
    }

    /// Reads a number as it is written.
    public String number() throws IOException {
        int next = peek();
        if (next != '-' && (next < '0' || next > '9')) {
            throw malformed(offset(), "expected a number");
        }
        int length = scanNumber();
        return new String(buffer, start, length, StandardCharsets.ISO_8859_1);
    }

    private int scanNumber() throws IOException {
        start = position;
        if (buffer[position] == '-') {
            position++;
        }
        if (byteOrEnd() == '0') {
            position++;
        } else {
            digits();
        }
        if (byteOrEnd() == '.') {
            position++;
            digits();
        }
        int e = byteOrEnd();
        if (e == 'e' || e == 'E') {
            position++;
            int sign = byteOrEnd();
            if (sign == '+' || sign == '-') {
                position++;
            }
            digits();
        }
        return position - start;
    }

    private void digits() throws IOException {
        int b = byteOrEnd();
        if (b < 0) {
            throw truncated();
        }
        if (b < '0' || b > '9') {
            throw malformed(offset(), "expected a digit");
        }
        while (b >= '0' && b <= '9') {
            position++;
            if (position - start > LONGEST_NUMBER) {
                throw malformed(offset(), "a number longer than " + LONGEST_NUMBER + " bytes");
            }
            b = byteOrEnd();
        }
    }

    private int byteOrEnd() throws IOException {
        return position < limit || fill() ? buffer[position] & 0xFF : -1;
    }

    /// Passes over a value of any type.
    public void skip() throws IOException {
        int next = peek();
        switch (next) {
            case '"' -> {
                scan();
                checkString();
            }
            case '{' -> {
                object();
                while (key() != END) {
                    skip();
                }
            }
            case '[' -> {
                array();
                while (element()) {
                    skip();
                }
            }
            case 't' -> literal(TRUE);
            case 'f' -> literal(FALSE);
            case 'n' -> literal(NULL);
            default -> {
                if (next != '-' && (next < '0' || next > '9')) {
                    throw malformed(offset(), "expected a value");
                }
                scanNumber();
            }
        }
    }

    /// A second cursor over bytes read since the mark; it reports no repairs, since this one has.
    public JsonCursor again(long from, long to) throws IOException {
        byte[] bytes = copy(from, (int) (to - from));
        return new JsonCursor(new ByteArrayInputStream(bytes), from, file(), keys, Repairs.NONE);
    }
}
