/// What the templates of pages are written with: plain expressions evaluated directly, and texts of
/// evidence written as runs.
@NullMarked
package vigie.web.template;

import org.jspecify.annotations.NullMarked;
