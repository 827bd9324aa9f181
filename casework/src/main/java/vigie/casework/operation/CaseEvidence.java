package vigie.casework.operation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vigie.evidence.EvidenceBytes;
import vigie.evidence.basis.Checked;
import vigie.model.casefile.Basis;
import vigie.model.material.Exhibit;

/// The exhibits of an open case, and their bytes under the basis of each.
public final class CaseEvidence {
    private final OpenCase opened;
    private final CaseBook book;

    CaseEvidence(OpenCase opened, CaseBook book) {
        this.opened = opened;
        this.book = book;
    }

    /// What the case's ledger says was taken; reads the whole ledger where nobody did since the
    /// case was opened, else what was entered since.
    public static CaseEvidence of(OpenCase opened) throws IOException {
        return new CaseEvidence(opened, opened.book());
    }

    /// All exhibits in the order of their numbers.
    public List<Exhibit> exhibits() {
        return book.exhibits();
    }

    /// The exhibit with this number.
    public Optional<Exhibit> exhibit(int number) {
        return book.exhibit(number);
    }

    /// The basis under which an exhibit was taken.
    public Basis basis(Exhibit exhibit) {
        return book.basis(exhibit);
    }

    /// The basis of an exhibit, checked now for the actor.
    ///
    /// @throws vigie.model.casefile.Refusal where it does not hold
    public Checked check(Exhibit exhibit) {
        return opened.check(book.basis(exhibit));
    }

    /// The bytes of an exhibit; its basis is checked at each opening.
    ///
    /// @throws IOException where they cannot be read
    public EvidenceBytes bytes(Exhibit exhibit) throws IOException {
        Basis basis = book.basis(exhibit);
        Supplier<Checked> checks = () -> opened.check(basis);
        return opened.vault().open(exhibit, checks);
    }
}
