/// Fictional people and the accounts they use.
@NullMarked
package vigie.sample.people;

import org.jspecify.annotations.NullMarked;
