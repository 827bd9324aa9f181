/// Identifiers within texts: handles, telephone numbers, e-mail addresses, URLs and hashtags, found
/// by scanners that read each character a bounded number of times.
///
/// What is found is a form, never a person: nothing here says whose a number is, or whether it
/// exists.
@NullMarked
package vigie.text.identifier;

import org.jspecify.annotations.NullMarked;
