package vigie.web.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vigie.casework.operation.StoredMessage;
import vigie.text.hidden.Segment;
import vigie.text.hidden.Segments;

/// Writes evidence so that nothing in it hides and nothing in it acts.
@Component("evidence")
public final class EvidenceText {
    /// Languages into which people translate: those of the interface first.
    private static final List<String> LANGUAGES =
            List.of(
                    "fr", "en", "ar", "de", "es", "it", "nl", "pl", "pt", "ro", "ru", "tr", "uk",
                    "zh");

    private final MessageSource messages;
    private final Map<Locale, Map<String, String>> names = new ConcurrentHashMap<>();

    EvidenceText(MessageSource messages) {
        this.messages = messages;
    }

    /// Languages into which people translate, as BCP 47 tags.
    public List<String> languages() {
        return LANGUAGES;
    }

    /// A language in the language of the page.
    public String languageName(String tag) {
        return names.computeIfAbsent(
                        LocaleContextHolder.getLocale(), _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        tag,
                        _ ->
                                Locale.forLanguageTag(tag)
                                        .getDisplayName(LocaleContextHolder.getLocale()));
    }

    /// What a kind of message or medium is called; one that has no name here, as the reader calls
    /// it.
    public String mediaName(String type) {
        return String.valueOf(
                messages.getMessage(
                        "media." + type, new Object[0], type, LocaleContextHolder.getLocale()));
    }

    /// What a message says besides its text.
    public MessageDetails details(StoredMessage message) {
        return MessageDetails.of(message.details());
    }

    /// What an export says of something besides what a page has a place for.
    public List<MessageDetails.Value> fields(@org.jspecify.annotations.Nullable String json) {
        return MessageDetails.fields(json);
    }

    /// A text as runs, in which nothing was searched.
    public List<Run> runs(String text) {
        return runs(text, List.of());
    }

    /// A text as runs.
    ///
    /// @param marks what a search found in it: start and end, in UTF-16 units, in order
    public List<Run> runs(String text, List<int[]> marks) {
        List<Run> runs = new ArrayList<>();
        for (Segments.Piece piece : Segments.marked(Segments.of(text), marks)) {
            String part = text.substring(piece.start(), piece.end());
            runs.add(
                    switch (piece.segment()) {
                        case Segment.Plain _ ->
                                new Run(piece.marked() ? "mark" : "plain", part, "");
                        case Segment.Hidden hidden ->
                                hidden.ordinary()
                                        ? new Run(piece.marked() ? "mark" : "plain", part, "")
                                        : new Run(
                                                "hidden",
                                                hidden.number(),
                                                hidden.number() + " " + hidden.name());
                        case Segment.Lookalike lookalike ->
                                new Run(
                                        "confusable",
                                        part,
                                        messages.getMessage(
                                                "evidence.lookalike",
                                                new Object[] {
                                                    lookalike.reading(),
                                                    String.join(", ", lookalike.scripts())
                                                },
                                                LocaleContextHolder.getLocale()));
                    });
        }
        return runs;
    }
}
