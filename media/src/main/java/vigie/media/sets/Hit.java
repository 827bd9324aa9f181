package vigie.media.sets;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.media.sets.record.Entry;
import vigie.media.sets.scheme.Category;
import vigie.media.sets.segment.DigestKind;

/// That a set lists a file.
///
/// @param by           the digest that matched: the strongest, where several did
/// @param entry        what the set says of it; null where it is a bare list
/// @param category     what its category means in the set's scheme, where it has both
/// @param contradicted another digest of the entry is not the file's: a collision, or a wrong list
public record Hit(
        SetInfo set,
        DigestKind by,
        @Nullable Entry entry,
        @Nullable Category category,
        boolean contradicted) {
    /// What its category means, where that is known.
    public Optional<Category> meaning() {
        return Optional.ofNullable(category);
    }
}
