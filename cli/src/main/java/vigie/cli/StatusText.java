package vigie.cli;

import vigie.casework.operation.CaseCounts;
import vigie.casework.operation.CaseStatus;
import vigie.evidence.ledger.checkpoint.Checkpoint;

/// A status, in words and as `vigie.status/1`.
final class StatusText {
    private StatusText() {}

    static void write(Console console, CaseStatus status) {
        console.object(json -> fill(json, status));
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
        console.print(
                "media         %,d files; %,d references, of which %,d to absent files"
                        .formatted(
                                counts.mediaFiles(),
                                counts.mediaReferenced(),
                                counts.mediaAbsent()));
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

    static void fill(JsonText json, CaseStatus status) {
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
                        "media",
                        media ->
                                media.put("files", counts.mediaFiles())
                                        .put("referenced", counts.mediaReferenced())
                                        .put("absent", counts.mediaAbsent()))
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
    }
}
