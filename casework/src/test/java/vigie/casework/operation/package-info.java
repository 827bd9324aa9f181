@NullMarked
package vigie.casework.operation;

import org.jspecify.annotations.NullMarked;
