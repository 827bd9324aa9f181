package vigie.web.media;

import vigie.media.sets.scheme.Category;
import vigie.media.sets.scheme.Scheme;
import vigie.media.sets.scheme.Schemes;

/// What categories are called, in the language of the page where their scheme has words in it.
///
/// @param schemes  those of the home
/// @param language `fr`
public record CategoryText(Schemes schemes, String language) {
    /// A scheme's title.
    public String title(Scheme scheme) {
        return scheme.title(language);
    }

    /// A category's label.
    public String label(Category category) {
        return schemes.get(category.scheme())
                .flatMap(scheme -> scheme.label(category.code(), language))
                .orElse(category.label());
    }

    /// What a category is called that is written `us/1 2`: code and label; as it is written
    /// where the home lacks the scheme or the scheme the code.
    public String called(String text) {
        int space = text.indexOf(' ');
        return space < 0
                ? text
                : schemes.get(text.substring(0, space))
                        .flatMap(scheme -> scheme.category(text.substring(space + 1)))
                        .map(category -> category.code() + " " + label(category))
                        .orElse(text);
    }
}
