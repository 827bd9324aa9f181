/// The folder in which an edition keeps everything, and who may work in it at a time.
@NullMarked
package vigie.casework.home;

import org.jspecify.annotations.NullMarked;
