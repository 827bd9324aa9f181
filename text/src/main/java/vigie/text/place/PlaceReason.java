package vigie.text.place;

import java.util.List;
import java.util.Locale;

/// One factor of a weight, and what it comes from.
///
/// @param factor what the weight is multiplied by
/// @param names  what it refers to: names of places, a country
public record PlaceReason(Kind kind, double factor, List<String> names) {
    /// What a factor comes from.
    public enum Kind {
        /// How many people live there.
        PEOPLE,
        /// The name is a transliteration that no gazetteer lists.
        TRANSLITERATED,
        /// What the caller knows of the country.
        COUNTRY_HINT,
        /// The other places of the conversation.
        NEIGHBOURS,
        /// That a short or single word is an ordinary one.
        LENGTH,
        /// How it is written, in this message and in others.
        CAPITALS,
        /// How often it comes without a capital.
        FREQUENT,
        /// An account of the conversation has this name.
        ACCOUNT_NAME,
        /// Particles of Arabic were taken off.
        CLITICS
    }

    public PlaceReason {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("a factor of " + factor);
        }
        names = List.copyOf(names);
    }

    /// The reason in English, for a log; screens write it in their own language.
    public String says() {
        String what =
                switch (kind) {
                    case PEOPLE -> "people";
                    case TRANSLITERATED -> "by transliteration only";
                    case COUNTRY_HINT -> "hint of the country";
                    case NEIGHBOURS -> "other places of the conversation";
                    case LENGTH -> "length of the name";
                    case CAPITALS -> "capitals";
                    case FREQUENT -> "frequent without a capital";
                    case ACCOUNT_NAME -> "also in the name of an account";
                    case CLITICS -> "particles taken off";
                };
        String which = names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
        return String.format(Locale.ROOT, "%s%s: × %.3g", what, which, factor);
    }
}
