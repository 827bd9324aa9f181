/// The rows of what people decided about messages, and the searches that they keep.
///
/// Who may see and who may decide what, the policies of the tables say; nothing here repeats them.
@NullMarked
package vigie.store.review;

import org.jspecify.annotations.NullMarked;
