/// Canonical JSON (RFC 8785) reduced to what a ledger may hold: objects, arrays, strings and whole
/// numbers that every reader of JSON represents exactly.
@NullMarked
package vigie.evidence.ledger.json;

import org.jspecify.annotations.NullMarked;
