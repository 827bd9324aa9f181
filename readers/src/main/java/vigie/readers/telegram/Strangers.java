package vigie.readers.telegram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.evidence.jsonstream.CompactJson;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.model.claim.Claim;
import vigie.model.material.Span;

/// Keys and words that the format does not define, held until the claim that they stand in has
/// been handed over.
final class Strangers {
    /// Longest value that an unknown claim repeats.
    private static final int MOST = 4096;

    private final List<Claim.Unknown> held = new ArrayList<>();

    /// Keeps the value of the key that was just read; `where` is what holds the key.
    void key(JsonCursor in, String where) throws IOException {
        String path = where + in.keyName();
        long from = in.valueOffset();
        String json = CompactJson.of(in, MOST);
        held.add(new Claim.Unknown(new Span(from, in.offset() - from), path, json));
    }

    /// Keeps a word, the last string that was read, unless it is one of `known`.
    void word(JsonCursor in, @Nullable String word, Set<String> known, String path) {
        if (word != null && !known.contains(word)) {
            Span at = new Span(in.stringOffset() - 1, in.stringLength() + 2L);
            String json = CompactJson.quoted(word);
            held.add(
                    new Claim.Unknown(
                            at, path, json.length() > MOST ? json.substring(0, MOST) : json));
        }
    }

    List<Claim.Unknown> held() {
        return held;
    }

    void clear() {
        if (!held.isEmpty()) {
            held.clear();
        }
    }
}
