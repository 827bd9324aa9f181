/// What a category in a hash set means: each country and service numbers its own, so that a scheme
/// is data with a version, and a code means nothing without one.
///
/// A scheme orders work. Whether a file is unlawful is for a court.
@NullMarked
package vigie.media.sets.scheme;

import org.jspecify.annotations.NullMarked;
