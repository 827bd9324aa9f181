/// What sources say, each claim with the bytes that say it.
///
/// A claim repeats its source and adds nothing: names stay names, absent stays absent (null), and
/// what no component is made for is kept as an [vigie.model.claim.Attachment.Other] or an
/// [vigie.model.claim.Claim.Unknown].
@NullMarked
package vigie.model.claim;

import org.jspecify.annotations.NullMarked;
