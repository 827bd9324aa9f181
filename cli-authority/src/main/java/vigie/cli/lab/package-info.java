/// `vigie lab`: the engines on plain files, so that anybody can measure them on public data. No
/// verb here opens a home or a case.
@NullMarked
package vigie.cli.lab;

import org.jspecify.annotations.NullMarked;
