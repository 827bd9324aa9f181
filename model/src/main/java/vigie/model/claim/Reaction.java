package vigie.model.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many accounts reacted in one way to a message, and those of them that the source names.
///
/// @param type  the platform's word: `emoji`, `custom_emoji`, `paid`
/// @param value the emoji, or the document of a custom one
public record Reaction(String type, @Nullable String value, int count, List<Reactor> recent) {
    /// One account that reacted, and when.
    public record Reactor(Author author, Moment at) {}

    public Reaction {
        recent = List.copyOf(recent);
    }
}
