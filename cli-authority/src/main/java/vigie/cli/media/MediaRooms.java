package vigie.cli.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.casework.home.Home;
import vigie.casework.media.MediaCounts;
import vigie.casework.media.MediaReads;
import vigie.casework.media.MediaRoom;
import vigie.casework.media.MediaStore;
import vigie.casework.media.Revealing;
import vigie.casework.media.Veil;
import vigie.casework.media.decide.Deciding;
import vigie.casework.media.match.ConfinedExamining;
import vigie.casework.media.match.MatchStage;
import vigie.casework.media.reveal.ConfinedVeil;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.SharedCases;
import vigie.casework.operation.Stage;
import vigie.casework.overview.Desk;
import vigie.cli.EditionPart;
import vigie.media.sets.Merges;
import vigie.store.media.PostgresDecisions;
import vigie.store.media.PostgresExposure;
import vigie.store.media.PostgresMediaReads;
import vigie.store.media.PostgresMediaStore;
import vigie.store.rows.PostgresCaseStore;
import vigie.web.Rooms;

/// The rooms of media over one open home.
public final class MediaRooms implements EditionPart.Furnished {
    private final Veil veil = new ConfinedVeil();
    private final Path sets;
    private final MediaRoom room;
    private final MediaStore rows;
    private final Stage stage;

    /// Since pages are served.
    private @Nullable Merges merges;

    MediaRooms(Home home, PostgresCaseStore store) {
        this.sets = sets(home);
        MediaReads reads = new PostgresMediaReads(store);
        PostgresExposure exposure = new PostgresExposure(store);
        Deciding deciding = new Deciding(new PostgresDecisions(store));
        this.room =
                new MediaRoom(
                        reads, deciding, exposure, new Revealing(reads, exposure, veil), sets);
        this.rows = new PostgresMediaStore(store);
        this.stage =
                new MatchStage(rows, deciding, sets, ConfinedExamining::open, Clock.systemUTC());
    }

    /// Where a home's hash sets are.
    static Path sets(Home home) {
        return home.root().resolve("sets");
    }

    /// What the Media screen and the verbs about a case's media are about.
    public MediaRoom room() {
        return room;
    }

    /// The rows that the stage fills.
    public MediaStore store() {
        return rows;
    }

    @Override
    public List<Stage> stages() {
        return List.of(stage);
    }

    /// Who may not read the evidence of a case is told nothing of its media.
    @Override
    public EditionPart.Said said(OpenCase opened) {
        Optional<MediaCounts> counts =
                opened.store().readsContent(opened.name(), opened.actor())
                        ? Optional.of(room.reads().counts(opened.name(), opened.actor()))
                        : Optional.empty();
        return new MediaText(counts);
    }

    /// Whoever serves also merges what is imported meanwhile.
    @Override
    public Map<String, Object> beans(Rooms rooms) {
        if (merges == null) {
            merges = Merges.whileOpen(sets);
        }
        return Map.of("media", room);
    }

    @Override
    public List<Desk.Waiting> waiting(SharedCases cases) {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        if (merges != null) {
            merges.close();
        }
        veil.close();
    }
}
