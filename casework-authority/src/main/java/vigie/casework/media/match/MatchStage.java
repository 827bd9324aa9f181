package vigie.casework.media.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigie.casework.media.Finding;
import vigie.casework.media.MediaCounts;
import vigie.casework.media.MediaStore;
import vigie.casework.media.MediaStore.Compared;
import vigie.casework.media.MediaStore.Result;
import vigie.casework.media.decide.Deciding;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.Reading;
import vigie.casework.operation.Stage;
import vigie.casework.operation.StageWork;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Verb;
import vigie.media.sets.HashSets;
import vigie.media.sets.SetInfo;
import vigie.media.worker.Item;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;

/// The stage `match`: digests, look-up in all sets before anything is decoded, confined examination
/// of what was not examined yet, likeness, stacks. It goes on where a kill stopped it; where
/// neither media, sets nor rules changed it does nothing.
public final class MatchStage implements Stage {
    /// The version of the rules: raised by whatever changes what comparing says.
    static final int RULES = 2;

    /// The kind of the entry that says what comparing gave.
    static final String ENTRY = "match";

    /// Files that are examined between two commits: a kill repeats at most these.
    private static final int BATCH = 100;

    private final MediaStore store;
    private final Deciding deciding;
    private final Path sets;
    private final Examining.Opening examining;
    private final Clock clock;

    /// @param sets the folder of the home's hash sets, which need not exist
    public MatchStage(
            MediaStore store,
            Deciding deciding,
            Path sets,
            Examining.Opening examining,
            Clock clock) {
        this.store = store;
        this.deciding = deciding;
        this.sets = sets;
        this.examining = examining;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public void replay(OpenCase opened) throws IOException {
        deciding.replay(opened);
    }

    @Override
    public List<String> run(StageWork work) throws IOException {
        List<String> errors = new ArrayList<>();
        try (HashSets open = HashSets.open(sets)) {
            Permissions permissions = new Permissions(work.evidence());
            Collecting collecting = new Collecting(work, store, permissions, open);
            boolean changed = collecting.run();
            errors.addAll(collecting.errors());
            String compared = compared(work, open);
            MediaStore.State before = store.state(work.opened().name());
            boolean others = !before.compared().equals(compared) || before.rules() != RULES;
            List<MediaStore.Item> items = store.items(work.opened().name());
            boolean waiting = !store.unexamined(work.opened().name()).isEmpty();
            if (items.isEmpty() || !changed && !others && !waiting) {
                return errors;
            }
            Lookup lookup = new Lookup(open, permissions, clock);
            lookup.ask(items);
            if (changed || others) {
                enter(work, open, lookup);
            }
            int examined = examine(work, permissions, items, errors);
            if (changed || others || examined > 0) {
                settle(work, open, lookup, items, compared, errors);
            }
        }
        return errors;
    }

    /// What tells whether comparing again could say anything else.
    private String compared(StageWork work, HashSets open) {
        StringBuilder state = new StringBuilder();
        state.append(open.generation()).append('\n');
        state.append(work.evidence().exhibits().size()).append('\n');
        for (Reading reading :
                work.opened().store().readings(work.opened().name(), work.opened().actor())) {
            state.append(reading.exhibit()).append(' ').append(reading.reader()).append(' ');
            state.append(reading.claimStream().hex()).append('\n');
        }
        return Sha256.of(state.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static List<String> names(HashSets open) {
        return open.sets().stream().map(MatchStage::name).sorted().toList();
    }

    private static String name(SetInfo set) {
        String version = set.label().version();
        return set.label().kind().word()
                + " "
                + set.label().name()
                + (version.isEmpty() ? "" : " " + version)
                + " ("
                + set.rows().values().stream().mapToLong(Long::longValue).sum()
                + ")";
    }

    private static void enter(StageWork work, HashSets open, Lookup lookup) throws IOException {
        work.opened()
                .ledger()
                .append(
                        Draft.of(Verb.CONSULTATION, "lookup", work.opened().actor(), work.purpose())
                                .with("generation", open.generation())
                                .with("sets", open.sets().size())
                                .with("items", lookup.asked())
                                .with("listed", lookup.listed())
                                .sealing("names", String.join("\n", names(open))));
    }

    /// Examines what was not examined yet, and keeps it a few at a time.
    ///
    /// @return how many were examined
    private int examine(
            StageWork work,
            Permissions permissions,
            List<MediaStore.Item> items,
            List<String> errors)
            throws IOException {
        Map<Integer, MediaStore.Item> known = new HashMap<>();
        items.forEach(item -> known.put(item.item(), item));
        List<Item> waiting = new ArrayList<>();
        for (int number : store.unexamined(work.opened().name())) {
            MediaStore.Item item = known.get(number);
            Optional<Exhibit> exhibit =
                    item == null ? Optional.empty() : permissions.openable(item.digest());
            exhibit.ifPresent(
                    one ->
                            waiting.add(
                                    new Item(
                                            number,
                                            one.size(),
                                            () -> work.evidence().bytes(one).open(0))));
        }
        if (waiting.isEmpty()) {
            return 0;
        }
        List<Result> batch = new ArrayList<>();
        int[] done = new int[1];
        Iterator<Item> each = waiting.iterator();
        try (Examining open = examining.open()) {
            open.examine(
                    each,
                    answer -> {
                        batch.add(new Result((int) answer.id(), answer.examined()));
                        done[0]++;
                        if (batch.size() == BATCH) {
                            store.examined(work.opened().name(), batch);
                            batch.clear();
                            work.progress().at("examining", done[0], done[0], waiting.size());
                        }
                    });
        } catch (IOException | UncheckedIOException failed) {
            errors.add("media could not be examined: " + failed.getMessage());
        }
        store.examined(work.opened().name(), batch);
        return done[0];
    }

    private void settle(
            StageWork work,
            HashSets open,
            Lookup lookup,
            List<MediaStore.Item> items,
            String compared,
            List<String> errors)
            throws IOException {
        work.progress().at("stacking", items.size());
        List<Result> results = new ArrayList<>();
        store.forEachExamined(work.opened().name(), results::add);
        Likeness likeness = Likeness.of(open);
        List<Compared> all = lookup.with(likeness.of(results));
        List<MediaStore.Stack> stacks = Piles.of(items, results, all, likeness.negatives());
        Decoders decoders = Decoders.of(results, work.opened().ledger());
        MediaCounts counts =
                store.settle(
                        work.opened().name(),
                        new MediaStore.Settled(
                                all, stacks, names(open), decoders.warnings(), compared, RULES),
                        (sums, sum) -> enter(work, open, decoders, likeness, sums, sum));
        if (counts.waiting() == 0) {
            errors.addAll(decoders.warnings());
        }
    }

    private static void enter(
            StageWork work,
            HashSets open,
            Decoders decoders,
            Likeness likeness,
            MediaCounts counts,
            String sum)
            throws IOException {
        Draft draft =
                Draft.of(Verb.COMBINATION, ENTRY, work.opened().actor(), work.purpose())
                        .with("items", counts.items())
                        .with("pictures", counts.pictures())
                        .with("clips", counts.clips())
                        .with("unreadable", counts.unreadable())
                        .with("waiting", counts.waiting())
                        .with("stacks", counts.stacks())
                        .with("silenced", likeness.silenced())
                        .with("flooded", likeness.flooded())
                        .with("crowded", likeness.crowded())
                        .with("rules", RULES)
                        .with("sets", open.sets().size())
                        .with("generation", open.generation())
                        .with("sum", sum);
        for (Finding finding : Finding.values()) {
            draft = draft.with(finding.word(), counts.of(finding));
        }
        work.opened().ledger().append(decoders.in(draft));
    }
}
