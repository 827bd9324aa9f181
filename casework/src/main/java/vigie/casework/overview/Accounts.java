package vigie.casework.overview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The accounts of a case: an account is not a person.
public final class Accounts {
    private Accounts() {}

    /// By what a list is sorted.
    public enum Sort {
        MESSAGES,
        NAME,
        FIRST,
        LAST,
        CONVERSATIONS
    }

    /// What is asked of the list.
    ///
    /// @param text a part of names or keys, folded as search folds words, or ""
    public record Question(String text, Sort sort, boolean descending) {
        /// All, the most active first.
        public static final Question ALL = new Question("", Sort.MESSAGES, true);
    }

    /// One account. What several exhibits hold is counted once.
    ///
    /// @param number        by which rows and other methods know it
    /// @param key           its platform key; `operator:N` where it is an investigator's
    /// @param operator      the investigator's number, or 0
    /// @param name          the name that it used last, if any; `operator N` for an investigator
    /// @param names         how many names it used
    /// @param conversations in how many it wrote or acted
    public record Line(
            int number,
            String key,
            int operator,
            @Nullable String name,
            int names,
            long messages,
            @Nullable Instant first,
            @Nullable Instant last,
            int conversations) {}

    /// A name that an account used.
    ///
    /// @param exhibits how many exhibits show it under this name
    public record Name(
            String name, @Nullable Instant first, @Nullable Instant last, int exhibits) {}

    /// What an account did in one conversation.
    public record Seat(
            Line account,
            Conversations.Line conversation,
            long messages,
            @Nullable Instant first,
            @Nullable Instant last) {}

    /// How often accounts are named beside as authors, in how many exhibits.
    ///
    /// @param role what the exhibits name it as
    public record Mention(Role role, int exhibits) {
        /// What an exhibit may name an account as.
        public enum Role {
            AUTHOR,
            FORWARDED,
            SAVED,
            REACTING,
            CONTACT,
            OWNER,
            MENTIONED
        }
    }

    /// One account in full.
    ///
    /// @param names    the last used first
    /// @param seats    the conversations that it wrote most in first, at most [Slice#LARGEST]
    /// @param mentions in which roles how many exhibits name it
    public record Whole(Line line, List<Name> names, List<Seat> seats, List<Mention> mentions) {
        public Whole {
            names = List.copyOf(names);
            seats = List.copyOf(seats);
            mentions = List.copyOf(mentions);
        }
    }
}
