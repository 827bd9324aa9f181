package vigie.web.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.RowId;
import vigie.casework.operation.StoredMessage;
import vigie.casework.operation.Surroundings;
import vigie.casework.review.Act;
import vigie.casework.review.Decision;
import vigie.casework.review.ReviewState;
import vigie.casework.review.Verdict;
import vigie.web.writing.EvidenceText;
import vigie.web.writing.MessageDetails;
import vigie.web.writing.Run;

/// An opened message as its page shows it.
///
/// @param around     the message among those before and after it
/// @param state      what was decided about it
/// @param people     names of those who decided, by who they are
public record Item(
        Surroundings around, ReviewState state, Map<String, String> people, EvidenceText texts) {
    /// One message as a line of the conversation.
    ///
    /// @param row    its address
    /// @param runs   its text
    /// @param author its author's name as runs, since names hide characters too
    public record Line(
            String row, StoredMessage message, List<Run> author, List<Run> runs, boolean opened) {}

    /// The address of the message.
    public String row() {
        return RowId.text(around.near().message().row());
    }

    /// The message itself.
    public StoredMessage message() {
        return around.near().message();
    }

    /// The conversation around the message, in its order.
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        around.near().before().forEach(other -> lines.add(line(other, false)));
        lines.add(line(around.near().message(), true));
        around.near().after().forEach(other -> lines.add(line(other, false)));
        return lines;
    }

    /// The message that it answers, if the case holds it.
    public @Nullable Line answered() {
        return around.near().answered().map(other -> line(other, false)).orElse(null);
    }

    /// Answers to it.
    public List<Line> answers() {
        return lines(around.near().answers());
    }

    /// What it may have been forwarded from.
    public List<Line> originals() {
        return lines(around.originals());
    }

    /// Other forwards of the same.
    public List<Line> forwards() {
        return lines(around.forwards());
    }

    /// What it carries that is not text, and everything else that the export says of it.
    public MessageDetails details() {
        return MessageDetails.of(around.near().message().details());
    }

    /// The verdict that holds, or null.
    public @Nullable Verdict verdict() {
        return state.verdict().orElse(null);
    }

    /// The latest decision of a person on it that can be undone, or null.
    public @Nullable Act latest() {
        return state.history().stream()
                .filter(ReviewState.Past::holds)
                .map(ReviewState.Past::act)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /// What a decision says, for a line of the history: its kind.
    public String kind(Decision decision) {
        return switch (decision) {
            case Decision.Relevance(Verdict verdict) -> verdict.word();
            case Decision.Tag _ -> "tag";
            case Decision.Note _ -> "note";
            case Decision.Translation _ -> "translation";
            case Decision.Withdrawal _ -> "withdrawal";
        };
    }

    /// The words of a decision, or "".
    public String words(Decision decision) {
        return switch (decision) {
            case Decision.Relevance _, Decision.Withdrawal _ -> "";
            case Decision.Tag(String word) -> word;
            case Decision.Note(String text) -> text;
            case Decision.Translation(_, String text) -> text;
        };
    }

    /// The language of a translation, or "".
    public String language(Decision decision) {
        return decision instanceof Decision.Translation(String language, _) ? language : "";
    }

    /// How somebody is called.
    public String person(Act act) {
        return people.getOrDefault(act.by().id(), act.by().id());
    }

    private List<Line> lines(List<StoredMessage> messages) {
        return messages.stream().map(other -> line(other, false)).toList();
    }

    private Line line(StoredMessage message, boolean opened) {
        return line(message, texts, opened);
    }

    /// What the conversation of a message is called.
    static String room(StoredMessage message) {
        String name = message.conversationName();
        return name == null || name.isEmpty() ? message.conversation() : name;
    }

    /// A message as a line.
    static Line line(StoredMessage message, EvidenceText texts, boolean opened) {
        String author = message.authorName() == null ? "" : message.authorName();
        return new Line(
                RowId.text(message.row()),
                message,
                texts.runs(author, List.of()),
                texts.runs(message.text(), List.of()),
                opened);
    }
}
