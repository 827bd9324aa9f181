/// How evidence is written on a page: highlights, hidden characters, drawings with their tables.
@NullMarked
package vigie.web.writing;

import org.jspecify.annotations.NullMarked;
