/// JSON (RFC 8259) read from a stream of bytes, in constant memory, with the offset of every token
/// in the original bytes.
///
/// Strict: UTF-8 is validated, a key may stand once in an object, nesting and lengths are bounded,
/// nothing may follow the document. Two faults of known writers are read as meant and reported:
/// the escape `\xNN`, and half of a surrogate pair written as an escape.
@NullMarked
package vigie.evidence.jsonstream;

import org.jspecify.annotations.NullMarked;
