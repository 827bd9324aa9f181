/// The chain from take to find. The interfaces here are implemented by `store`, which this package
/// does not know.
@NullMarked
package vigie.casework.operation;

import org.jspecify.annotations.NullMarked;
