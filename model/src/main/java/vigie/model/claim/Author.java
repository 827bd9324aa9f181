package vigie.model.claim;

import org.jspecify.annotations.Nullable;
import vigie.model.subject.AccountId;

/// Who is said to have written, done or been the origin of something.
///
/// @param account the account, where the source identifies one
/// @param name    the display name at the time of export, possibly one that the exporter chose; an
///     alias, never an identity
public record Author(@Nullable AccountId account, @Nullable String name) {}
