package vigie.casework.operation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message among those around it, as rows connect them.
///
/// @param before   earlier messages of the conversation in the same exhibit, in their order
/// @param after    later ones
/// @param links    what the message says that it answers and comes from; null where it says neither
/// @param answered the message that it answers: in the same exhibit, else in another copy
/// @param answers  answers to it in the same exhibit, in their order
public record Neighbourhood(
        StoredMessage message,
        List<StoredMessage> before,
        List<StoredMessage> after,
        @Nullable MessageLinks links,
        Optional<StoredMessage> answered,
        List<StoredMessage> answers) {
    public Neighbourhood {
        before = List.copyOf(before);
        after = List.copyOf(after);
        answers = List.copyOf(answers);
    }
}
