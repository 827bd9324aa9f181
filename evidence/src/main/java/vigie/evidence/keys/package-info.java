/// The keys of cases: one random key a case, from which every other is derived, kept wrapped by the
/// home's master key; the master key's sources, and its recovery from shares.
///
/// Nothing here protects against whoever reads the memory of a running process, or holds both a
/// wrapped key and its master key.
@NullMarked
package vigie.evidence.keys;

import org.jspecify.annotations.NullMarked;
