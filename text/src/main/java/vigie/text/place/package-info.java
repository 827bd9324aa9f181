/// Place names within texts, and which place each of them probably is.
///
/// What is found is a name, and which place is meant a probability with its reasons, never a fact:
/// nothing here says that somebody was or lives there. A place is never a ground for a decision
/// about a person.
@NullMarked
package vigie.text.place;

import org.jspecify.annotations.NullMarked;
