package vigie.casework.review;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// What somebody decides or states about messages.
public sealed interface Decision {
    /// That messages matter, do not, or are to be looked at again; the latest that is not withdrawn
    /// holds.
    record Relevance(Verdict verdict) implements Decision {}

    /// A short word of the unit on messages.
    ///
    /// @param word one line of at most 50 characters, in composed form, without spaces at its ends
    record Tag(String word) implements Decision {
        public Tag {
            word = Normalizer.normalize(word.strip(), Normalizer.Form.NFC);
            requireText(word, MAX_TAG);
            if (word.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("a tag is one line");
            }
        }
    }

    /// A remark on one message.
    record Note(String text) implements Decision {
        public Note {
            requireText(text, MAX_NOTE);
        }
    }

    /// What one message says in another language, as its author states it.
    ///
    /// @param language of the translation, a BCP 47 tag: `fr`, `zh-Hant`
    record Translation(String language, String text) implements Decision {
        public Translation {
            if (!LANGUAGE.matcher(language).matches()) {
                throw new IllegalArgumentException("not a language: " + language);
            }
            requireText(text, MAX_TRANSLATION);
        }
    }

    /// That an earlier decision is taken back, for some or all of its messages.
    ///
    /// @param entry the number of that decision's entry in the ledger
    record Withdrawal(long entry) implements Decision {
        public Withdrawal {
            if (entry < 0) {
                throw new IllegalArgumentException("not an entry: " + entry);
            }
        }
    }

    /// The longest tag, in characters: it stands beside others on one line.
    int MAX_TAG = 50;

    /// The longest note, in characters: longer remarks are a document, and documents are exhibits.
    int MAX_NOTE = 10_000;

    /// The longest translation, in characters: several times the longest message of a platform.
    int MAX_TRANSLATION = 100_000;

    /// BCP 47, as far as languages, scripts and regions go.
    Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private static void requireText(String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("a text of 1 to " + longest + " characters");
        }
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            if (half || Character.isISOControl(point) && "\n\r\t".indexOf(point) < 0) {
                throw new IllegalArgumentException("a character that no text holds");
            }
        }
    }
}
