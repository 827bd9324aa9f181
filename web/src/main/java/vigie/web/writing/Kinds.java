package vigie.web.writing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vigie.evidence.ledger.Entry;

/// What the words of other rooms are called on a page; a word that has no name here stands as it
/// is, so that nothing new is hidden.
@Component("kinds")
public final class Kinds {
    private static final Set<String> NUMERIC =
            Set.of("messages", "members", "missing", "exhibits", "conversations");

    private final MessageSource messages;

    Kinds(MessageSource messages) {
        this.messages = messages;
    }

    /// A kind of ledger entry.
    public String name(String kind) {
        return called("kind.", kind);
    }

    /// What words of an entry are about, by their name in it.
    public String word(String name) {
        return called("word.", name);
    }

    /// A purpose; one that somebody typed stands as it is.
    public String purpose(String purpose) {
        String word = purpose.replace(' ', '-');
        String known = called("purpose.is.", word);
        return known.equals(word) ? purpose : known;
    }

    /// A stage of work.
    public String stage(String stage) {
        return called("stage.", stage);
    }

    /// A legal act, by its constant.
    public String act(String constant) {
        return called("act.", lower(constant));
    }

    /// Whose account made an export, by its constant.
    public String exporter(String constant) {
        return called("exporter.", lower(constant));
    }

    /// A type of conversation.
    public String conversation(String type) {
        return called("conversation.", type);
    }

    /// Whether a column holds numbers.
    public boolean numeric(String column) {
        return NUMERIC.contains(column);
    }

    /// An entry as the ledger holds it.
    public String json(Entry entry) {
        return new String(entry.bytes(), StandardCharsets.UTF_8);
    }

    private String called(String prefix, String word) {
        return String.valueOf(
                messages.getMessage(
                        prefix + word, new Object[0], word, LocaleContextHolder.getLocale()));
    }

    private static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
