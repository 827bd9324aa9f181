package vigie.sample.export;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Counts of one export, made while it is written.
public final class Tally {
    long messages;
    long events;
    long unsupported;
    long repaired;
    long gaps;
    long conversations;
    long referenced;
    long absent;
    final TreeMap<String, Long> roles = new TreeMap<>();
    final Set<String> files = new HashSet<>();
    final Set<String> accounts = new TreeSet<>();
    final Set<String> authors = new TreeSet<>();

    /// A reference to a file.
    ///
    /// @param present whether there is one
    void refer(String role, String path, boolean present) {
        referenced++;
        roles.merge(role, 1L, Long::sum);
        if (present) {
            files.add(path);
        } else {
            absent++;
        }
    }

    /// A typed id as an export writes it.
    void account(String peer) {
        accounts.add(key(peer));
    }

    /// The typed id of who wrote or did something.
    void author(String peer) {
        account(peer);
        authors.add(key(peer));
    }

    private static String key(String peer) {
        int digit = 0;
        while (!Character.isDigit(peer.charAt(digit))) {
            digit++;
        }
        return "telegram:" + peer.substring(0, digit) + ":" + peer.substring(digit);
    }

    /// Elements of type `message`.
    public long messages() {
        return messages;
    }

    /// Elements of type `service`.
    public long events() {
        return events;
    }

    /// Elements of type `unsupported`.
    public long unsupported() {
        return unsupported;
    }

    /// Escapes `\xNN`.
    public long repaired() {
        return repaired;
    }

    /// Numbers missing between the lowest and the highest positive one of each supergroup and
    /// channel.
    public long gaps() {
        return gaps;
    }

    /// Conversations.
    public long conversations() {
        return conversations;
    }

    /// References to files, sentences in place of a path included.
    public long referenced() {
        return referenced;
    }

    /// References for which there is no file.
    public long absent() {
        return absent;
    }

    /// References by the key that holds them.
    public SortedMap<String, Long> roles() {
        return new TreeMap<>(roles);
    }

    /// Files that something refers to, as the export writes their paths.
    public Set<String> files() {
        return Set.copyOf(files);
    }

    /// Every account that the export identifies, under its key.
    public Set<String> accounts() {
        return new TreeSet<>(accounts);
    }

    /// Every account that wrote or did something.
    public Set<String> authors() {
        return new TreeSet<>(authors);
    }
}
