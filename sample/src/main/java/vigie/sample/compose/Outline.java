package vigie.sample.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.sample.chat.Chat;
import vigie.sample.people.Account;

/// What a conversation is to become.
///
/// @param speakers who certainly writes; in a channel its editors, in a private chat both
/// @param quiet    who certainly joins and perhaps never writes
/// @param visitor  an investigator's account that writes now and then
/// @param messages exactly how many messages
/// @param photos   exactly how many photos with a file, those that events set among them
/// @param clips    exactly how many clips with a file
/// @param from     when it starts, in seconds since 1970
/// @param to       when it ends
/// @param migrated whether it starts as what a basic group became
public record Outline(
        Chat.Kind kind,
        long id,
        @Nullable String name,
        List<String> topics,
        List<Account> speakers,
        List<Account> quiet,
        @Nullable Account visitor,
        int messages,
        int photos,
        int clips,
        long from,
        long to,
        boolean migrated) {
    public Outline {
        topics = List.copyOf(topics);
        speakers = List.copyOf(speakers);
        quiet = List.copyOf(quiet);
        if (photos + clips > messages) {
            throw new IllegalArgumentException(
                    "more pictures than messages: " + photos + clips + " of " + messages);
        }
    }
}
