package vigie.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vigie.sample.chat.Entry;
import vigie.sample.export.Asset;
import vigie.sample.export.Export;
import vigie.sample.export.ExportWriter;
import vigie.sample.export.JsonOut;
import vigie.sample.export.Tally;
import vigie.sample.export.View;
import vigie.sample.export.Workshop;
import vigie.sample.people.Account;
import vigie.sample.people.Person;
import vigie.sample.picture.PicturePlan.Plate;
import vigie.sample.talk.Statement;

/// Writes the ground truth: JSON lines, and the counts as one object.
final class Truth {
    private final Design design;
    private final Map<ExportWriter, Tally> tallies;
    private final List<Plate> plates;
    private final Map<Asset, Asset.Made> made;
    private final Workshop workshop;
    private final Path root;
    private final SampleOperation.Size size;
    private final long seed;

    Truth(
            Design design,
            Map<ExportWriter, Tally> tallies,
            List<Plate> plates,
            Map<Asset, Asset.Made> made,
            Workshop workshop,
            Path root,
            SampleOperation.Size size,
            long seed) {
        this.design = design;
        this.tallies = tallies;
        this.plates = plates;
        this.made = made;
        this.workshop = workshop;
        this.root = root;
        this.size = size;
        this.seed = seed;
    }

    Counts write(Path folder) throws IOException {
        people(folder.resolve("people.jsonl"));
        pictures(folder.resolve("pictures.jsonl"));
        statements(folder.resolve("statements.jsonl"));
        overlaps(folder.resolve("overlaps.jsonl"));
        Counts counts = counts();
        counts(folder.resolve("counts.json"), counts);
        return counts;
    }

    private static JsonOut open(Path file) throws IOException {
        return new JsonOut(Files.newOutputStream(file), false);
    }

    private static void line(JsonOut out, SequencedMap<String, Object> row) throws IOException {
        out.value(row);
        out.line();
    }

    private void people(Path file) throws IOException {
        Map<Person, List<Account>> accounts = new LinkedHashMap<>();
        for (Account account : design.population().accounts()) {
            accounts.computeIfAbsent(account.person(), _ -> new ArrayList<>()).add(account);
        }
        try (JsonOut out = open(file)) {
            for (Map.Entry<Person, List<Account>> entry : accounts.entrySet()) {
                Person person = entry.getKey();
                var row = new LinkedHashMap<String, Object>();
                row.put("person", person.number());
                row.put("country", person.country().code());
                row.put("city", person.home().key());
                row.put("language", person.language());
                row.put("occupation", person.occupation());
                row.put("family", person.family());
                row.put("phone", person.phone());
                row.put("accounts", entry.getValue().stream().map(Account::key).toList());
                row.put("handles", entry.getValue().stream().map(a -> "@" + a.handle()).toList());
                line(out, row);
            }
        }
    }

    private void pictures(Path file) throws IOException {
        try (JsonOut out = open(file)) {
            for (Plate plate : plates) {
                var asset = new Asset.Picture(plate.number());
                Asset.Made facts = made.get(asset);
                if (facts == null) {
                    continue;
                }
                String copyOf = null;
                for (Path place : workshop.places(asset)) {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("path", relative(place));
                    row.put("kind", plate.clip() ? "clip" : "picture");
                    row.put("sha256", facts.sha256());
                    row.put("size", facts.size());
                    row.put("width", facts.width());
                    row.put("height", facts.height());
                    row.put("quality", facts.quality());
                    int group = plate.source() < 0 ? plate.number() : plate.source();
                    row.put("group", group);
                    if (copyOf != null) {
                        row.put("source", copyOf);
                        row.put("how", "copy");
                    } else if (plate.how() != null) {
                        var source = new Asset.Picture(plate.source());
                        row.put("source", relative(workshop.places(source).getFirst()));
                        row.put("how", plate.how().word());
                        row.put("parameters", plate.how().parameters());
                    } else {
                        row.put("how", "drawn");
                    }
                    line(out, row);
                    copyOf = relative(place);
                }
            }
        }
    }

    private String relative(Path place) {
        return root.relativize(place).toString().replace('\\', '/');
    }

    private void statements(Path file) throws IOException {
        try (JsonOut out = open(file)) {
            for (Export export : design.exports()) {
                for (View view : export.views()) {
                    for (Entry entry : view.entries()) {
                        if (entry instanceof Entry.Post post) {
                            for (Statement statement : post.statements()) {
                                var row = new LinkedHashMap<String, Object>();
                                row.put("export", export.folder());
                                row.put("conversation", view.chat().key());
                                row.put("message", post.id());
                                row.put(
                                        "account",
                                        "telegram:user:" + post.from().key().substring(4));
                                row.put("kind", statement.kind());
                                row.put("value", statement.value());
                                row.put("language", statement.language());
                                line(out, row);
                            }
                        }
                    }
                }
            }
        }
    }

    private void overlaps(Path file) throws IOException {
        try (JsonOut out = open(file)) {
            for (Copies copies : design.copies()) {
                for (Copies.Lack lack : copies.lacking()) {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("conversation", copies.first().chat().key());
                    row.put("message", lack.id());
                    row.put("held", copies.holder(lack));
                    row.put("lacking", copies.lacking(lack));
                    line(out, row);
                }
            }
        }
    }

    private Counts counts() {
        var all = new TreeSet<String>();
        long[] sums = new long[9];
        long files = Papers.orders();
        for (Map.Entry<ExportWriter, Tally> entry : tallies.entrySet()) {
            Tally tally = entry.getValue();
            all.addAll(tally.accounts());
            sums[0] += tally.messages();
            sums[1] += tally.events();
            sums[2] += tally.unsupported();
            sums[3] += tally.repaired();
            sums[5] += tally.conversations();
            sums[6] += tally.files().size();
            sums[7] += tally.referenced();
            sums[8] += tally.absent();
            files += 1 + entry.getKey().files().size();
        }
        all.remove(design.pseudonym().key());
        long lacking = design.copies().stream().mapToLong(copy -> copy.lacking().size()).sum();
        int overlapping = design.copies().size();
        return new Counts(
                files,
                sums[0] + sums[1] + sums[2],
                sums[3],
                0,
                sums[2],
                0,
                0,
                gaps(),
                all.size(),
                sums[5] - overlapping,
                sums[0],
                sums[1],
                sums[6],
                sums[7],
                sums[8],
                overlapping,
                lacking);
    }

    /// Numbers within some copy of a supergroup or channel that no copy holds.
    private long gaps() {
        Map<Long, List<NavigableSet<Long>>> copies = new TreeMap<>();
        for (ExportWriter writer : tallies.keySet()) {
            for (View view : writer.export().views()) {
                NavigableSet<Long> numbers = ExportWriter.numbers(view);
                if (view.chat().kind().numbered() && !numbers.isEmpty()) {
                    copies.computeIfAbsent(view.chat().id(), _ -> new ArrayList<>()).add(numbers);
                }
            }
        }
        long gaps = 0;
        for (List<NavigableSet<Long>> chat : copies.values()) {
            var within = new TreeSet<Long>();
            for (NavigableSet<Long> copy : chat) {
                for (long id = copy.first(); id <= copy.last(); id++) {
                    within.add(id);
                }
            }
            chat.forEach(within::removeAll);
            gaps += within.size();
        }
        return gaps;
    }

    private void counts(Path file, Counts total) throws IOException {
        try (JsonOut out = open(file)) {
            out.object()
                    .field("schema", "vigie.sample.truth/1")
                    .field("seed", seed)
                    .field("members", size.members())
                    .field("pseudonym", design.pseudonym().key());
            out.key("exports").array();
            for (Map.Entry<ExportWriter, Tally> entry : tallies.entrySet()) {
                Tally tally = entry.getValue();
                var row = new LinkedHashMap<String, Object>();
                row.put("folder", entry.getKey().export().folder());
                row.put("files", 1 + entry.getKey().files().size());
                row.put("read", tally.messages() + tally.events() + tally.unsupported());
                row.put("messages", tally.messages());
                row.put("events", tally.events());
                row.put("unsupported", tally.unsupported());
                row.put("repaired", tally.repaired());
                row.put("gaps", tally.gaps());
                row.put("conversations", tally.conversations());
                row.put("accounts", tally.accounts().size());
                row.put("mediaFiles", tally.files().size());
                row.put("mediaReferenced", tally.referenced());
                row.put("mediaAbsent", tally.absent());
                row.put("references", new TreeMap<>(tally.roles()));
                out.value(row);
            }
            out.endArray().field("total", total.byName()).endObject().line();
        }
    }
}
