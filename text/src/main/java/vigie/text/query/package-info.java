/// The language in which people ask for messages: its grammar is one page of the manual.
@NullMarked
package vigie.text.query;

import org.jspecify.annotations.NullMarked;
