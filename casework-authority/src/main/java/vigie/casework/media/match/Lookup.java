package vigie.casework.media.match;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.casework.media.Finding;
import vigie.casework.media.Match;
import vigie.casework.media.MediaStore.Compared;
import vigie.casework.media.MediaStore.Item;
import vigie.evidence.basis.Checked;
import vigie.evidence.json.CanonicalJson;
import vigie.evidence.json.Json;
import vigie.media.sets.Consultation;
import vigie.media.sets.FileDigests;
import vigie.media.sets.HashSets;
import vigie.media.sets.Hit;
import vigie.media.sets.SetInfo;
import vigie.media.sets.SetKind;
import vigie.media.sets.Verdict;
import vigie.media.sets.record.Entry;
import vigie.media.sets.scheme.Category;
import vigie.media.sets.scheme.Scheme;
import vigie.model.material.Exhibit;

/// What all sets say of the items of a case, each asked under a basis that holds.
final class Lookup {
    /// A check of a basis lasts for so many.
    private static final int PORTION = 4096;

    private final HashSets sets;
    private final Permissions permissions;
    private final Clock clock;
    private final Map<Integer, Verdict> verdicts = new TreeMap<>();
    private final Map<Integer, Exhibit> under = new HashMap<>();

    Lookup(HashSets sets, Permissions permissions, Clock clock) {
        this.sets = sets;
        this.permissions = permissions;
        this.clock = clock;
    }

    /// Asks by digest.
    void ask(List<Item> items) throws IOException {
        for (Map.Entry<Exhibit, List<Item>> group : permissions.byBasis(items).entrySet()) {
            List<Item> all = group.getValue();
            for (int from = 0; from < all.size(); from += PORTION) {
                ask(group.getKey(), all.subList(from, Math.min(all.size(), from + PORTION)));
            }
        }
    }

    private void ask(Exhibit basis, List<Item> items) throws IOException {
        Optional<Checked> checked = permissions.check(basis);
        if (checked.isEmpty()) {
            return;
        }
        List<Verdict> said =
                sets.consult(checked.get(), clock)
                        .verdicts(
                                items.stream()
                                        .map(
                                                item ->
                                                        new FileDigests(
                                                                item.digest(),
                                                                item.md5(),
                                                                item.sha1()))
                                        .toList());
        for (int i = 0; i < said.size(); i++) {
            verdicts.put(items.get(i).item(), said.get(i));
            under.put(items.get(i).item(), basis);
        }
    }

    /// How many items were asked about.
    int asked() {
        return verdicts.size();
    }

    /// How many of them some set lists.
    long listed() {
        return verdicts.values().stream()
                .filter(verdict -> !(verdict instanceof Verdict.Unlisted))
                .count();
    }

    /// What comparing says of each item that was asked about.
    List<Compared> with(Map<Integer, List<Near>> near) throws IOException {
        List<Compared> compared = new ArrayList<>();
        for (Map.Entry<Integer, Verdict> entry : verdicts.entrySet()) {
            int item = entry.getKey();
            List<Match> matches = new ArrayList<>();
            for (Hit hit : entry.getValue().hits()) {
                matches.add(match(hit));
            }
            boolean similar = false;
            for (Near one : near.getOrDefault(item, List.of())) {
                similar |= like(under.get(item), one, matches);
            }
            compared.add(new Compared(item, finding(entry.getValue(), similar), matches));
        }
        return compared;
    }

    /// "Known" lowers the order and clears nothing: what is known and like an alert is disagreed
    /// about.
    private static Finding finding(Verdict verdict, boolean similar) {
        return switch (verdict) {
            case Verdict.Alert _, Verdict.Undecided _ -> Finding.ALERT;
            case Verdict.Conflict _ -> Finding.CONFLICT;
            case Verdict.Known _ -> similar ? Finding.CONFLICT : Finding.KNOWN;
            case Verdict.Unlisted _ -> similar ? Finding.SIMILAR : Finding.UNSEEN;
        };
    }

    private static Match match(Hit hit) {
        return match(hit.set(), hit.by().word(), 0, null, hit.category(), hit.entry());
    }

    /// Adds what an item is like.
    ///
    /// @return whether that calls for looking at it before what no set lists
    private boolean like(@Nullable Exhibit basis, Near near, List<Match> matches)
            throws IOException {
        Optional<Checked> checked = basis == null ? Optional.empty() : permissions.check(basis);
        if (checked.isEmpty()) {
            return false;
        }
        Consultation consultation = sets.consult(checked.get(), clock);
        Entry entry = consultation.pdqEntry(near.set().id(), near.id()).orElse(null);
        Category category = entry == null ? null : category(near.set(), entry);
        matches.add(match(near.set(), near.by(), near.distance(), near.shares(), category, entry));
        return category == null || category.calls() != Category.Calls.LAST;
    }

    private @Nullable Category category(SetInfo set, Entry entry) {
        String scheme = set.label().scheme();
        return scheme == null
                ? null
                : sets.schemes().get(scheme).flatMap(known -> category(known, entry)).orElse(null);
    }

    private static Optional<Category> category(Scheme scheme, Entry entry) {
        return Optional.ofNullable(entry.properties().get(scheme.property()))
                .flatMap(scheme::category);
    }

    private static Match match(
            SetInfo set,
            String by,
            int distance,
            Match.@Nullable Shares shares,
            @Nullable Category category,
            @Nullable Entry entry) {
        return new Match(
                set.label().name(),
                set.label().version(),
                set.label().kind() == SetKind.ALERT,
                by,
                distance,
                shares,
                category == null ? null : category.scheme() + " " + category.code(),
                entry == null || entry.properties().isEmpty() ? null : json(entry.properties()));
    }

    private static String json(SortedMap<String, String> properties) {
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, value) -> texts.put(wellFormed(key), wellFormed(value)));
        return new String(
                CanonicalJson.write(Json.Fields.ofTexts(texts)),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    /// What a list says may hold what no row can.
    private static String wellFormed(String text) {
        byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new String(utf8, java.nio.charset.StandardCharsets.UTF_8)
                .replace('\u0000', '\ufffd');
    }
}
