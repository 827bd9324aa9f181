/// VICS, the JSON in which Project VIC, CAID and their tools exchange entries about files: read
/// tolerantly from 1.1 to 2.0, written as drafts of 1.3 and 2.0.
///
/// The model is shared only under agreement and products are certified by country: what is here
/// follows public writers and readers and claims no conformance.
@NullMarked
package vigie.media.sets.vics;

import org.jspecify.annotations.NullMarked;
