package vigie.casework.overview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigie.casework.operation.CaseBases;
import vigie.casework.operation.OpenCase;
import vigie.model.casefile.Basis;
import vigie.model.material.Exhibit;

/// What was taken and under which basis: the ledger's bases and acquisitions beside what they gave.
///
/// @param entered  the basis as it was entered
/// @param document the exhibit that is the scan of its order, if one was stated
/// @param taken    what was taken under it
public record Provenance(CaseBases.Entered entered, Optional<Exhibit> document, List<Taken> taken) {
    public Provenance {
        taken = List.copyOf(taken);
    }

    /// What one acquisition gave.
    public record Taken(CaseBases.Place place, long exhibits, long bytes) {}

    /// The provenance of a case's exhibits, in the order of the bases.
    public static List<Provenance> of(OpenCase opened, CaseBases bases, OverviewStore rows)
            throws IOException {
        Map<Integer, Exhibits.Sum> sums = new HashMap<>();
        for (Exhibits.Sum sum : rows.acquisitions(opened.name(), opened.actor())) {
            sums.put(sum.acquisition(), sum);
        }
        List<Exhibit> documents = rows.documents(opened.name(), opened.actor());
        List<Provenance> all = new ArrayList<>();
        for (CaseBases.Entered entered : bases.of(opened)) {
            List<Taken> taken = new ArrayList<>();
            for (CaseBases.Place place : entered.places()) {
                Exhibits.Sum sum =
                        sums.getOrDefault(
                                place.acquisition(), new Exhibits.Sum(place.acquisition(), 0, 0));
                taken.add(new Taken(place, sum.exhibits(), sum.bytes()));
            }
            all.add(new Provenance(entered, document(entered, documents), taken));
        }
        return all;
    }

    private static Optional<Exhibit> document(CaseBases.Entered entered, List<Exhibit> documents) {
        Basis basis = entered.basis();
        if (basis == null || basis.document() == null) {
            return Optional.empty();
        }
        String path = "basis-" + entered.number() + "/" + basis.document();
        return documents.stream()
                .filter(exhibit -> exhibit.path().equals(path))
                .filter(
                        exhibit ->
                                entered.places().stream()
                                        .anyMatch(p -> p.acquisition() == exhibit.acquisition()))
                .findFirst();
    }
}
