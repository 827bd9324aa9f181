/// What takes away from a process all that decoding a file does not need, before it meets the file.
/// It holds against what a file makes its decoder do; it does not hold against a fault of the
/// kernel, and each layer is there only where the system grants it: [Confinement] says which are.
@NullMarked
package vigie.media.confine;

import org.jspecify.annotations.NullMarked;
