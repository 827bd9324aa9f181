package vigie.casework.media.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigie.casework.media.MediaStore.Item;
import vigie.casework.operation.CaseEvidence;
import vigie.evidence.basis.Checked;
import vigie.model.casefile.Refusal;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;

/// Under which name of its bytes an item may be opened now: the same bytes may have been taken
/// under several bases, of which one may still hold.
final class Permissions {
    private final CaseEvidence evidence;
    private final Map<Sha256, List<Exhibit>> byDigest = new HashMap<>();

    Permissions(CaseEvidence evidence) {
        this.evidence = evidence;
        for (Exhibit exhibit : evidence.exhibits()) {
            byDigest.computeIfAbsent(exhibit.digest(), _ -> new ArrayList<>(1)).add(exhibit);
        }
    }

    /// An exhibit with these bytes whose basis holds now, if any does.
    Optional<Exhibit> openable(Sha256 digest) {
        return byDigest.getOrDefault(digest, List.of()).stream()
                .filter(exhibit -> check(exhibit).isPresent())
                .findFirst();
    }

    /// The items by a basis that holds now, each once; those that none opens are left out.
    Map<Exhibit, List<Item>> byBasis(List<Item> items) {
        Map<vigie.model.casefile.Basis, Exhibit> first = new HashMap<>();
        Map<Exhibit, List<Item>> groups = new HashMap<>();
        for (Item item : items) {
            openable(item.digest())
                    .ifPresent(
                            exhibit ->
                                    groups.computeIfAbsent(
                                                    first.computeIfAbsent(
                                                            evidence.basis(exhibit), _ -> exhibit),
                                                    _ -> new ArrayList<>())
                                            .add(item));
        }
        return groups;
    }

    /// The basis of an exhibit, checked now, if it holds.
    Optional<Checked> check(Exhibit exhibit) {
        try {
            return Optional.of(evidence.check(exhibit));
        } catch (Refusal ended) {
            return Optional.empty();
        }
    }
}
