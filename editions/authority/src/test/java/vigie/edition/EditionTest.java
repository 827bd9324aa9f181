package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the authority edition consists of: whatever is added to it is added here, knowingly.
class EditionTest {
    @TempDir Path work = Path.of("");

    @Test
    void its_rooms_are_these() {
        Set<String> rooms = new TreeSet<>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vigie")
                        .stream()
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .forEach(type -> rooms.add(room(type.getPackageName())));
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "vigie.casework.home",
                                "vigie.casework.media",
                                "vigie.casework.operation",
                                "vigie.casework.overview",
                                "vigie.casework.review",
                                "vigie.casework.user",
                                "vigie.cli",
                                "vigie.cli.lab",
                                "vigie.cli.media",
                                "vigie.evidence",
                                "vigie.evidence.basis",
                                "vigie.evidence.disk",
                                "vigie.evidence.fields",
                                "vigie.evidence.intake",
                                "vigie.evidence.json",
                                "vigie.evidence.jsonstream",
                                "vigie.evidence.keys",
                                "vigie.evidence.ledger",
                                "vigie.evidence.vault",
                                "vigie.evidence.verify",
                                "vigie.media",
                                "vigie.model.casefile",
                                "vigie.model.claim",
                                "vigie.model.material",
                                "vigie.model.subject",
                                "vigie.people",
                                "vigie.readers",
                                "vigie.readers.table",
                                "vigie.readers.telegram",
                                "vigie.sample",
                                "vigie.store.digest",
                                "vigie.store.index",
                                "vigie.store.media",
                                "vigie.store.postgres",
                                "vigie.store.review",
                                "vigie.store.rows",
                                "vigie.store.users",
                                "vigie.text.checksum",
                                "vigie.text.gazetteer",
                                "vigie.text.hidden",
                                "vigie.text.identifier",
                                "vigie.text.place",
                                "vigie.text.query",
                                "vigie.text.sighting",
                                "vigie.text.word",
                                "vigie.web",
                                "vigie.web.access",
                                "vigie.web.casefile",
                                "vigie.web.desk",
                                "vigie.web.frame",
                                "vigie.web.ledger",
                                "vigie.web.media",
                                "vigie.web.review",
                                "vigie.web.writing")),
                rooms);
    }

    /// The rooms inside the sample, media and people are their own affair.
    private static String room(String name) {
        for (String own : List.of("vigie.sample", "vigie.media", "vigie.people")) {
            if (name.startsWith(own)) {
                return own;
            }
        }
        String[] parts = name.split("\\.", 4);
        return parts.length < 4 ? name : String.join(".", parts[0], parts[1], parts[2]);
    }

    @Test
    void its_verbs_are_these() throws IOException, InterruptedException {
        String help = new Cli(work).help();
        Matcher verb =
                Pattern.compile("(?m)^  ([a-z]+) ")
                        .matcher(help.substring(help.indexOf("Commands:")));
        List<String> verbs = new ArrayList<>();
        while (verb.find()) {
            verbs.add(verb.group(1));
        }
        assertEquals(
                List.of(
                        "case",
                        "take",
                        "status",
                        "find",
                        "verify",
                        "rebuild",
                        "checkpoint",
                        "proof",
                        "acts",
                        "demo",
                        "serve",
                        "doctor",
                        "key",
                        "user",
                        "help",
                        "hash",
                        "match",
                        "sets",
                        "lab"),
                verbs);
    }

    @Test
    void its_tables_are_these() throws IOException {
        Set<String> tables = new TreeSet<>();
        for (String script :
                List.of(
                        "/db/vigie/V1__cases.sql",
                        "/db/vigie/V2__users.sql",
                        "/db/vigie/V3__saved_searches.sql",
                        "/db/media/V1__exposure.sql",
                        "/db/media/V2__assignment.sql",
                        "/vigie/store/rows/derived.sql",
                        "/vigie/store/media/media.sql")) {
            try (var in = EditionTest.class.getResourceAsStream(script)) {
                Matcher table =
                        Pattern.compile("CREATE TABLE (\\S+)")
                                .matcher(
                                        new String(
                                                java.util.Objects.requireNonNull(in).readAllBytes(),
                                                StandardCharsets.UTF_8));
                while (table.find()) {
                    tables.add(table.group(1));
                }
            }
        }
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "app_user",
                                "casefile",
                                "credential",
                                "derived.account",
                                "derived.account_total",
                                "derived.activity",
                                "derived.alias",
                                "derived.contact",
                                "derived.conversation",
                                "derived.copy",
                                "derived.day_count",
                                "derived.decision",
                                "derived.exhibit",
                                "derived.media_appearance",
                                "derived.media_decision",
                                "derived.media_frame",
                                "derived.media_item",
                                "derived.media_match",
                                "derived.media_property",
                                "derived.media_reference",
                                "derived.media_stack",
                                "derived.media_state",
                                "derived.media_view",
                                "derived.message",
                                "derived.migration",
                                "derived.misalignment",
                                "derived.naming",
                                "derived.own_media",
                                "derived.own_profile",
                                "derived.participation",
                                "derived.presence",
                                "derived.pseudonym",
                                "derived.reading",
                                "derived.session",
                                "derived.summary",
                                "derived.unknown_field",
                                "derived.version",
                                "exposure",
                                "exposure_lift",
                                "exposure_limit",
                                "looking",
                                "membership",
                                "one_time_link",
                                "register_state",
                                "saved_search")),
                tables);
    }

    @Test
    void its_routes_are_those_listed() throws IOException {
        Path list = Path.of("src/test/resources/routes.txt");
        List<String> routes =
                List.copyOf(
                        Routes.of(
                                new ClassFileImporter()
                                        .withImportOption(
                                                ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                        .importPackages("vigie.web")));
        if (Boolean.getBoolean("vigie.draw")) {
            java.nio.file.Files.createDirectories(list.getParent());
            java.nio.file.Files.write(list, routes);
        }
        assertEquals(
                String.join("\n", java.nio.file.Files.readAllLines(list)),
                String.join("\n", routes),
                "if it is meant, list it: -Dvigie.draw=true");
    }

    @Test
    void it_refuses_the_home_of_another_edition_and_of_a_newer_layout()
            throws IOException, InterruptedException {
        Cli cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
        Path stamp = cli.home().resolve("home.json");
        String own = java.nio.file.Files.readString(stamp);
        java.nio.file.Files.writeString(stamp, own.replace("authority", "association"));
        Cli.Result other = cli.run("case", "list");
        assertEquals(3, other.exit(), other::toString);
        java.nio.file.Files.writeString(stamp, own.replace("vigie.home/1", "vigie.home/2"));
        Cli.Result newer = cli.run("case", "list");
        assertEquals(3, newer.exit(), newer::toString);
    }

    @Test
    void the_scan_of_the_order_becomes_an_exhibit_and_its_absence_is_refused()
            throws IOException, InterruptedException {
        Cli cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
        assertEquals(1, cli.done("status", "--case", "K", "--json").json().get("exhibits").asInt());
        assertEquals(0, cli.run("verify", "--case", "K").exit());
        Path alone = work.resolve("basis.yaml");
        java.nio.file.Files.copy(FirstCaseTest.basis(), alone);
        Cli.Result without = cli.run("case", "new", "L", "--basis", alone.toString());
        assertEquals(3, without.exit(), without::toString);
        assertTrue(without.err().contains("order.txt"), without::toString);
    }

    @Test
    void a_lost_master_key_is_recovered_from_enough_shares_and_from_no_fewer()
            throws IOException, InterruptedException {
        Cli cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
        List<String> shares = new ArrayList<>();
        cli.done("key", "shares", "--of", "5", "--need", "3", "--json")
                .json()
                .get("shares")
                .forEach(share -> shares.add(share.asString()));
        assertEquals(5, shares.size());
        java.nio.file.Files.delete(cli.home().resolve("master.key"));
        assertEquals(3, cli.run("status", "--case", "K").exit());
        Cli.Result few = cli.typing(String.join("\n", shares.subList(1, 3)), "key", "recover");
        assertEquals(3, few.exit(), few::toString);
        Cli.Result enough = cli.typing(String.join("\n", shares.subList(1, 4)), "key", "recover");
        assertEquals(0, enough.exit(), enough::toString);
        assertEquals(0, cli.run("verify", "--case", "K").exit());
    }
}
