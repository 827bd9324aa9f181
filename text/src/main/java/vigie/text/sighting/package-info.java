/// Identifiers of accounts, people, devices and money in texts, each with the place where it stands
/// and what was odd about how it was written.
///
/// What is found is a form whose check digits hold, never a person: nothing here says whose a
/// number is, or whether it was ever given out. Nothing here asks anybody over a network.
@NullMarked
package vigie.text.sighting;

import org.jspecify.annotations.NullMarked;
