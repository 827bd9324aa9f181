package vigie.text.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vigie.text.identifier.IdentifierKind;

/// What is asked of the messages of a case, as a tree.
public sealed interface Query {
    /// Messages whose text holds the word, folded: accents, letter forms, digits and width apart.
    record Word(String text) implements Query {}

    /// Messages whose text holds the words in this order, next to each other.
    record Phrase(String text) implements Query {}

    /// Messages whose text holds a word that starts so.
    record Prefix(String text) implements Query {}

    /// Messages that hold an identifier exactly, or one that starts so.
    ///
    /// @param value its normal form
    record Identifier(IdentifierKind kind, String value, boolean prefix) implements Query {}

    /// Messages of an author: an account key, an account's id, `operator N`, or words of a display
    /// name, the last of them cut short where it ends in `*`.
    record From(String author) implements Query {}

    /// Messages in a conversation: its key, its id, or words of its name, the last of them cut
    /// short where it ends in `*`.
    record In(String conversation) implements Query {}

    /// Messages sent on or after the first day and before the second, in UTC; either may be open.
    record Sent(@Nullable LocalDate from, @Nullable LocalDate before) implements Query {}

    /// Messages of a kind, or that carry something, one of [#KINDS].
    record Has(String what) implements Query {
        /// What can be asked for.
        public static final Set<String> KINDS =
                java.util.Collections.unmodifiableSet(
                        new TreeSet<>(
                                List.of(
                                        "message",
                                        "event",
                                        "unsupported",
                                        "photo",
                                        "video",
                                        "voice",
                                        "audio",
                                        "sticker",
                                        "animation",
                                        "file",
                                        "absent",
                                        "contact",
                                        "place",
                                        "poll",
                                        "link",
                                        "forward",
                                        "reply",
                                        "reaction")));

        public Has {
            if (!KINDS.contains(what)) {
                throw new IllegalArgumentException("not a kind: " + what);
            }
        }
    }

    /// Messages that match every part.
    record And(List<Query> parts) implements Query {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /// Messages that match any part.
    record Or(List<Query> parts) implements Query {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /// Messages that do not match.
    record Not(Query part) implements Query {}

    /// Every message.
    record Everything() implements Query {}
}
