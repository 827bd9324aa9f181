package vigie.text.query;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked of the messages of a case, as a tree.
public sealed interface Query {
    /// Messages whose text holds the word, folded: accents, letter forms, digits and width apart.
    record Word(String text) implements Query {}

    /// Messages whose text holds the words in this order, next to each other.
    record Phrase(String text) implements Query {}

    /// Messages whose text holds a word that starts so.
    record Prefix(String text) implements Query {}

    /// Messages that hold an identifier exactly, or one that starts so.
    record Identifier(Kind kind, String value, boolean prefix) implements Query {
        /// The kinds of identifiers that are found exactly.
        public enum Kind {
            HANDLE,
            PHONE,
            EMAIL,
            URL,
            HASHTAG
        }
    }

    /// Messages of an author: an account key, an account's id, `operator N`, or words of a display
    /// name.
    record From(String author) implements Query {}

    /// Messages in a conversation: its key, its id, or words of its name.
    record In(String conversation) implements Query {}

    /// Messages sent on or after the first day and before the second, in UTC; either may be open.
    record Sent(@Nullable LocalDate from, @Nullable LocalDate before) implements Query {}

    /// Messages of a kind: `message`, `event`, `unsupported`, or carrying `photo`, `video`,
    /// `voice`, `sticker`, `file`, `contact`, `place`, `poll`, `link`, `forward`, `reply`.
    record Has(String what) implements Query {}

    /// Messages that match every part.
    record And(List<Query> parts) implements Query {}

    /// Messages that match any part.
    record Or(List<Query> parts) implements Query {}

    /// Messages that do not match.
    record Not(Query part) implements Query {}

    /// Every message.
    record Everything() implements Query {}
}
