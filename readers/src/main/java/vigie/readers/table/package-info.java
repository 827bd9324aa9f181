/// Tables of messages (RFC 4180), as forensic tools and people write them, understood through a
/// mapping file that says what each column is; see `docs/formats/table.md`.
@NullMarked
package vigie.readers.table;

import org.jspecify.annotations.NullMarked;
