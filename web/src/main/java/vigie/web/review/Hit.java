package vigie.web.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.casework.review.Act;
import vigie.casework.review.Decision;
import vigie.casework.review.ReviewState;
import vigie.casework.review.Verdict;
import vigie.web.writing.Run;

/// One hit as a line of the list, with all that the template writes of it: fifty stand on a page,
/// and what is worked out here costs a tenth of what it costs there.
///
/// @param row          its address
/// @param author       its author's name as runs, none where it has no name
/// @param machine      when it was sent, for machines
/// @param moment       the same for people
/// @param snippet      the part of its text around what was found, as runs
/// @param action       what an event is, or null
/// @param conversation what its conversation is called
/// @param opening      the address that opens it beside the list
/// @param now          whether it is the one that is open
public record Hit(
        String row,
        List<Run> author,
        String machine,
        String moment,
        List<Run> snippet,
        @Nullable String action,
        String conversation,
        String opening,
        ReviewState state,
        boolean now) {
    public Hit {
        author = List.copyOf(author);
        snippet = List.copyOf(snippet);
    }

    /// The address that opens it, at the message itself.
    public String opened() {
        return opening + "#opened";
    }

    /// The id of the place where its state stands.
    public String stateId() {
        return "state-" + row;
    }

    /// Whether anything was decided about it.
    public boolean decided() {
        return !state.history().isEmpty();
    }

    /// The word of the verdict that holds, or null.
    public @Nullable String verdict() {
        return state.verdict().map(Verdict::word).orElse(null);
    }

    /// The tags that hold.
    public List<String> tags() {
        return state.tags().stream()
                .map(Act::decision)
                .filter(Decision.Tag.class::isInstance)
                .map(decision -> ((Decision.Tag) decision).word())
                .toList();
    }
}
