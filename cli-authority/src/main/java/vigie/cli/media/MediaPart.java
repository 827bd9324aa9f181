package vigie.cli.media;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigie.casework.home.Examination;
import vigie.casework.home.Home;
import vigie.cli.EditionPart;
import vigie.cli.lab.LabVerb;
import vigie.cli.media.sets.BroughtSets;
import vigie.cli.media.sets.SetsVerb;
import vigie.store.media.MediaTables;
import vigie.store.rows.PostgresCaseStore;
import vigie.store.rows.StorePart;

/// Media, as the authority edition has them: verbs, tables, the stage `match`, pages.
public final class MediaPart implements EditionPart {
    @Override
    public String name() {
        return "media";
    }

    @Override
    public List<Object> verbs() {
        return List.of(new HashVerb(), new MatchVerb(), new SetsVerb(), new LabVerb());
    }

    @Override
    public StorePart rows() {
        return new MediaTables();
    }

    @Override
    public Furnished furnish(Home home, PostgresCaseStore store) {
        return new MediaRooms(home, store);
    }

    @Override
    public Optional<SampleSets> sampleSets() {
        return Optional.of(new BroughtSets());
    }

    @Override
    public List<Examination.Result> examine(Path home, Map<String, String> environment) {
        return List.of(
                Examination.tool(
                        environment,
                        "ffmpeg",
                        "clips can be looked into",
                        "not installed: clips are counted and not looked into"));
    }
}
