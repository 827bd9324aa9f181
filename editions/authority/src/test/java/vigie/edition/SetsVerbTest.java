package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `vigie sets` as a person uses it, over cases with pictures drawn here.
class SetsVerbTest {
    @TempDir Path work = Path.of("");
    private Cli cli = new Cli(Path.of(""));

    @BeforeEach
    void make() {
        cli = new Cli(work.resolve("home"));
    }

    private Path drawn(String folder, int seed) throws IOException {
        BufferedImage garden = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        Graphics2D pen = garden.createGraphics();
        for (int i = 0; i < 60; i++) {
            pen.setColor(new Color(random.nextInt(1 << 24)));
            pen.fillOval(random.nextInt(300), random.nextInt(220), 60, 45);
        }
        pen.dispose();
        Path file = Files.createDirectories(work.resolve(folder)).resolve("bed-" + seed + ".png");
        ImageIO.write(garden, "png", file.toFile());
        return file;
    }

    private static String digest(String algorithm, Path file) throws IOException {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void taken(String name, String folder) throws IOException, InterruptedException {
        cli.done("case", "new", name, "--basis", FirstCaseTest.basis().toString());
        cli.done("take", "--case", name, work.resolve(folder).toString());
    }

    private JsonNode imported(Path file, String... words) throws IOException, InterruptedException {
        String[] all = new String[words.length + 4];
        all[0] = "sets";
        all[1] = "import";
        all[2] = file.toString();
        all[3] = "--json";
        System.arraycopy(words, 0, all, 4, words.length);
        return cli.done(all).json();
    }

    private JsonNode matched(String name) throws IOException, InterruptedException {
        return cli.done("status", "--case", name, "--json").json().at("/media/matched");
    }

    private static String vics(String... media) {
        return "{\"@odata.context\":\"http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml"
                + "/US/$metadata#Media\",\"value\":["
                + String.join(",", media)
                + "]}";
    }

    private static String media(String md5, int category, String more) {
        return "{\"MD5\":\"%s\",\"Category\":%d%s}"
                .formatted(md5.toUpperCase(Locale.ROOT), category, more);
    }

    @Test
    void a_set_that_is_updated_matches_every_case_again() throws IOException, InterruptedException {
        Path one = drawn("one", 1);
        Path two = drawn("two", 2);
        taken("ONE", "one");
        taken("TWO", "two");
        Path first = Files.writeString(work.resolve("a.txt"), digest("MD5", one) + "\n");
        imported(first, "--name", "weekly", "--kind", "alert");
        assertEquals(1, matched("ONE").get("alert").asInt());
        assertEquals(1, matched("TWO").get("unseen").asInt());
        Path more = Files.writeString(work.resolve("b.txt"), digest("SHA-256", two) + "\n");
        JsonNode now = imported(more, "--name", "weekly", "--kind", "alert", "--add");
        assertEquals(2, now.get("files").size());
        assertEquals(1, matched("ONE").get("alert").asInt());
        assertEquals(1, matched("TWO").get("alert").asInt());
        imported(more, "--name", "weekly", "--kind", "alert", "--replace");
        assertEquals(0, matched("ONE").get("alert").asInt());
        assertEquals(1, matched("TWO").get("alert").asInt());
    }

    @Test
    void a_delta_of_nsrl_changes_the_set_and_what_a_case_knows()
            throws IOException, InterruptedException, SQLException {
        Path picture = drawn("one", 3);
        taken("ONE", "one");
        Path base = work.resolve("minimal.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + base);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE FILE (sha256 VARCHAR NOT NULL, sha1 VARCHAR NOT NULL, md5 VARCHAR"
                            + " NOT NULL, crc32 VARCHAR NOT NULL, file_name VARCHAR NOT NULL,"
                            + " file_size INTEGER NOT NULL, package_id INTEGER NOT NULL)");
            statement.execute("CREATE TABLE VERSION (version VARCHAR)");
            statement.execute("INSERT INTO VERSION VALUES ('2026.09.1')");
            statement.execute(
                    "INSERT INTO FILE VALUES ('%064X','%040X','%032X','00000000','f.jpg',1,1)"
                            .formatted(1, 1, 1));
        }
        JsonNode before = imported(base, "--name", "nsrl", "--kind", "known", "--keep-base");
        assertEquals(1, before.at("/rows/sha256").asInt());
        assertEquals(0, matched("ONE").get("known").asInt());
        Path delta =
                Files.writeString(
                        work.resolve("delta.sql"),
                        "BEGIN TRANSACTION;\nINSERT INTO FILE VALUES ('%s','%s','%s','00000000','bed.png',9,1);\nCOMMIT;\n"
                                .formatted(
                                        digest("SHA-256", picture).toUpperCase(Locale.ROOT),
                                        digest("SHA-1", picture).toUpperCase(Locale.ROOT),
                                        digest("MD5", picture).toUpperCase(Locale.ROOT)));
        JsonNode after = imported(delta, "--name", "nsrl", "--kind", "known", "--add");
        assertEquals(2, after.at("/rows/sha256").asInt());
        assertEquals(1, matched("ONE").get("known").asInt());
        Path alone = Files.writeString(work.resolve("alone.sql"), "DELETE FROM FILE;\n");
        Cli.Result refused =
                cli.run("sets", "import", alone.toString(), "--name", "new", "--kind", "known");
        assertTrue(refused.exit() != 0 && refused.err().contains("NSRL"), refused.toString());
    }

    @Test
    void a_photo_dna_value_that_stands_with_different_files_is_dropped_with_a_warning()
            throws IOException, InterruptedException {
        String value = "A".repeat(192);
        String dna = ",\"PhotoDNA\":\"%s\"";
        Path file =
                Files.writeString(
                        work.resolve("set.json"),
                        vics(
                                media("00".repeat(16), 0, dna.formatted(value)),
                                media("01".repeat(16), 0, dna.formatted(value)),
                                media("02".repeat(16), 0, dna.formatted("B".repeat(192)))));
        Cli.Result result =
                cli.done("sets", "import", file.toString(), "--name", "v", "--kind", "alert");
        assertTrue(
                result.err().contains("PhotoDNA values dropped")
                        && result.err().contains("different files"),
                result.toString());
        JsonNode listed = cli.done("sets", "list", "--json").json().get("sets").get(0);
        assertTrue(listed.get("warnings").toString().contains("dropped"), listed.toString());
        assertEquals(3, listed.get("entries").asInt());
    }

    @Test
    void categories_that_contradict_each_other_are_a_conflict_that_names_both()
            throws IOException, InterruptedException {
        String md5 = digest("MD5", drawn("one", 4));
        taken("ONE", "one");
        imported(
                Files.writeString(work.resolve("first.txt"), "00".repeat(16) + "\n"),
                "--name",
                "first",
                "--kind",
                "known");
        Path schemes = Files.createDirectories(work.resolve("home/sets/schemes"));
        Files.writeString(
                schemes.resolve("garden.yaml"),
                """
                scheme: garden
                version: 1
                title: Beds
                categories:
                  - "1 | alert | Tomatoes"
                  - "5 | last | Weeds"
                """);
        Path alert = Files.writeString(work.resolve("a.json"), vics(media(md5, 1, "")));
        Path other = Files.writeString(work.resolve("b.json"), vics(media(md5, 5, "")));
        imported(alert, "--name", "a", "--kind", "alert", "--scheme", "garden");
        assertEquals(1, matched("ONE").get("alert").asInt());
        imported(other, "--name", "b", "--kind", "alert", "--scheme", "garden");
        assertEquals(1, matched("ONE").get("conflict").asInt());
        JsonNode asked =
                cli.done("sets", "lookup", "--case", "ONE", "--json", md5, "ab".repeat(16)).json();
        assertEquals(2, asked.get("asked").asInt());
        assertEquals(1, asked.get("exhibits").asInt());
        JsonNode found = asked.get("found").get(0);
        assertEquals("conflict", found.get("finding").asString());
        assertEquals("a", found.at("/matches/0/set").asString());
        assertEquals("garden/1 1", found.at("/matches/0/category").asString());
        assertEquals("b", found.at("/matches/1/set").asString());
        assertEquals("garden/1 5", found.at("/matches/1/category").asString());
    }
}
