/// What people decide about messages: relevance, tags, notes, translations, and the withdrawal of
/// any of them; the filters and saved searches that rest on it.
///
/// A decision is an entry of the case's ledger first and rows afterwards. Nothing here is ever
/// deleted or changed: to take a decision back is another decision.
@NullMarked
package vigie.casework.review;

import org.jspecify.annotations.NullMarked;
