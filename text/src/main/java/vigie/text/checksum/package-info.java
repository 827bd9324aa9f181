/// Check digits and checksums of numbers that people write: cards, accounts, devices, wallets.
///
/// A checksum that holds says that the number was not mistyped. It says nothing of whether the
/// number was ever given out, or to whom.
@NullMarked
package vigie.text.checksum;

import org.jspecify.annotations.NullMarked;
