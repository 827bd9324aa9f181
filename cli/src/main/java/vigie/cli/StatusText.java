package vigie.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.CaseCounts;
import vigie.casework.operation.CaseStatus;
import vigie.casework.operation.Migrations;
import vigie.evidence.ledger.checkpoint.Checkpoint;

/// A status, in words and as `vigie.status/1`.
final class StatusText {
    private StatusText() {}

    /// @param said what the parts of the edition say of the case
    static void write(Console console, CaseStatus status, List<EditionPart.Said> said) {
        console.object(json -> fill(json, status, said));
        CaseCounts counts = status.counts();
        console.print("case          " + status.name());
        console.print("exhibits      %,d".formatted(counts.exhibits()));
        console.print(
                "read          %,d: %,d messages, %,d events, %,d that the exporter could not write"
                        .formatted(
                                counts.read(),
                                counts.messages(),
                                counts.events(),
                                counts.unsupported()));
        console.print(
                "              %,d repaired, %,d skipped, %,d values kept without being understood"
                        .formatted(counts.repaired(), counts.skipped(), counts.unknown()));
        if (counts.partial() > 0) {
            console.print(
                    "partial       %,d exhibits break their format: what came before the break is here"
                            .formatted(counts.partial()));
        }
        console.print(
                "gaps          %,d numbers missing: deleted or not exported, unknown which"
                        .formatted(counts.gaps()));
        console.print("accounts      %,d".formatted(counts.accounts()));
        console.print(
                "conversations %,d, of which %,d in several exports; %,d messages that another copy lacks"
                        .formatted(
                                counts.conversations(), counts.overlapping(), counts.oneSided()));
        migrations(console, status.migrations());
        console.print(
                "media         %,d files; %,d references, of which %,d to absent files"
                        .formatted(
                                counts.mediaFiles(),
                                counts.mediaReferenced(),
                                counts.mediaAbsent()));
        said.forEach(part -> part.words(console));
        console.print("state digest  " + status.digest().whole());
        console.print(
                status.checkpoint()
                        .map(
                                signed ->
                                        "checkpoint    %,d of %,d entries, root %s, %s"
                                                .formatted(
                                                        signed.size(),
                                                        status.entries(),
                                                        signed.root(),
                                                        status.anchored()
                                                                ? "anchored"
                                                                : "not externally anchored"))
                        .orElse("checkpoint    none yet"));
    }

    private static void migrations(Console console, Migrations migrations) {
        if (migrations.count() == 0) {
            return;
        }
        console.print(
                "migrated      %,d pairs of conversations that an export calls one group: linked, not merged"
                        .formatted(migrations.count()));
        for (Migrations.Link link : migrations.listed()) {
            console.print(
                    "              %s became %s: exhibit %d, byte %d%s"
                            .formatted(
                                    named(link.from(), link.fromName()),
                                    named(link.to(), link.toName()),
                                    link.exhibit(),
                                    link.at().offset(),
                                    link.contradicted() ? "; another statement differs" : ""));
        }
        long more = migrations.count() - migrations.listed().size();
        if (more > 0) {
            console.print("              and %,d more".formatted(more));
        }
    }

    private static String named(String key, @Nullable String name) {
        return name == null ? key : key + " (" + name + ")";
    }

    static void fill(JsonText json, CaseStatus status, List<EditionPart.Said> said) {
        CaseCounts counts = status.counts();
        json.put("schema", "vigie.status/1")
                .put("case", status.name().value())
                .put("exhibits", counts.exhibits())
                .put(
                        "parse",
                        parse ->
                                parse.put("read", counts.read())
                                        .put("repaired", counts.repaired())
                                        .put("skipped", counts.skipped())
                                        .put("unsupported", counts.unsupported())
                                        .put("unknown", counts.unknown())
                                        .put("absent", counts.absent())
                                        .put("partial", counts.partial())
                                        .put("gaps", counts.gaps()))
                .put("accounts", counts.accounts())
                .put("conversations", counts.conversations())
                .put("messages", counts.messages())
                .put("events", counts.events())
                .put(
                        "copies",
                        copies ->
                                copies.put("overlapping", counts.overlapping())
                                        .put("oneSided", counts.oneSided()))
                .put(
                        "migrations",
                        migrations ->
                                migrations
                                        .put("count", status.migrations().count())
                                        .objects(
                                                "listed",
                                                status.migrations().listed(),
                                                StatusText::link))
                .put(
                        "media",
                        media -> {
                            media.put("files", counts.mediaFiles())
                                    .put("referenced", counts.mediaReferenced())
                                    .put("absent", counts.mediaAbsent());
                            said.forEach(part -> part.fields("media", media));
                        })
                .put("stateDigest", status.digest().whole())
                .put("entries", status.entries())
                .put(
                        "checkpoint",
                        checkpoint ->
                                checkpoint
                                        .put(
                                                "size",
                                                status.checkpoint()
                                                        .map(Checkpoint::size)
                                                        .orElse(0L))
                                        .put(
                                                "root",
                                                status.checkpoint()
                                                        .map(signed -> signed.root().hex())
                                                        .orElse(null))
                                        .put("anchored", status.anchored()));
        said.forEach(part -> part.fields("", json));
    }

    private static void link(JsonText json, Migrations.Link link) {
        json.put("from", link.from())
                .put("fromName", link.fromName())
                .put("to", link.to())
                .put("toName", link.toName())
                .put("exhibit", link.exhibit())
                .put("offset", link.at().offset())
                .put("length", link.at().length())
                .put("exhibits", link.exhibits())
                .put("contradicted", link.contradicted());
    }
}
