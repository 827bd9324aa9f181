package vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import vigie.casework.home.Examination;
import vigie.casework.home.Home;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.SharedCases;
import vigie.casework.operation.Stage;
import vigie.casework.overview.Desk;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.sample.hashset.HashSets;
import vigie.sample.hashset.PictureHash;
import vigie.store.rows.PostgresCaseStore;
import vigie.store.rows.StorePart;
import vigie.web.Rooms;

/// What an edition adds to what all editions do: its artifact holds the part, and
/// [java.util.ServiceLoader] finds it. Made at each start, so making one costs nothing.
public interface EditionPart {
    /// One lower-case word.
    String name();

    /// Its verbs, as picocli takes them; best under [Verb].
    List<Object> verbs();

    /// Its tables.
    StorePart rows();

    /// Its rooms over a home whose rows are open.
    Furnished furnish(Home home, PostgresCaseStore store) throws IOException;

    /// What this machine and home lack for it; looks and changes nothing.
    List<Examination.Result> examine(Path home, Map<String, String> environment) throws IOException;

    /// What it makes of the hash sets of the sample operation, where it has hash sets.
    Optional<SampleSets> sampleSets();

    /// What the sample operation's hash sets want.
    interface SampleSets {
        /// What computes the perceptual hashes in them.
        PictureHash hash();

        /// Brings them into a home, before the evidence of a case is taken; again does nothing.
        void bring(
                Wiring wiring,
                CaseName name,
                List<HashSets.Written> sets,
                Actor actor,
                String purpose)
                throws IOException;
    }

    /// A part's rooms over one open home. Verbs reach them by [Wiring#part].
    interface Furnished extends AutoCloseable {
        /// What it does to a case after its evidence is read.
        List<Stage> stages();

        /// What it says of a case where its status is told.
        Said said(OpenCase opened) throws IOException;

        /// What its pages are about, each under its name.
        Map<String, Object> beans(Rooms rooms) throws IOException;

        /// What of it may wait for somebody.
        List<Desk.Waiting> waiting(SharedCases cases);

        @Override
        void close() throws IOException;
    }

    /// What a part says in a status, read already.
    interface Said {
        /// Adds its fields to an object of `vigie.status/1`: `media`, or "" for the whole.
        void fields(String object, JsonText json);

        /// Adds its lines.
        void words(Console console);
    }

    /// The parts of this edition, by name.
    static List<EditionPart> all() {
        return ServiceLoader.load(EditionPart.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(java.util.Comparator.comparing(EditionPart::name))
                .toList();
    }
}
