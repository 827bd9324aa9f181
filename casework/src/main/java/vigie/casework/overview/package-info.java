/// What screens read of a case: values that say what is known, what was lost and what is unknown,
/// in pages.
///
/// Everything that comes from rows is asked for an actor, and the database decides what that actor
/// may see; an investigator's account is `operator N` wherever it appears.
@NullMarked
package vigie.casework.overview;

import org.jspecify.annotations.NullMarked;
