/// Which pictures are alike: hashes near those of loaded sets, and near each other.
///
/// Every answer is exact: nothing within the distance is missed. That two hashes are near is no
/// proof that two pictures show the same. What would match an absurd share is counted and not
/// listed; what is near a hash of the negative list (a logo, a blank frame) matches nothing.
@NullMarked
package vigie.media.near;

import org.jspecify.annotations.NullMarked;
