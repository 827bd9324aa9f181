/// The command line: verbs, progress, JSON, and the wiring of the rooms.
@NullMarked
package vigie.cli;

import org.jspecify.annotations.NullMarked;
