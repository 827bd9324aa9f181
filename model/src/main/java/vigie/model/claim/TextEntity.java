package vigie.model.claim;

import org.jspecify.annotations.Nullable;

/// A part of a text that the platform marked.
///
/// @param type   the platform's word: `link`, `mention`, `mention_name`, `bold` and so on
/// @param offset where it starts in the text, in UTF-16 units
/// @param length its length in UTF-16 units
/// @param target what it points to, if the source says: the address of a `text_link`, the account
///     key of a `mention_name`, the language of a `pre`, the document of a `custom_emoji`
public record TextEntity(String type, int offset, int length, @Nullable String target) {}
