package vigie.casework.overview;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The conversations of a case.
///
/// Times are the source's: in UTC where it says so, else as the exporter's clock showed them.
public final class Conversations {
    private Conversations() {}

    /// By what a list is sorted.
    public enum Sort {
        MESSAGES,
        NAME,
        TYPE,
        PLATFORM,
        MEMBERS,
        FIRST,
        LAST,
        MISSING,
        EXHIBITS,
        DISAGREEING
    }

    /// What is asked of the list.
    ///
    /// @param text       a part of names or keys, or ""
    /// @param descending whether the largest comes first
    public record Question(String text, Sort sort, boolean descending) {
        /// All, the one with the most messages first.
        public static final Question ALL = new Question("", Sort.MESSAGES, true);
    }

    /// One conversation. What several exhibits hold is counted once.
    ///
    /// @param number     by which rows and other methods know it; another after a rebuild, maybe
    /// @param key        its key, as may be shown
    /// @param messages   messages, events not among them
    /// @param members    accounts that wrote or acted in it
    /// @param missing    ids between the lowest and the highest of some copy that no copy holds:
    ///     deleted or not exported, unknown which; known of channels and supergroups only
    /// @param exhibits   how many exhibits hold it
    /// @param comparable false where several copies cannot be compared: there are at least as many
    ///     messages as counted
    /// @param lacking    messages that another copy lacks within its range
    /// @param differing  messages that another copy says otherwise
    public record Line(
            int number,
            String key,
            String platform,
            String type,
            @Nullable String name,
            long messages,
            long members,
            @Nullable Instant first,
            @Nullable Instant last,
            BigInteger missing,
            int exhibits,
            boolean comparable,
            long lacking,
            long differing) {}

    /// What one exhibit holds of a conversation.
    ///
    /// @param elements  messages, events, and what the exporter could not write
    /// @param ids       distinct positive ids
    /// @param gaps      ids missing between `lowest` and `highest` in this copy
    /// @param lacks     messages of other copies, within this one's range, that it lacks
    /// @param differs   messages of other copies that it says otherwise
    public record Copy(
            int exhibit,
            String path,
            long elements,
            long ids,
            @Nullable Long lowest,
            @Nullable Long highest,
            long gaps,
            @Nullable Instant first,
            @Nullable Instant last,
            long lacks,
            long differs) {}

    /// Ids that follow each other and that no copy holds, within the range of some copy.
    ///
    /// @param first  the lowest of them
    /// @param last   the highest
    /// @param before when the message with the id before them was sent, if a copy dates it
    /// @param after  the same of the one after them
    public record Gap(long first, long last, @Nullable Instant before, @Nullable Instant after) {
        public Gap {
            if (first > last) {
                throw new IllegalArgumentException("no id from " + first + " to " + last);
            }
        }

        /// How many ids are missing there.
        public BigInteger ids() {
            return BigInteger.valueOf(last).subtract(BigInteger.valueOf(first)).add(BigInteger.ONE);
        }
    }

    /// What an exhibit calls a conversation.
    ///
    /// @param left whether the exporter had left it
    public record Name(int exhibit, String type, @Nullable String name, boolean left) {}

    /// One conversation in full.
    public record Whole(Line line, List<Copy> copies, List<Name> names) {
        public Whole {
            copies = List.copyOf(copies);
            names = List.copyOf(names);
        }
    }
}
