package vigie.casework.media;

import org.jspecify.annotations.Nullable;

/// Where a message carries an item, or names it.
///
/// @param row          the message
/// @param item         the item
/// @param sent         seconds since 1970, in UTC where the source states it, else by the
///     exporter's clock; null where it states neither
/// @param account      key of its author; null for none, and for an investigator's pseudonym
/// @param accountName  how its author may be called; `operator N` for an investigator
/// @param conversation key of where it was posted
/// @param conversationName how that may be called
/// @param by           how the message leads to the item
public record Post(
        long row,
        int item,
        @Nullable Long sent,
        @Nullable String account,
        @Nullable String accountName,
        String conversation,
        String conversationName,
        By by) {
    /// How a message leads to an item.
    public enum By {
        /// The file that its path means: the very bytes.
        FILE,
        /// A file that the export lacks and that it says has the same name and size: a claim.
        NAME_AND_SIZE
    }
}
