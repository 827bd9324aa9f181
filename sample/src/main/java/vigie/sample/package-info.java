/// The sample operation: synthetic people, chats and drawn pictures, written as real exports with
/// their ground truth elsewhere.
///
/// Everything is ordinary and fictional, and depends on a seed alone.
@NullMarked
package vigie.sample;

import org.jspecify.annotations.NullMarked;
