/// Further ways to see a picture, for finding it again where PDQ of the whole does not follow: with
/// a plain border or caption strip taken off, and with its margins cut as croppers cut them. Only
/// hashes come out; no smaller picture is kept.
@NullMarked
package vigie.media.view;

import org.jspecify.annotations.NullMarked;
