package vigie.media.near;

import java.util.List;

/// What is near one hash.
public sealed interface Answer {
    /// An entry that is near.
    ///
    /// @param part     the number of the part
    /// @param entry    the number of the entry in it
    /// @param distance how many bits differ
    record Near(int part, long entry, int distance) implements Comparable<Near> {
        /// The nearest first.
        @Override
        public int compareTo(Near other) {
            int byDistance = Integer.compare(distance, other.distance);
            int byPart = byDistance == 0 ? Integer.compare(part, other.part) : byDistance;
            return byPart == 0 ? Long.compare(entry, other.entry) : byPart;
        }
    }

    /// Everything that is near, the nearest first; but for crowded entries of the batch.
    record Listed(List<Near> entries) implements Answer {
        public Listed {
            entries = List.copyOf(entries);
        }
    }

    /// Too much is near to be listed.
    ///
    /// @param count how much exactly
    record Flood(long count) implements Answer {}

    /// Near a hash near which nothing matches, so it was not compared.
    ///
    /// @param number the number of that hash in the negative list
    record Silenced(int number) implements Answer {}
}
