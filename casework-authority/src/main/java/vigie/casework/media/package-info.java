/// Media of a case: compared with hash sets, stacked, decided about, and shown only where somebody
/// asks on purpose. Owns the interfaces of what keeps its rows.
@NullMarked
package vigie.casework.media;

import org.jspecify.annotations.NullMarked;
