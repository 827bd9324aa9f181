/// Tasks of real users, done in a browser against the assembled edition and its sample operation.
@NullMarked
package vigie.e2e;

import org.jspecify.annotations.NullMarked;
