package vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vigie.casework.home.Home;
import vigie.casework.home.Settings;
import vigie.casework.operation.Verifying;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.timestamp.TrustAnchors;
import vigie.evidence.verify.Finding;
import vigie.evidence.verify.Verification;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;

/// `vigie verify --case C | --register`.
@Command(
        name = "verify",
        description =
                "reads every byte and entry of a case and names what was altered; needs no database"
                        + " and writes nothing",
        mixinStandardHelpOptions = true)
final class VerifyVerb extends Verb {
    @Option(names = "--case", paramLabel = "NAME", description = "the case")
    @Nullable String name;

    @Option(names = "--register", description = "the home's register of users in place of a case")
    boolean register;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "an older checkpoint that was kept elsewhere")
    @Nullable Path checkpoint;

    @Option(names = "--without-key", description = "compare stored bytes only")
    boolean withoutKey;

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description =
                    "certificates that vouch for time-stamping authorities; else those of the"
                            + " settings")
    @Nullable Path trust;

    @Override
    protected int run(Console console) throws IOException {
        if (register == (name != null)) {
            throw new Misuse("one of --case NAME and --register");
        }
        CaseName what = name == null ? Home.REGISTER : caseName(name);
        try (Home home = Home.inspect(homeFolder(), Edition.name())) {
            Keyring keys =
                    withoutKey
                            ? null
                            : Keyring.existing(
                                    home.root(), home.id(), KeySource.from(System.getenv()));
            Verification result =
                    Verifying.verify(
                            home,
                            keys,
                            what,
                            actor(),
                            checkpoint,
                            anchors(home, console),
                            (stage, done) -> console.progress("%s  %,d".formatted(stage, done)));
            console.progressDone();
            console.object(json -> fill(json, result));
            show(console, result);
            return result.intact() ? DONE : ALTERED;
        }
    }

    /// A home whose settings are at fault is verified all the same.
    private @Nullable TrustAnchors anchors(Home home, Console console) throws IOException {
        if (trust != null) {
            return TrustAnchors.read(trust);
        }
        try {
            return Settings.read(home.root()).timestamp().anchors();
        } catch (Refusal | IOException faulty) {
            console.say("No time stamp is trusted: " + faulty.getMessage());
            return null;
        }
    }

    private static void show(Console console, Verification result) {
        for (Finding finding : result.findings()) {
            console.print(finding.toString());
        }
        if (result.found() > result.findings().size()) {
            console.print("... and %,d more".formatted(result.found() - result.findings().size()));
        }
        console.print(
                "%s: %,d entries, %,d checkpoints, %,d files of the vault (%,d bytes) were read."
                        .formatted(
                                result.intact() ? "Nothing was altered" : "ALTERED",
                                result.entries(),
                                result.checkpoints(),
                                result.vaultFiles(),
                                result.vaultBytes()));
        result.notes().forEach(note -> console.print("Note: " + note));
        if (result.intact()) {
            console.print(result.proves(Locale.ENGLISH));
        }
    }

    private static void fill(JsonText json, Verification result) {
        json.put("schema", "vigie.verify/1")
                .put("intact", result.intact())
                .put("entries", result.entries())
                .put("root", result.root().hex())
                .put("checkpoints", result.checkpoints())
                .put("anchored", result.anchored())
                .put("envelopes", result.envelopes())
                .put("opened", result.opened())
                .put("erased", result.erased())
                .put("vaultFiles", result.vaultFiles())
                .put("vaultBytes", result.vaultBytes())
                .put("found", result.found())
                .objects(
                        "findings",
                        result.findings(),
                        (one, finding) ->
                                one.put("kind", finding.kind().name())
                                        .put("entry", finding.entry())
                                        .put("where", finding.where())
                                        .put("says", finding.says()))
                .texts("notes", result.notes())
                .put("proves", result.proves(Locale.ENGLISH));
    }
}
