package vigie.sample.chat;

import java.util.List;

/// How some reacted.
///
/// @param type   `emoji`, `custom_emoji` or `paid`
/// @param value  the emoji or document, "" for `paid`
/// @param count  how many
/// @param recent those whom the export names
public record Reaction(String type, String value, int count, List<Recent> recent) {
    /// One who reacted, and when.
    public record Recent(Peer peer, long at) {}

    public Reaction {
        recent = List.copyOf(recent);
    }
}
