package vigie.casework.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.material.Span;

/// The groups of a case that were given another id, as exports state it: linked, never merged.
///
/// @param count  how many links there are
/// @param listed the first of them, in the order of the exhibits and bytes that state them
public record Migrations(long count, List<Link> listed) {
    public Migrations {
        listed = List.copyOf(listed);
        if (count < listed.size()) {
            throw new IllegalArgumentException(listed.size() + " links of " + count);
        }
    }

    /// That two conversations are one group, before and after.
    ///
    /// @param from         the key of the conversation under the id that the group had
    /// @param fromName     its name, if an export names it
    /// @param to           the key of the conversation under the id that it was given
    /// @param toName       its name, if an export names it
    /// @param exhibit      the number of the first exhibit that states it
    /// @param at           the first bytes there that do
    /// @param exhibits     how many exhibits state it
    /// @param contradicted whether another link of the case gives one of the two another
    ///     counterpart, which the platform never does
    public record Link(
            String from,
            @Nullable String fromName,
            String to,
            @Nullable String toName,
            int exhibit,
            Span at,
            long exhibits,
            boolean contradicted) {}
}
