package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `kill -9` of the program and of the database, at random instants of `take`.
class KillTest {
    private static final int KILLS = Boolean.getBoolean("vigie.long") ? 50 : 10;
    private static final int MESSAGES = 30_000;
    private static final int FILES = 300;

    @TempDir Path work = Path.of("");

    @Test
    void nothing_acknowledged_is_lost_and_taking_again_ends_as_if_undisturbed()
            throws IOException, InterruptedException {
        Path export = export();
        Cli calm = new Cli(work.resolve("calm"));
        calm.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
        long started = System.nanoTime();
        JsonNode undisturbed = calm.done("take", "--case", "K", export.toString(), "--json").json();
        long took = System.nanoTime() - started;

        Cli cli = fresh(0);
        Random random = new Random(20261122);
        int disturbed = 0;
        long acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process take = cli.startUnheard("take", "--case", "K", export.toString(), "--json");
            boolean ended = take.waitFor((long) (random.nextDouble() * took), TimeUnit.NANOSECONDS);
            if (!ended) {
                disturbed++;
                kill(take, kill % 3 == 2);
            }
            take.waitFor();
            if (ended) {
                // The work is done: what follows would find nothing to disturb.
                requireAsUndisturbed(calm, undisturbed, cli, export);
                cli = fresh(kill + 1);
                acknowledged = 0;
            }
            if (kill % 5 == 4) {
                JsonNode status = cli.done("status", "--case", "K", "--json").json();
                assertTrue(
                        status.get("exhibits").asLong() >= acknowledged,
                        "exhibits were lost: " + status);
                acknowledged = status.get("exhibits").asLong();
                assertEquals(0, cli.run("verify", "--case", "K").exit(), "after kill " + kill);
            }
        }
        assertTrue(disturbed > KILLS / 3, "only " + disturbed + " of the kills hit a running take");
        requireAsUndisturbed(calm, undisturbed, cli, export);
    }

    private Cli fresh(int number) throws IOException, InterruptedException {
        Cli cli = new Cli(work.resolve("home-" + number));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
        return cli;
    }

    /// Taking again ends as a run that nobody disturbed.
    private static void requireAsUndisturbed(Cli calm, JsonNode undisturbed, Cli cli, Path export)
            throws IOException, InterruptedException {
        JsonNode recovered = cli.done("take", "--case", "K", export.toString(), "--json").json();
        for (String same :
                new String[] {"stateDigest", "exhibits", "messages", "events", "media"}) {
            assertEquals(undisturbed.get(same), recovered.get(same), same);
        }
        assertEquals(0, cli.run("verify", "--case", "K").exit());
        assertEquals(tomatoes(calm), tomatoes(cli));
    }

    private static long tomatoes(Cli cli) throws IOException, InterruptedException {
        return cli.done("find", "--case", "K", "--count", "tomates", "--json")
                .json()
                .get("total")
                .asLong();
    }

    private static void kill(Process take, boolean database) {
        Optional<ProcessHandle> postgres =
                take.descendants()
                        .filter(p -> p.info().command().orElse("").endsWith("/postgres"))
                        .findFirst();
        if (database && postgres.isPresent()) {
            postgres.get().destroyForcibly();
        } else {
            take.destroyForcibly();
        }
    }

    private Path export() throws IOException {
        Path folder = Files.createDirectories(work.resolve("export"));
        Path photos = Files.createDirectories(folder.resolve("photos"));
        Random random = new Random(1);
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = new byte[2_000 + random.nextInt(4_000)];
            random.nextBytes(bytes);
            Files.write(photos.resolve("p" + i + ".jpg"), bytes);
        }
        try (BufferedWriter json = Files.newBufferedWriter(folder.resolve("result.json"))) {
            json.write(
                    "{\"name\":\"Jardin\",\"type\":\"private_supergroup\",\"id\":77,\"messages\":[");
            for (int i = 1; i <= MESSAGES; i++) {
                json.write(i == 1 ? "\n" : ",\n");
                json.write(
                        ("{\"id\":%d,\"type\":\"message\",\"date\":\"2024-06-01T10:00:00\","
                                        + "\"date_unixtime\":\"%d\",\"from\":\"Nom %d\","
                                        + "\"from_id\":\"user%d\"%s,\"text\":\"tomates et graines numéro %d\"}")
                                .formatted(
                                        i,
                                        1717225200L + i,
                                        i % 50,
                                        i % 50,
                                        i % 100 == 0
                                                ? ",\"photo\":\"photos/p" + i / 100 + ".jpg\""
                                                : "",
                                        i));
            }
            json.write("\n]}\n");
        }
        return folder;
    }
}
