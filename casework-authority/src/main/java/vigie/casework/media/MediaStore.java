package vigie.casework.media;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.media.examine.Examined;
import vigie.model.casefile.CaseName;
import vigie.model.material.Sha256;

/// The rows that the stage `match` fills, in small transactions, so that a kill costs little of it.
public interface MediaStore {
    /// A file by its bytes.
    ///
    /// @param item its number: that of the first exhibit with its bytes
    /// @param md5  32 hexadecimal digits, where computed
    /// @param sha1 40 hexadecimal digits, where computed
    record Item(int item, Sha256 digest, long size, @Nullable String md5, @Nullable String sha1) {}

    /// What was found in an item.
    record Result(int item, Examined examined) {}

    /// What comparing an item with sets says.
    record Compared(int item, Finding finding, List<Match> matches) {
        public Compared {
            matches = List.copyOf(matches);
        }
    }

    /// A stack: its items, the representative first.
    ///
    /// @param near items whose picture is near the representative's, not the same
    record Stack(int number, List<Integer> items, Finding finding, int near) {
        public Stack {
            items = List.copyOf(items);
        }
    }

    /// How far a case is.
    ///
    /// @param seen     the number of the last exhibit of which it is known whether it is media
    /// @param compared what its items were last compared with; "" before the first time
    /// @param rules    the version of the rules by which they were; 0 before the first time
    record State(int seen, String compared, int rules) {}

    /// How far a case is.
    State state(CaseName name);

    /// Keeps items that are new, and that all exhibits up to `seen` were looked at.
    void add(CaseName name, List<Item> items, int seen);

    /// Keeps digests that items lacked.
    void digests(CaseName name, List<Item> items);

    /// All items in the order of their numbers.
    List<Item> items(CaseName name);

    /// The numbers of items that were not examined yet.
    List<Integer> unexamined(CaseName name);

    /// Keeps what was found in items; what is known already stays.
    void examined(CaseName name, List<Result> results);

    /// Hands over what was found in every examined item, in the order of their numbers, without
    /// what files say about themselves.
    void forEachExamined(CaseName name, java.util.function.Consumer<Result> each);

    /// What comparing a whole case gave.
    ///
    /// @param items    every item that was compared
    /// @param stacks   every stack
    /// @param sets     the sets they were compared with, one line each: they stamp the digest
    /// @param warnings what a status says of how they were decoded, a sentence each
    /// @param compared what tells whether anything changed since
    /// @param rules    the version of the rules
    record Settled(
            List<Compared> items,
            List<Stack> stacks,
            List<String> sets,
            List<String> warnings,
            String compared,
            int rules) {
        public Settled {
            items = List.copyOf(items);
            stacks = List.copyOf(stacks);
            sets = List.copyOf(sets);
            warnings = List.copyOf(warnings);
        }
    }

    /// Enters what was settled in the ledger, durable before others see it.
    interface Entering {
        /// Enters it.
        ///
        /// @param sum of the section of the state digest
        void enter(MediaCounts counts, String sum) throws IOException;
    }

    /// Replaces, in one transaction, what comparing says of every item, the stacks and where their
    /// items appear; sums up the section of the state digest.
    ///
    /// @return how many stand so
    MediaCounts settle(CaseName name, Settled settled, Entering entering) throws IOException;
}
