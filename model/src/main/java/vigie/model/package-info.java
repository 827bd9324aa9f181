/// What exists, as records: nothing here reads, writes or decides.
@NullMarked
package vigie.model;

import org.jspecify.annotations.NullMarked;
