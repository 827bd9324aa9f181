package vigie.web.frame;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/// The texts of the interface, one file a language. In a language that runs from right to left,
/// what is put into a text keeps its own direction: a name or a number in the middle of a sentence
/// must not turn it around (Unicode's isolates, UAX #9).
public final class Messages extends ResourceBundleMessageSource {
    private static final char ISOLATE = '\u2068';
    private static final char END = '\u2069';

    /// The files `messages_fr`, `messages_en` and `messages_ar`, then those of the parts.
    public Messages(List<FramePart> parts) {
        setBasename("messages");
        parts.forEach(part -> addBasenames(part.texts()));
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
    }

    @Override
    protected Object[] resolveArguments(Object @Nullable [] arguments, @Nullable Locale locale) {
        Object[] resolved = super.resolveArguments(arguments, locale);
        if (locale != null && locale.getLanguage().equals("ar")) {
            for (int i = 0; i < resolved.length; i++) {
                if (resolved[i] instanceof String text) {
                    resolved[i] = ISOLATE + text + END;
                }
            }
        }
        return resolved;
    }
}
