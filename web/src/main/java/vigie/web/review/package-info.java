/// Search, the message in its context, and what people decide about it.
@NullMarked
package vigie.web.review;

import org.jspecify.annotations.NullMarked;
