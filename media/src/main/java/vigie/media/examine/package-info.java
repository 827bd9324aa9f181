/// What a program finds in a picture or clip without anybody seeing it. The bytes are hostile: what
/// decodes them runs confined, and this package says only what comes out.
@NullMarked
package vigie.media.examine;

import org.jspecify.annotations.NullMarked;
