/// Tests of the package of the same name.
@NullMarked
package vigie.evidence.fields;

import org.jspecify.annotations.NullMarked;
