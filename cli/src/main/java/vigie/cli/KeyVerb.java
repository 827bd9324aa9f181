package vigie.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vigie.casework.home.Home;
import vigie.casework.operation.KeySharing;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.keys.SecretShare;

/// `vigie key shares --of N --need M | key recover`.
@Command(
        name = "key",
        description = "recovery and protection of the master key",
        subcommands = {KeyVerb.Shares.class, KeyVerb.Recover.class},
        mixinStandardHelpOptions = true)
final class KeyVerb implements Runnable {
    @Spec @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "key shares --of N --need M, or key recover");
        }
    }

    /// Splits the master key.
    @Command(
            name = "shares",
            description = "splits the master key: any M of N shares recover it, fewer tell nothing",
            mixinStandardHelpOptions = true)
    static final class Shares extends Verb {
        @Option(names = "--of", required = true, paramLabel = "N", description = "how many shares")
        int count;

        @Option(
                names = "--need",
                required = true,
                paramLabel = "M",
                description = "how many recover")
        int threshold;

        @Override
        protected int run(Console console) throws IOException {
            if (threshold < 2 || threshold > count || count > 255) {
                throw new Misuse("--need is from 2 to --of, and --of at most 255");
            }
            try (Home home = Home.open(homeFolder(), Edition.name())) {
                Keyring keys =
                        Keyring.open(home.root(), home.id(), KeySource.from(System.getenv()));
                List<String> shares =
                        KeySharing.split(
                                        home,
                                        keys,
                                        actor(),
                                        purpose(),
                                        threshold,
                                        count,
                                        Clock.systemUTC())
                                .stream()
                                .map(SecretShare::line)
                                .toList();
                console.object(json -> json.texts("shares", shares));
                console.print(
                        "Print each line, give each to another person, keep none here. Any %d recover the key."
                                .formatted(threshold));
                shares.forEach(console::print);
            }
            return DONE;
        }
    }

    /// Recovers the master key.
    @Command(
            name = "recover",
            description = "recovers the master key from shares, one a line on standard input",
            mixinStandardHelpOptions = true)
    static final class Recover extends Verb {
        @Override
        protected int run(Console console) throws IOException {
            List<SecretShare> shares = new ArrayList<>();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    shares.add(SecretShare.parse(line.strip()));
                }
            }
            try (Home home = Home.open(homeFolder(), Edition.name())) {
                Keyring.recover(home.root(), home.id(), shares, KeySource.from(System.getenv()));
                console.object(json -> json.put("recovered", true));
                console.print("The master key of this home is recovered.");
            }
            return DONE;
        }
    }
}
