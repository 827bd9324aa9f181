package vigie.sample.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes JSON as a stream, either as Telegram Desktop does or as compact standard JSON.
///
/// Telegram Desktop indents by one space and writes control characters as `\xNN`, which is not
/// JSON; the compact form writes them as `\\u00NN`.
public final class JsonOut implements Closeable {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final boolean telegram;
    private final byte[] buffer = new byte[1 << 16];
    private int filled;
    private int depth;
    private boolean first = true;
    private boolean keyed;
    private long escapes;

    /// Writes to `out`, which it closes.
    public JsonOut(OutputStream out, boolean telegram) {
        this.out = out;
        this.telegram = telegram;
    }

    /// How many characters were escaped in a way that is not JSON.
    public long escapes() {
        return escapes;
    }

    /// Starts an object.
    public JsonOut object() throws IOException {
        return open('{');
    }

    /// Ends an object.
    public JsonOut endObject() throws IOException {
        return close('}');
    }

    /// Starts an array.
    public JsonOut array() throws IOException {
        return open('[');
    }

    /// Ends an array.
    public JsonOut endArray() throws IOException {
        return close(']');
    }

    /// The key of what follows.
    public JsonOut key(String key) throws IOException {
        item();
        string(key);
        put(':');
        if (telegram) {
            put(' ');
        }
        keyed = true;
        return this;
    }

    /// A value: a string, a number, a truth value, null, a list or a map of these.
    public JsonOut value(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> raw("null");
            case String text -> {
                item();
                string(text);
            }
            case List<?> list -> {
                array();
                for (Object element : list) {
                    value(element);
                }
                endArray();
            }
            case Map<?, ?> map -> {
                object();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    key(entry.getKey().toString()).value(entry.getValue());
                }
                endObject();
            }
            default -> raw(value.toString());
        }
        return this;
    }

    /// A key with its value.
    public JsonOut field(String key, @Nullable Object value) throws IOException {
        return key(key).value(value);
    }

    /// An array without elements and without a line break, as Telegram writes texts.
    public JsonOut nothing() throws IOException {
        return raw("[]");
    }

    /// A line break between values of their own.
    public void line() throws IOException {
        put('\n');
        first = true;
    }

    private JsonOut raw(String text) throws IOException {
        item();
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
        return this;
    }

    private JsonOut open(char bracket) throws IOException {
        item();
        put(bracket);
        depth++;
        first = true;
        return this;
    }

    private JsonOut close(char bracket) throws IOException {
        depth--;
        indent();
        put(bracket);
        first = false;
        return this;
    }

    private void item() throws IOException {
        if (keyed) {
            keyed = false;
            return;
        }
        if (depth == 0) {
            return;
        }
        if (!first) {
            put(',');
        }
        first = false;
        indent();
    }

    private void indent() throws IOException {
        if (telegram) {
            put('\n');
            for (int i = 0; i < depth; i++) {
                put(' ');
            }
        }
    }

    private void string(String text) throws IOException {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                case '\t' -> escape('t');
                case '"', '\\' -> escape(c);
                case '\u2028', '\u2029' -> {
                    escape('u');
                    put('2');
                    put('0');
                    put('2');
                    put(c == '\u2028' ? '8' : '9');
                }
                default -> {
                    if (c < 32) {
                        control(c);
                    } else if (c < 128) {
                        put(c);
                    } else if (Character.isHighSurrogate(c)) {
                        utf8(Character.toCodePoint(c, text.charAt(++i)));
                    } else {
                        utf8(c);
                    }
                }
            }
        }
        put('"');
    }

    private void control(char c) throws IOException {
        escape(telegram ? 'x' : 'u');
        if (telegram) {
            escapes++;
        } else {
            put('0');
            put('0');
        }
        put(HEX[c >> 4]);
        put(HEX[c & 15]);
    }

    private void escape(char c) throws IOException {
        put('\\');
        put(c);
    }

    private void utf8(int point) throws IOException {
        if (point < 0x800) {
            put(0xC0 | point >> 6);
        } else {
            if (point < 0x10000) {
                put(0xE0 | point >> 12);
            } else {
                put(0xF0 | point >> 18);
                put(0x80 | point >> 12 & 0x3F);
            }
            put(0x80 | point >> 6 & 0x3F);
        }
        put(0x80 | point & 0x3F);
    }

    private void put(int octet) throws IOException {
        if (filled == buffer.length) {
            out.write(buffer);
            filled = 0;
        }
        buffer[filled++] = (byte) octet;
    }

    @Override
    public void close() throws IOException {
        out.write(buffer, 0, filled);
        out.close();
    }
}
