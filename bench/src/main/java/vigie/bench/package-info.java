/// Measurements inside the process, each a program; `bench/README.md` says how they are run.
@NullMarked
package vigie.bench;

import org.jspecify.annotations.NullMarked;
