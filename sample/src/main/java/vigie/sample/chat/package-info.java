/// Conversations: who says and does what, and when.
@NullMarked
package vigie.sample.chat;

import org.jspecify.annotations.NullMarked;
