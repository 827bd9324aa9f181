package vigie.bench;

import java.util.List;
import vigie.cli.EditionPart;
import vigie.store.rows.StorePart;

/// What the authority edition adds to the tables, so that its homes open here as they are.
final class Parts {
    private Parts() {}

    static List<StorePart> rows() {
        return EditionPart.all().stream().map(EditionPart::rows).toList();
    }
}
