/// Probabilistic record linkage after Fellegi and Sunter (1969): which records of a table, or of
/// two, are of the same somebody, with a probability whose reasons can be read.
///
/// Parameters come from the data alone, by expectation-maximisation without labels. What comes out
/// is a proposal: nothing here merges anything.
@NullMarked
package vigie.people.link;

import org.jspecify.annotations.NullMarked;
