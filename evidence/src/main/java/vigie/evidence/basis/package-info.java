/// The legal basis under which evidence is taken: read from the file that a person wrote, and
/// checked, for one person at one moment, each time evidence is opened.
///
/// A basis is refused whole at its first fault. Nothing here judges whether an order is lawful:
/// that rests on the person who states it and on the scan of the order.
@NullMarked
package vigie.evidence.basis;

import org.jspecify.annotations.NullMarked;
