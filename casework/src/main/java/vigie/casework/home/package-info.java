/// The folder in which an edition keeps everything, who may work in it at a time, and
/// what its unit set.
@NullMarked
package vigie.casework.home;

import org.jspecify.annotations.NullMarked;
