/// Two hash sets over pictures of the sample, one to look for and one of what is known, as VICS
/// files, and what a program should find with them.
@NullMarked
package vigie.sample.hashset;

import org.jspecify.annotations.NullMarked;
