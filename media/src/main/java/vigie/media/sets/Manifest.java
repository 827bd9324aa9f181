package vigie.media.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vigie.evidence.disk.Durable;
import vigie.evidence.json.CanonicalJson;
import vigie.evidence.json.Json;
import vigie.evidence.json.NotCanonical;
import vigie.media.sets.segment.DigestKind;
import vigie.media.sets.segment.SegmentSeal;
import vigie.model.material.Sha256;

/// The list of a home's sets and of the files that hold them, replaced as a whole: whoever reads it
/// sees all of a change or nothing of it.
///
/// @param generation greater with every change of what the sets list
/// @param merges     how often segments were merged, which changes nothing of that
/// @param next       the number of the next set
record Manifest(long generation, long merges, int next, List<Held> sets) {
    static final String NAME = "sets.json";
    private static final long VERSION = 1;

    /// A set and its files.
    ///
    /// @param records the lengths of its files of records, by number
    /// @param base    whether the database that it was made from is kept for later deltas
    record Held(SetInfo info, List<Part> parts, List<Long> records, boolean base) {
        Held {
            parts = List.copyOf(parts);
            records = List.copyOf(records);
        }
    }

    /// A segment of a set.
    record Part(String file, DigestKind kind, SegmentSeal seal) {}

    Manifest {
        sets = List.copyOf(sets);
    }

    /// Whether this lists the same files as another, so that one that is missing is missing.
    boolean same(Manifest other) {
        return generation == other.generation && merges == other.merges;
    }

    /// The list after a change of what the sets list.
    Manifest changed(int next, List<Held> sets) {
        return new Manifest(generation + 1, merges, next, sets);
    }

    /// The list with one segment of a set in the place of several.
    Manifest merged(Held held, List<Part> several, Part one) {
        List<Part> parts = new ArrayList<>(held.parts());
        parts.removeAll(several);
        parts.add(one);
        List<Held> now = new ArrayList<>(sets);
        now.set(sets.indexOf(held), new Held(held.info(), parts, held.records(), held.base()));
        return new Manifest(generation, merges + 1, next, now);
    }

    /// The list of a folder; an empty one where there is none yet.
    static Manifest read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return new Manifest(0, 0, 1, List.of());
        }
        try {
            Json.Fields all = CanonicalJson.readFields(bytes);
            long version = whole(all, "version");
            if (version != VERSION) {
                throw new IOException(
                        file + ": version " + version + ", which this program cannot read");
            }
            List<Held> sets = new ArrayList<>();
            for (Json set : some(all.items("sets")).values()) {
                sets.add(held((Json.Fields) set));
            }
            return new Manifest(
                    whole(all, "generation"),
                    all.whole("merges").orElse(0L),
                    (int) whole(all, "next"),
                    sets);
        } catch (NotCanonical
                | IllegalArgumentException
                | ClassCastException
                | DateTimeException why) {
            throw new IOException(file + ": damaged: " + why.getMessage(), why);
        }
    }

    void write(Path folder) throws IOException {
        Json.Fields all =
                Json.Fields.NONE
                        .with("version", VERSION)
                        .with("generation", generation)
                        .with("merges", merges)
                        .with("next", next)
                        .with(
                                "sets",
                                new Json.Items(
                                        sets.stream().map(set -> (Json) json(set)).toList()));
        Durable.replace(folder.resolve(NAME), CanonicalJson.write(all));
    }

    private static Json.Fields json(Held held) {
        SetInfo info = held.info();
        SetInfo.Label label = info.label();
        List<Json> files = new ArrayList<>();
        for (SetInfo.SourceFile file : info.files()) {
            files.add(
                    Json.Fields.ofTexts(
                                    Map.of(
                                            "name", file.name(),
                                            "sha256", file.digest().hex(),
                                            "format", file.format()))
                            .with("size", file.size()));
        }
        List<Json> parts = new ArrayList<>();
        for (Part part : held.parts()) {
            parts.add(
                    Json.Fields.ofTexts(Map.of("file", part.file(), "kind", part.kind().word()))
                            .with("rows", part.seal().rows())
                            .with("length", part.seal().length())
                            .with("checksum", Integer.toUnsignedLong(part.seal().checksum())));
        }
        Json.Fields json =
                Json.Fields.ofTexts(
                                Map.of(
                                        "name", label.name(),
                                        "kind", label.kind().word(),
                                        "version", label.version(),
                                        "source", label.source(),
                                        "licence", label.licence(),
                                        "scheme", label.scheme() == null ? "" : label.scheme(),
                                        "imported", info.imported().toString()))
                        .with("id", info.id())
                        .with("distance", label.distance())
                        .with("entries", info.records())
                        .with("base", held.base() ? 1 : 0)
                        .with("files", new Json.Items(files))
                        .with("parts", new Json.Items(parts))
                        .with("warnings", Json.Items.ofTexts(info.warnings()));
        return json.with(
                "records",
                new Json.Items(
                        held.records().stream().map(size -> (Json) new Json.Whole(size)).toList()));
    }

    private static Held held(Json.Fields json) {
        String scheme = text(json, "scheme");
        SetInfo.Label label =
                new SetInfo.Label(
                        text(json, "name"),
                        SetKind.of(text(json, "kind")),
                        text(json, "version"),
                        text(json, "source"),
                        text(json, "licence"),
                        scheme.isEmpty() ? null : scheme,
                        (int) whole(json, "distance"));
        List<SetInfo.SourceFile> files = new ArrayList<>();
        for (Json item : some(json.items("files")).values()) {
            Json.Fields file = (Json.Fields) item;
            files.add(
                    new SetInfo.SourceFile(
                            text(file, "name"),
                            new Sha256(text(file, "sha256")),
                            whole(file, "size"),
                            text(file, "format")));
        }
        List<Part> parts = new ArrayList<>();
        Map<DigestKind, Long> rows = new EnumMap<>(DigestKind.class);
        for (Json item : some(json.items("parts")).values()) {
            Part part = part((Json.Fields) item);
            parts.add(part);
            rows.merge(part.kind(), part.seal().rows(), Long::sum);
        }
        List<Long> records = new ArrayList<>();
        for (Json item : some(json.items("records")).values()) {
            records.add(((Json.Whole) item).value());
        }
        SetInfo info =
                new SetInfo(
                        (int) whole(json, "id"),
                        label,
                        Instant.parse(text(json, "imported")),
                        files,
                        rows,
                        whole(json, "entries"),
                        some(json.items("warnings")).texts());
        return new Held(info, parts, records, whole(json, "base") == 1);
    }

    private static Part part(Json.Fields json) {
        String file = text(json, "file");
        if (!file.matches("[0-9]{1,9}/[a-z0-9-]{1,40}\\.seg")) {
            throw new IllegalArgumentException("not the name of a segment: " + file);
        }
        String kind = text(json, "kind");
        for (DigestKind one : DigestKind.values()) {
            if (one.word().equals(kind)) {
                return new Part(
                        file,
                        one,
                        new SegmentSeal(
                                whole(json, "rows"),
                                whole(json, "length"),
                                (int) whole(json, "checksum")));
            }
        }
        throw new IllegalArgumentException("not a kind of digest: " + kind);
    }

    private static String text(Json.Fields json, String key) {
        return json.text(key).orElseThrow(missing(key));
    }

    private static long whole(Json.Fields json, String key) {
        return json.whole(key).orElseThrow(missing(key));
    }

    private static Json.Items some(java.util.Optional<Json.Items> items) {
        return items.orElseThrow(missing("a list"));
    }

    private static Supplier<IllegalArgumentException> missing(String what) {
        return () -> new IllegalArgumentException("it lacks " + what);
    }
}
