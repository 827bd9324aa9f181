/// Whom and what evidence speaks of: accounts and conversations, as platforms name them.
///
/// An account is not a person: the same platform id means the same account, no more.
@NullMarked
package vigie.model.subject;

import org.jspecify.annotations.NullMarked;
