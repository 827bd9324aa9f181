package vigie.evidence.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// A value that has exactly one canonical form: no fractions, no null, no truth values.
public sealed interface Json {
    /// The largest whole number that every reader of JSON represents exactly (2^53 - 1).
    long MAX_WHOLE = (1L << 53) - 1;

    /// A string of well-formed Unicode.
    record Text(String value) implements Json {
        public Text {
            requireWellFormed(value);
        }
    }

    /// A whole number between `-MAX_WHOLE` and `MAX_WHOLE`.
    record Whole(long value) implements Json {
        public Whole {
            if (value > MAX_WHOLE || value < -MAX_WHOLE) {
                throw new IllegalArgumentException("beyond 2^53 - 1: " + value);
            }
        }
    }

    /// An array.
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }

        /// An array of strings.
        public static Items ofTexts(List<String> texts) {
            return new Items(texts.stream().map(text -> (Json) new Text(text)).toList());
        }

        /// The strings of an array that holds nothing else, in order.
        ///
        /// @throws IllegalArgumentException if it holds anything else
        public List<String> texts() {
            var texts = new ArrayList<String>(values.size());
            for (Json value : values) {
                if (!(value instanceof Text(String text))) {
                    throw new IllegalArgumentException("an array of strings holds something else");
                }
                texts.add(text);
            }
            return texts;
        }
    }

    /// An object; its keys are ordered by UTF-16 units, as RFC 8785 wants them.
    record Fields(SortedMap<String, Json> values) implements Json {
        /// An object without keys.
        public static final Fields NONE = new Fields(new TreeMap<>());

        public Fields {
            var copy = new TreeMap<String, Json>();
            copy.putAll(values);
            copy.keySet().forEach(Json::requireWellFormed);
            values = Collections.unmodifiableSortedMap(copy);
        }

        /// An object with these keys.
        public static Fields of(Map<String, ? extends Json> values) {
            return new Fields(new TreeMap<>(values));
        }

        /// An object of strings.
        public static Fields ofTexts(Map<String, String> texts) {
            var values = new TreeMap<String, Json>();
            texts.forEach((key, text) -> values.put(key, new Text(text)));
            return new Fields(values);
        }

        /// This object with one more key.
        public Fields with(String key, Json value) {
            var more = new TreeMap<>(values);
            more.put(key, value);
            return new Fields(more);
        }

        /// This object with one more string.
        public Fields with(String key, String text) {
            return with(key, new Text(text));
        }

        /// This object with one more whole number.
        public Fields with(String key, long whole) {
            return with(key, new Whole(whole));
        }

        /// The string under a key, if there is one.
        public Optional<String> text(String key) {
            return values.get(key) instanceof Text(String text)
                    ? Optional.of(text)
                    : Optional.empty();
        }

        /// The whole number under a key, if there is one.
        public OptionalLong whole(String key) {
            return values.get(key) instanceof Whole(long whole)
                    ? OptionalLong.of(whole)
                    : OptionalLong.empty();
        }

        /// The array under a key, if there is one.
        public Optional<Items> items(String key) {
            return values.get(key) instanceof Items items ? Optional.of(items) : Optional.empty();
        }

        /// The object under a key, if there is one.
        public Optional<Fields> fields(String key) {
            return values.get(key) instanceof Fields fields
                    ? Optional.of(fields)
                    : Optional.empty();
        }
    }

    private static void requireWellFormed(String text) {
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("half a character at unit " + i);
            }
        }
    }
}
