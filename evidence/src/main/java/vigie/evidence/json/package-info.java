/// Canonical JSON (RFC 8785), one way of writing only, so that its digest is one; reduced to
/// objects, arrays, strings and whole numbers that every reader represents exactly.
@NullMarked
package vigie.evidence.json;

import org.jspecify.annotations.NullMarked;
