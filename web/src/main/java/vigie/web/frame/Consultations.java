package vigie.web.frame;

import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.casework.operation.OpenCase;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Verb;

/// Enters in a case's ledger that a visitor looked at a page of it.
@Component
public final class Consultations {
    private final Purposes purposes;

    Consultations(Purposes purposes) {
        this.purposes = purposes;
    }

    /// Enters that the visitor looked at `kind`, a lower-case word.
    ///
    /// @param subjects ids of what they looked at, none for the whole
    public void enter(OpenCase opened, Visitor visitor, String kind, List<String> subjects)
            throws IOException {
        opened.ledger()
                .append(
                        Draft.of(
                                        Verb.CONSULTATION,
                                        kind,
                                        visitor.actor(),
                                        purposes.of(opened.name(), visitor))
                                .about(subjects));
    }
}
