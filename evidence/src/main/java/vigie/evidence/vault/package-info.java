/// The vault of a case: evidence kept write-once, encrypted under the case's key, under names that
/// tell nothing, and opened under a checked basis only.
///
/// Whoever holds the disk without the key learns how many files there are, how long they are and
/// when they came, and no more. Whoever can write to the disk can remove or spoil files, which
/// verification names, and cannot make one open as another.
@NullMarked
package vigie.evidence.vault;

import org.jspecify.annotations.NullMarked;
