package vigie.evidence.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which entries somebody asks for. Most others are told from their bytes, without being parsed:
/// their JSON is canonical, so that a verb is always at the same place and a quote inside a text is
/// never bare.
///
/// @param without verbs whose entries are left out
/// @param kinds   the kinds that are wanted; all where there are none
/// @param since   where it is not the beginning, older entries are left out; since a clock may step
///     back, some that are not older may be
public record Sieve(Set<Verb> without, Set<String> kinds, Instant since) {
    /// Lets every entry pass.
    public static final Sieve ALL = new Sieve(Set.of(), Set.of(), Instant.MIN);

    public Sieve {
        without = Set.copyOf(without);
        kinds = Set.copyOf(kinds);
        kinds.forEach(Entry::requireWord);
    }

    /// Entries of these kinds.
    public static Sieve of(String... kinds) {
        return new Sieve(Set.of(), Set.of(kinds), Instant.MIN);
    }

    /// Entries of other verbs.
    public static Sieve without(Verb... verbs) {
        return new Sieve(Set.of(verbs), Set.of(), Instant.MIN);
    }

    /// This sieve, for entries from a time on.
    public Sieve since(Instant time) {
        return new Sieve(without, kinds, time);
    }

    /// What this sieve looks for in the bytes of a line.
    Marks marks() {
        List<byte[]> ends = new ArrayList<>();
        without.forEach(verb -> ends.add(ascii("\"verb\":\"" + verb.word() + "\"}")));
        List<byte[]> within = new ArrayList<>();
        kinds.forEach(kind -> within.add(ascii("\"kind\":\"" + kind + "\"")));
        return new Marks(ends, within);
    }

    /// Whether an entry passes.
    boolean passes(Entry entry) {
        return !without.contains(entry.verb())
                && !entry.at().isBefore(since)
                && (kinds.isEmpty() || kinds.contains(entry.kind()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// The same in bytes: `ends` of lines that do not pass, and what stands `within` those that do.
    record Marks(List<byte[]> ends, List<byte[]> within) {
        /// The entry of a line that passes.
        Optional<Entry> entry(Sieve sieve, long seq, byte[] bytes, int from, int to)
                throws LedgerCorrupt {
            for (byte[] end : ends) {
                if (to - from >= end.length && matches(bytes, to - end.length, end)) {
                    return Optional.empty();
                }
            }
            if (!within.isEmpty() && !any(bytes, from, to)) {
                return Optional.empty();
            }
            Entry entry = Replay.parse(seq, Arrays.copyOfRange(bytes, from, to));
            return sieve.passes(entry) ? Optional.of(entry) : Optional.empty();
        }

        private boolean any(byte[] bytes, int from, int to) {
            // Every mark starts with the same six bytes, of which `k` is the rarest.
            for (int at = from + 1; at < to; at++) {
                if (bytes[at] == 'k' && bytes[at - 1] == '"') {
                    for (byte[] mark : within) {
                        if (at - 1 + mark.length <= to && matches(bytes, at - 1, mark)) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        private static boolean matches(byte[] bytes, int at, byte[] mark) {
            return Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
        }
    }
}
