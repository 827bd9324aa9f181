package vigie.cli.media.sets;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vigie.casework.media.MediaStore.Compared;
import vigie.casework.media.match.Asked;
import vigie.casework.operation.OpenCase;
import vigie.cli.Console;
import vigie.cli.Misuse;
import vigie.cli.Verb;
import vigie.cli.Wiring;
import vigie.cli.media.MediaRooms;

/// `vigie sets lookup --case C HASH...`: what the sets say of exhibits of a case.
@Command(
        name = "lookup",
        description = "what the sets say of media of a case, by their hashes; of nothing else",
        mixinStandardHelpOptions = true)
final class LookUpVerb extends Verb {
    @Option(names = "--case", required = true, paramLabel = "NAME", description = "the case")
    String name = "";

    @Parameters(paramLabel = "HASH", arity = "1..*", description = "SHA-256, SHA-1 or MD5")
    List<String> hashes = List.of();

    @Override
    protected int run(Console console) throws IOException {
        for (String hash : hashes) {
            if (!hash.matches("[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}")) {
                throw new Misuse("not a SHA-256, SHA-1 or MD5: " + hash);
            }
        }
        try (Wiring wiring = Wiring.open(homeFolder(), console);
                OpenCase opened = wiring.workplace().open(caseName(name), actor())) {
            MediaRooms media = wiring.part(MediaRooms.class);
            Asked asked =
                    Asked.of(
                            opened,
                            media.store(),
                            media.room().sets(),
                            hashes,
                            purpose(),
                            Clock.systemUTC());
            console.object(
                    json ->
                            json.put("schema", "vigie.lookup/1")
                                    .put("asked", asked.asked())
                                    .put("exhibits", asked.exhibits())
                                    .objects(
                                            "found",
                                            asked.found(),
                                            (one, found) ->
                                                    one.put("exhibit", found.item())
                                                            .put("finding", found.finding().word())
                                                            .objects(
                                                                    "matches",
                                                                    found.matches(),
                                                                    (match, said) ->
                                                                            match.put(
                                                                                            "set",
                                                                                            said
                                                                                                    .set())
                                                                                    .put(
                                                                                            "by",
                                                                                            said
                                                                                                    .by())
                                                                                    .put(
                                                                                            "category",
                                                                                            said
                                                                                                    .category()))));
            for (Compared found : asked.found()) {
                console.print(
                        "exhibit %d  %s  %s"
                                .formatted(
                                        found.item(),
                                        found.finding().word(),
                                        String.join(
                                                ", ",
                                                found.matches().stream()
                                                        .map(one -> one.set() + " by " + one.by())
                                                        .toList())));
            }
            console.print(
                    "%,d of %,d are media of this case."
                            .formatted(asked.exhibits(), asked.asked()));
        }
        return DONE;
    }
}
