/// A process that owns a home and serves it, for tests of those that join it.
@NullMarked
package vigie.cli;

import org.jspecify.annotations.NullMarked;
