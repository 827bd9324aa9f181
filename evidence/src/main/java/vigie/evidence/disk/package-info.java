/// Writing that survives a power cut: whole files or none, and the folders that name them.
@NullMarked
package vigie.evidence.disk;

import org.jspecify.annotations.NullMarked;
