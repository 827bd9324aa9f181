package vigie.sample.export;

import java.util.List;
import vigie.sample.chat.Chat;
import vigie.sample.chat.Entry;

/// A conversation as one export shows it.
///
/// @param entries what of it the export holds
/// @param files   whether the exporter asked for files
/// @param left    whether the exporter had left it
public record View(Chat chat, List<Entry> entries, boolean files, boolean left) {
    public View {
        entries = List.copyOf(entries);
    }

    /// All of it, with files.
    public static View whole(Chat chat) {
        return new View(chat, chat.entries(), true, false);
    }

    /// How many messages it shows.
    public int messages() {
        return (int) entries.stream().filter(Entry.Post.class::isInstance).count();
    }
}
