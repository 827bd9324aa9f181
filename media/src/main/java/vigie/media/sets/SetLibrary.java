package vigie.media.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.evidence.disk.Durable;
import vigie.evidence.disk.Folders;
import vigie.evidence.ledger.FolderLock;
import vigie.media.sets.scheme.Schemes;
import vigie.media.sets.source.SetBuilder;
import vigie.model.casefile.Refusal;

/// The sets of a home, to be changed: one writer at a time, among processes too. A change is built
/// aside and appears whole, by the replacement of one small file; one that breaks leaves nothing.
///
/// Who changed which set is for the home's register, which the caller writes.
public final class SetLibrary {
    private final Path folder;
    private final InstantSource clock;

    private SetLibrary(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// Enters a change where the home keeps who changed what: before the change shows, so that none
    /// shows that was not entered. One that then fails was entered all the same.
    @FunctionalInterface
    public interface Witness {
        /// The set as it will be, or as it was where it goes; its counts of rows are not yet known.
        void enters(SetInfo set) throws IOException;
    }

    /// The sets in a folder, `sets/` of a home, which is made when missing.
    public static SetLibrary open(Path folder, InstantSource clock) throws IOException {
        Durable.folders(folder);
        if (!Files.exists(folder.resolve("lock"))) {
            Durable.replace(folder.resolve("lock"), new byte[0]);
        }
        return new SetLibrary(folder, clock);
    }

    /// Imports files as a set.
    ///
    /// @throws Refusal of kind `SETTINGS` where the set exists, or the scheme or the base does not
    /// @throws IOException with file and place, where a file breaks its format; nothing is kept
    public ImportOutcome run(ImportOrder order, Witness witness) throws IOException {
        SetInfo.Label label = order.label();
        if (label.scheme() != null) {
            requireScheme(label.scheme());
        }
        try (FolderLock.Held _ = FolderLock.hold(folder)) {
            Manifest manifest = Manifest.read(folder);
            SetFolder.sweep(folder, manifest);
            Manifest.@Nullable Held old = named(manifest, label.name()).orElse(null);
            Durable.folder(SetFolder.unfinished(folder));
            try (ImportWork work =
                    new ImportWork(folder, SetFolder.unfinished(folder), order, old)) {
                if (old != null && work.holdsAll(old.info())) {
                    return new ImportOutcome.AlreadyHeld(old.info());
                }
                if (old != null && order.mode() == ImportOrder.Mode.NEW) {
                    throw new Refusal(
                            Refusal.Kind.SETTINGS,
                            "there is a set named "
                                    + label.name()
                                    + " already: add to it, replace it, or take another name");
                }
                SetInfo set = publish(manifest, old, work, witness);
                return new ImportOutcome.Imported(set);
            } finally {
                Folders.delete(SetFolder.unfinished(folder));
            }
        }
    }

    private void requireScheme(String scheme) throws IOException {
        Schemes schemes = Schemes.of(SetFolder.schemes(folder));
        if (schemes.get(scheme).isEmpty()) {
            schemes.named(scheme + " (with its version)");
        }
    }

    private static Optional<Manifest.Held> named(Manifest manifest, String name) {
        return manifest.sets().stream()
                .filter(held -> held.info().label().name().equals(name))
                .findFirst();
    }

    private SetInfo publish(
            Manifest manifest, Manifest.@Nullable Held old, ImportWork work, Witness witness)
            throws IOException {
        SetBuilder.Built built = work.build();
        boolean adds = work.adds();
        int id = adds && old != null ? old.info().id() : manifest.next();
        Durable.folders(SetFolder.set(folder, id));
        List<Manifest.Part> parts = new ArrayList<>();
        List<Long> records = new ArrayList<>();
        if (adds && old != null) {
            parts.addAll(old.parts());
            records.addAll(old.records());
        }
        long generation = manifest.generation() + 1;
        for (SetBuilder.Part part : built.parts()) {
            String name = id + "/" + part.file().getFileName() + "-" + generation + ".seg";
            move(part.file(), folder.resolve(name));
            parts.add(new Manifest.Part(name, part.kind(), part.seal()));
        }
        if (built.records() != null) {
            move(built.records(), SetFolder.records(folder, id, records.size()));
            records.add(built.length());
        }
        boolean base =
                work.keepBase(SetFolder.base(folder, id)) || adds && old != null && old.base();
        Durable.syncFolder(SetFolder.set(folder, id));
        SetInfo info = work.info(id, clock.instant(), built);
        Manifest.Held now = new Manifest.Held(info, parts, records, base);
        List<Manifest.Held> sets = new ArrayList<>(manifest.sets());
        if (old != null) {
            sets.set(sets.indexOf(old), now);
        } else {
            sets.add(now);
        }
        witness.enters(info);
        manifest.changed(Math.max(manifest.next(), id + 1), sets).write(folder);
        SetInfo counted =
                Manifest.read(folder).sets().stream()
                        .map(Manifest.Held::info)
                        .filter(set -> set.id() == id)
                        .findFirst()
                        .orElseThrow();
        SetFolder.sweep(folder, Manifest.read(folder));
        return counted;
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Merges all segments of each set that can be merged; see [Merges] for the background.
    ///
    /// @return how many segments there are fewer
    public int merge() throws IOException {
        return new Merging(folder).run(true);
    }

    /// Takes a set away.
    ///
    /// @throws Refusal of kind `SETTINGS` where there is none of this name
    public SetInfo remove(String name, Witness witness) throws IOException {
        try (FolderLock.Held _ = FolderLock.hold(folder)) {
            Manifest manifest = Manifest.read(folder);
            Manifest.Held gone =
                    named(manifest, name)
                            .orElseThrow(
                                    () ->
                                            new Refusal(
                                                    Refusal.Kind.SETTINGS,
                                                    "there is no set named " + name));
            List<Manifest.Held> left = new ArrayList<>(manifest.sets());
            left.remove(gone);
            witness.enters(gone.info());
            Manifest now = manifest.changed(manifest.next(), left);
            now.write(folder);
            SetFolder.sweep(folder, now);
            return gone.info();
        }
    }
}
