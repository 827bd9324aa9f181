/// What a worker and its parent say to each other, over the worker's standard input and output. The
/// parent believes nothing: a worker is whatever the last file made of it.
@NullMarked
package vigie.media.wire;

import org.jspecify.annotations.NullMarked;
