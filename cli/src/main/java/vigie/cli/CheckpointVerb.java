package vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vigie.casework.home.Settings;
import vigie.casework.operation.Anchoring;
import vigie.casework.operation.OpenCase;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.evidence.ledger.checkpoint.CheckpointSheet;
import vigie.evidence.ledger.timestamp.Minutes;
import vigie.evidence.ledger.timestamp.Stamp;
import vigie.evidence.ledger.timestamp.TimestampCommand;
import vigie.evidence.ledger.timestamp.Timestamps;
import vigie.evidence.ledger.timestamp.TrustAnchors;

/// `vigie checkpoint --case C`.
@Command(
        name = "checkpoint",
        description = "signs a checkpoint of the ledger; prints, keeps and anchors it",
        mixinStandardHelpOptions = true)
final class CheckpointVerb extends OneCaseVerb {
    private static final Duration TIMEOUT = Settings.DEFAULT.timestamp().seconds();

    @Option(names = "--sheet", description = "print the sheet to be signed into the minutes")
    boolean sheet;

    @Option(names = "--out", paramLabel = "FILE", description = "write the checkpoint there")
    @Nullable Path out;

    @Option(
            names = "--minutes",
            paramLabel = "REFERENCE",
            description = "record that the sheet of the last checkpoint was signed into these")
    @Nullable String minutes;

    @Option(
            names = "--stamp-request",
            description =
                    "write a request for a time stamp (RFC 3161), to be carried to an authority")
    boolean request;

    @Option(
            names = "--stamp-reply",
            paramLabel = "FILE",
            description = "keep the authority's reply to the request for the last checkpoint")
    @Nullable Path reply;

    @Option(
            names = "--stamp-command",
            paramLabel = "WORD",
            arity = "1..*",
            description =
                    "a command of your own that carries the request: reads it, writes the reply; else"
                            + " that of the settings")
    List<String> command = List.of();

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description = "certificates that vouch for the authority; else those of the settings")
    @Nullable Path trust;

    @Override
    protected int run(Console console) throws IOException {
        try (Wiring wiring = Wiring.open(homeFolder(), console);
                OpenCase opened = wiring.workplace().open(caseName(), actor())) {
            boolean about = minutes != null || reply != null;
            Checkpoint checkpoint =
                    about
                            ? opened.ledger().latestCheckpoint().orElseThrow(CheckpointVerb::none)
                            : opened.ledger().checkpoint();
            if (out != null) {
                Files.write(out, checkpoint.bytes());
            }
            console.block(
                    sheet
                            ? CheckpointSheet.text(
                                    checkpoint, opened.ledger().verifier(), Locale.getDefault())
                            : checkpoint.note());
            Anchoring anchoring =
                    trust == null
                            ? opened.anchoring()
                            : opened.anchoring().trusting(TrustAnchors.read(trust));
            anchor(console, opened.ledger(), anchoring, checkpoint);
            boolean anchored = anchoring.anchored(opened.ledger(), checkpoint);
            console.object(
                    json ->
                            json.put("schema", "vigie.checkpoint/1")
                                    .put("size", checkpoint.size())
                                    .put("root", checkpoint.root().hex())
                                    .put("at", checkpoint.at().toString())
                                    .put("note", checkpoint.note())
                                    .put("anchored", anchored));
        }
        return DONE;
    }

    private static IOException none() {
        return new IOException("no checkpoint was signed yet");
    }

    /// Does what was asked for by an option; else what the settings say.
    private void anchor(Console console, Ledger ledger, Anchoring anchoring, Checkpoint checkpoint)
            throws IOException {
        Timestamps stamps = anchoring.stamps(ledger);
        if (minutes != null) {
            Minutes.record(ledger, checkpoint, actor(), minutes);
            console.say("Recorded as signed into the minutes " + minutes + ".");
        }
        if (request) {
            console.say("The request: " + stamps.request(checkpoint));
        }
        if (reply != null) {
            said(console, stamps.accept(checkpoint, Files.readAllBytes(reply)));
        }
        if (!command.isEmpty()) {
            said(console, stamps.accept(checkpoint, new TimestampCommand(command, TIMEOUT)));
        }
        if (minutes == null && !request && reply == null && command.isEmpty()) {
            anchoring.stamp(ledger, checkpoint).ifPresent(stamp -> said(console, stamp));
        }
    }

    private static void said(Console console, Stamp stamp) {
        console.say(
                "Stamped %s by %s%s"
                        .formatted(
                                stamp.at(),
                                stamp.authority(),
                                stamp.trusted() ? "." : ", for whom no trust anchor vouches."));
    }
}
