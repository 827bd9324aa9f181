/// The verb `sets`: hash sets come, are listed and go. Each change is an act in the home's
// register.
@NullMarked
package vigie.cli.media.sets;

import org.jspecify.annotations.NullMarked;
