/// Folders as Telegram Desktop writes them.
@NullMarked
package vigie.sample.export;

import org.jspecify.annotations.NullMarked;
