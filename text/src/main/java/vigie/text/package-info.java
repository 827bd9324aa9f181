/// Text: identifiers within it, the language of searching it.
@NullMarked
package vigie.text;

import org.jspecify.annotations.NullMarked;
