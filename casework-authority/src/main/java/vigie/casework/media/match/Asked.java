package vigie.casework.media.match;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vigie.casework.media.MediaStore;
import vigie.casework.media.MediaStore.Compared;
import vigie.casework.media.MediaStore.Item;
import vigie.casework.operation.CaseEvidence;
import vigie.casework.operation.OpenCase;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Verb;
import vigie.media.sets.HashSets;
import vigie.model.casefile.Refusal;

/// What the sets say of hashes that somebody names: answered for exhibits of a case that they are
/// on and read, and for nothing else. What is no exhibit is answered like what no set lists: nobody
/// learns here whether a hash is known.
///
/// @param asked    how many hashes were named
/// @param exhibits how many of them are media of the case
/// @param found    what comparing says of those
public record Asked(int asked, int exhibits, List<Compared> found) {
    /// More are a list of one's own, not a question about a case.
    public static final int MOST = 1000;

    public Asked {
        found = List.copyOf(found);
    }

    /// Asks, and enters the consultation in the ledger.
    ///
    /// @param hashes SHA-256, SHA-1 or MD5 in hexadecimal
    /// @param sets   the folder of the home's hash sets
    /// @throws Refusal where the actor does not read the evidence of such a case
    public static Asked of(
            OpenCase opened,
            MediaStore store,
            Path sets,
            List<String> hashes,
            String purpose,
            Clock clock)
            throws IOException {
        if (!opened.store().readsContent(opened.name(), opened.actor())) {
            throw new Refusal(
                    Refusal.Kind.PERMISSION,
                    opened.actor() + " does not read the evidence of this case");
        }
        if (hashes.isEmpty() || hashes.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " hashes at once");
        }
        Set<String> wanted = new HashSet<>();
        hashes.forEach(hash -> wanted.add(hash.toLowerCase(Locale.ROOT)));
        List<Item> items = new ArrayList<>();
        for (Item item : store.items(opened.name())) {
            if (wanted.contains(item.digest().hex())
                    || item.md5() != null && wanted.contains(item.md5())
                    || item.sha1() != null && wanted.contains(item.sha1())) {
                items.add(item);
            }
        }
        try (HashSets open = HashSets.open(sets)) {
            Lookup lookup = new Lookup(open, new Permissions(CaseEvidence.of(opened)), clock);
            lookup.ask(items);
            opened.ledger()
                    .append(
                            Draft.of(Verb.CONSULTATION, "lookup", opened.actor(), purpose)
                                    .with("generation", open.generation())
                                    .with("sets", open.sets().size())
                                    .with("asked", hashes.size())
                                    .with("items", lookup.asked())
                                    .with("listed", lookup.listed()));
            return new Asked(hashes.size(), items.size(), lookup.with(java.util.Map.of()));
        }
    }
}
