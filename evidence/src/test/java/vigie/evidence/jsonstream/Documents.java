package vigie.evidence.jsonstream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/// Random JSON documents and random damage to them, the same for the same seed.
final class Documents {
    private static final String[] WORDS = {
        "",
        "id",
        "text",
        "text_entities",
        "garden",
        "été",
        "Сад",
        "庭",
        "🌻",
        "a\\nb",
        "\\u00e9",
        "\\ud83c\\udf3b",
        "\\\"",
        "\\\\",
        "\\/",
        "\\b\\f\\r\\t",
        "\\u0000",
        "\u007f",
        "waiting_for_the_tide"
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "1",
        "-12",
        "3.25",
        "1e9",
        "-2E-3",
        "0.0e+1",
        "9223372036854775807",
        "123456789012345678901234567890"
    };
    private static final String[] SPACES = {"", "", "", " ", "\n ", "\r\n\t", "        \n"};

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    Documents(long seed) {
        random = new Random(seed);
    }

    String next() {
        out.setLength(0);
        space();
        value(0);
        space();
        return out.toString();
    }

    /// The bytes with a few of them changed, removed, doubled or cut off.
    byte[] damaged(byte[] bytes) {
        byte[] damaged = bytes.clone();
        for (int i = random.nextInt(3); i >= 0 && damaged.length > 0; i--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(5)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> damaged = Arrays.copyOf(damaged, at);
                case 3 -> damaged = without(damaged, at, 1 + random.nextInt(4));
                default -> {
                    byte[] inserted = token();
                    byte[] longer = Arrays.copyOf(damaged, damaged.length + inserted.length);
                    System.arraycopy(
                            damaged, at, longer, at + inserted.length, damaged.length - at);
                    System.arraycopy(inserted, 0, longer, at, inserted.length);
                    damaged = longer;
                }
            }
        }
        return damaged;
    }

    private byte[] token() {
        String[] tokens = {
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\x1f", "\\ud800", "null", "-", "0",
            ".", "e", "\u0000", "\"id\":", "é"
        };
        return tokens[random.nextInt(tokens.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] without(byte[] bytes, int at, int count) {
        int end = Math.min(bytes.length, at + count);
        byte[] shorter = new byte[bytes.length - (end - at)];
        System.arraycopy(bytes, 0, shorter, 0, at);
        System.arraycopy(bytes, end, shorter, at, bytes.length - end);
        return shorter;
    }

    private void space() {
        out.append(SPACES[random.nextInt(SPACES.length)]);
    }

    private void value(int depth) {
        int kind = random.nextInt(depth > 5 ? 4 : 7);
        switch (kind) {
            case 0 -> out.append(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 1 -> out.append(random.nextBoolean() ? "true" : "false");
            case 2 -> out.append("null");
            case 3, 4 -> string();
            case 5 -> members(depth, '[', ']');
            default -> members(depth, '{', '}');
        }
    }

    private void string() {
        out.append('"');
        for (int i = random.nextInt(6); i > 0; i--) {
            out.append(WORDS[random.nextInt(WORDS.length)]);
        }
        out.append('"');
    }

    private void members(int depth, char open, char close) {
        out.append(open);
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.append(',');
            }
            space();
            if (open == '{') {
                key(i);
                space();
                out.append(':');
                space();
            }
            value(depth + 1);
            space();
        }
        if (count == 0) {
            space();
        }
        out.append(close);
    }

    private void key(int i) {
        String[] keys = {"id", "type", "date_unixtime", "t\\u0065xt", "ключ", "k", "text"};
        String key = random.nextInt(12) == 0 ? keys[random.nextInt(keys.length)] : keys[i];
        out.append('"').append(key).append('"');
    }
}
