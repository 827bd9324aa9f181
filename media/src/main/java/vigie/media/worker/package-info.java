/// Files of a case examined in confined processes: what a file does to its decoder costs that file,
/// never the run, and reaches neither the network nor a file. Nothing here shows a picture.
@NullMarked
package vigie.media.worker;

import org.jspecify.annotations.NullMarked;
