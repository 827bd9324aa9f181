/// Digests of files: SHA-256, SHA-1 and MD5 in one read. A digest names bytes; that two files have
/// the same MD5 or SHA-1 proves nothing against somebody who made them so.
@NullMarked
package vigie.media.digest;

import org.jspecify.annotations.NullMarked;
