/// Finding, among many PDQ hashes, those within a number of bits of others, without missing one.
///
/// Two ways give the same answer: [Scan] compares everything, [Pigeonholes] only what shares
/// a part.
/// [Search] takes the cheaper one, and [Proof] compares both with plain counting.
@NullMarked
package vigie.media.near.search;

import org.jspecify.annotations.NullMarked;
