package vigie.media.sets.vics;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.evidence.MalformedInput;
import vigie.evidence.jsonstream.CompactJson;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.evidence.jsonstream.Keys;
import vigie.evidence.jsonstream.Repairs;
import vigie.media.sets.record.Entry;
import vigie.media.sets.segment.DigestKind;

/// Reads a VICS file, whichever of its three envelopes it has: a record that has `Media` is a case,
/// any other an entry. What is stated is kept as text; `null` is not stated.
public final class VicsReader {
    private static final Keys KEYS =
            new Keys(
                    List.of(
                            "odata.metadata",
                            "@odata.context",
                            "value",
                            "Media",
                            "AlternativeHashes",
                            "HashName",
                            "HashValue",
                            "Miniature",
                            "TotalMediaFiles"));
    private static final int METADATA = 0;
    private static final int CONTEXT = 1;
    private static final int VALUE = 2;
    private static final int MEDIA = 3;
    private static final int ALTERNATIVES = 4;
    private static final int HASH_NAME = 5;
    private static final int HASH_VALUE = 6;
    private static final int MINIATURE = 7;
    private static final int TOTAL = 8;

    /// The longest text of one property; lists of device paths are the longest in practice.
    private static final int LONGEST = 1 << 20;

    /// The longest entry.
    private static final int LONGEST_ENTRY = 4 << 20;

    private static final Pattern VERSION =
            Pattern.compile("/DataModels/([0-9]{1,2}\\.[0-9]{1,2})\\.xml");

    private final JsonCursor in;
    private final String file;
    private final Sink out;
    private String version = "";
    private long entries;

    private VicsReader(InputStream in, String file, Sink out) throws IOException {
        this.in = new JsonCursor(in, 0, file, KEYS, Repairs.NONE);
        this.file = file;
        this.out = out;
    }

    /// Is told what the file says.
    public interface Sink {
        /// An entry, with at least one digest.
        void entry(Entry entry) throws IOException;

        /// That the file has something doubtful, once more.
        void count(String what);
    }

    /// Reads a file.
    ///
    /// @return what it was read as: `vics-1.3`, `vics` where it names no version
    /// @throws MalformedInput with the byte, where it is not JSON, ends early, or has no entries
    public static String read(InputStream in, String file, Sink out) throws IOException {
        return new VicsReader(in, file, out).whole();
    }

    private String whole() throws IOException {
        boolean found = false;
        in.object();
        for (int key; (key = in.key()) != JsonCursor.END; ) {
            switch (key) {
                case METADATA, CONTEXT -> context(text());
                case VALUE -> {
                    found = true;
                    in.array();
                    while (in.element()) {
                        record();
                    }
                }
                default -> in.skip();
            }
        }
        in.end();
        if (!found) {
            throw new MalformedInput(file, 0, "no VICS file: it has no \"value\"");
        }
        if (version.isEmpty()) {
            out.count("files name no version of VICS");
        }
        return version.isEmpty() ? "vics" : "vics-" + version;
    }

    private void context(@Nullable String context) {
        Matcher matcher = VERSION.matcher(context == null ? "" : context);
        if (matcher.find()) {
            version = matcher.group(1);
        }
    }

    /// A case or an entry: which, its keys say.
    private void record() throws IOException {
        Gathered entry = new Gathered();
        boolean isCase = false;
        String total = null;
        long before = entries;
        in.object();
        for (int key; (key = in.key()) != JsonCursor.END; ) {
            if (key == MEDIA && in.peek() == '[') {
                isCase = true;
                in.array();
                while (in.element()) {
                    media();
                }
            } else if (key == TOTAL) {
                total = text();
            } else {
                property(key, entry);
            }
        }
        if (isCase) {
            if (total != null && !total.equals(Long.toString(entries - before))) {
                out.count("cases state another number of entries than they have");
            }
        } else if (!entry.properties.containsKey("CaseID")) {
            emit(entry);
        }
    }

    private void media() throws IOException {
        Gathered entry = new Gathered();
        in.object();
        for (int key; (key = in.key()) != JsonCursor.END; ) {
            property(key, entry);
        }
        emit(entry);
    }

    /// An entry that is not whole yet.
    private static final class Gathered {
        private final Map<DigestKind, String> digests = new EnumMap<>(DigestKind.class);
        private final Map<String, String> properties = new TreeMap<>();
        private long length;
    }

    private void property(int key, Gathered entry) throws IOException {
        if (key == ALTERNATIVES && in.peek() == '[') {
            in.array();
            while (in.element()) {
                alternative(entry);
            }
            return;
        }
        if (key == MINIATURE) {
            in.skip();
            out.count("small pictures left out: a set shows nothing");
            return;
        }
        String name = in.keyName();
        String text = text();
        if (text == null || name.startsWith("odata.") || name.contains("@odata.")) {
            return;
        }
        hash(name, text, entry);
    }

    private void alternative(Gathered entry) throws IOException {
        String name = null;
        String value = null;
        in.object();
        for (int key; (key = in.key()) != JsonCursor.END; ) {
            switch (key) {
                case HASH_NAME -> name = text();
                case HASH_VALUE -> value = text();
                default -> in.skip();
            }
        }
        if (name != null && value != null) {
            hash(name, value, entry);
        }
    }

    private void hash(String name, String text, Gathered entry) throws IOException {
        entry.length += name.length() + text.length();
        if (entry.length > LONGEST_ENTRY) {
            throw new MalformedInput(
                    file, in.offset(), "an entry of more than " + LONGEST_ENTRY + " characters");
        }
        DigestKind kind = kind(name);
        if (kind == null) {
            entry.properties.put(name, text);
            return;
        }
        String hex = text.strip().toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{" + 2 * kind.width() + "}")) {
            out.count("digests are none of their kind and were left out");
            return;
        }
        String other = entry.digests.putIfAbsent(kind, hex);
        if (other != null && !other.equals(hex)) {
            out.count("entries state two digests of one kind; the first was kept");
        }
    }

    private static @Nullable DigestKind kind(String name) {
        return switch (name.toUpperCase(Locale.ROOT).replace("-", "")) {
            case "MD5" -> DigestKind.MD5;
            case "SHA1" -> DigestKind.SHA1;
            case "SHA256" -> DigestKind.SHA256;
            case "PDQ" -> DigestKind.PDQ;
            default -> null;
        };
    }

    /// The next value as text; null where it is `null` or empty. Lists and objects stay JSON.
    private @Nullable String text() throws IOException {
        return switch (in.peek()) {
            case 'n' -> {
                in.passNull();
                yield null;
            }
            case '"' -> in.string();
            case 't', 'f' -> Boolean.toString(in.bool());
            case '[', '{' -> json();
            default -> in.number();
        };
    }

    private @Nullable String json() throws IOException {
        String json = CompactJson.of(in, LONGEST);
        if (json.length() >= LONGEST - 1) {
            out.count("properties were cut: they are longer than a million characters");
        }
        if (json.equals("[]") || json.equals("{}")) {
            return null;
        }
        return json;
    }

    private void emit(Gathered entry) throws IOException {
        entries++;
        if (entry.digests.isEmpty()) {
            out.count("entries without any digest");
        } else {
            out.entry(
                    new Entry(new TreeMap<>(entry.digests), 100, new TreeMap<>(entry.properties)));
        }
    }
}
