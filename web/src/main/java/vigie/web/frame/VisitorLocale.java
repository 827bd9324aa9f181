package vigie.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/// The language of a page: that of the visitor; at the door the one asked for by `?lang=`, else the
/// first that the browser asks for and that the interface has, else English.
public final class VisitorLocale implements LocaleResolver {
    /// The languages of the interface, by the tags of their files.
    public static final List<String> LANGUAGES = List.of("fr", "en", "ar");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Visitor visitor = Visitor.current();
        if (visitor != null) {
            return visitor.locale();
        }
        String asked = request.getParameter("lang");
        if (asked != null && LANGUAGES.contains(asked)) {
            return Locale.forLanguageTag(asked);
        }
        for (Locale wanted : Collections.list(request.getLocales())) {
            if (LANGUAGES.contains(wanted.getLanguage())) {
                return Locale.forLanguageTag(wanted.getLanguage());
            }
        }
        return Locale.ENGLISH;
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("a visitor's language stands in their settings");
    }
}
