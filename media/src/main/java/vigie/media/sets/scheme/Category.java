package vigie.media.sets.scheme;

import java.util.Locale;

/// A category of a scheme.
///
/// @param scheme the scheme and its version, `us/1`
/// @param code   as sets write it
/// @param label  the published short label
/// @param calls  what it calls for
public record Category(String scheme, String code, String label, Calls calls) {
    /// What a category calls for.
    public enum Calls {
        /// Looking at it first.
        ALERT,
        /// Nothing: it is no verdict.
        NOTHING,
        /// Looking at it last.
        LAST;

        /// As scheme files write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return scheme + " " + code + " " + label;
    }
}
