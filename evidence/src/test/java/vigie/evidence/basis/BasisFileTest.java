package vigie.evidence.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.casefile.Basis;
import vigie.model.casefile.Refusal;

class BasisFileTest {
    private static final String WHOLE =
            """
            act: judicial-request
            authority: "Tribunal judiciaire d'Exempleville"
            reference: "12/2026"
            date: 2026-11-01
            expires: 2027-11-01
            scope: "exports of two gardening groups, June to December 2024"
            document: order.pdf
            exporter: pseudonym
            acquired: {by: "operator 7", tool: "Telegram Desktop", version: 5.10, \
            at: 2026-11-02T11:00:00+01:00, clock: "NTP +0.2 s", seal: "S-14", sha256: null, \
            account: user123}
            """;

    @TempDir Path folder;

    private Basis read(String yaml) throws IOException {
        Path file = folder.resolve("basis.yaml");
        Files.writeString(file, yaml);
        return BasisFile.read(file);
    }

    private String refusal(String yaml) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(yaml));
        assertEquals(Refusal.Kind.BASIS, refusal.kind());
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains("basis.yaml"), message);
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    @Test
    void a_whole_basis_is_read_as_it_is_written() throws IOException {
        Files.writeString(folder.resolve("order.pdf"), "scan");
        Basis basis = read(WHOLE);
        assertEquals(Basis.Act.JUDICIAL_REQUEST, basis.act());
        assertEquals("12/2026", basis.reference());
        assertEquals(LocalDate.of(2026, 11, 1), basis.date());
        assertEquals(LocalDate.of(2027, 11, 1), basis.expires());
        assertEquals(Basis.Exporter.PSEUDONYM, basis.exporter());
        assertEquals(folder.resolve("order.pdf").toString(), basis.document());
        assertEquals("5.10", basis.acquired().version());
        assertEquals(Instant.parse("2026-11-02T10:00:00Z"), basis.acquired().at());
        assertNull(basis.acquired().sha256());
        assertEquals("telegram:user:123", basis.acquired().account());
    }

    @Test
    void a_basis_comes_back_from_its_canonical_json() throws IOException {
        Files.writeString(folder.resolve("order.pdf"), "scan");
        Basis basis =
                read(
                        WHOLE.replace(
                                "S-14",
                                "S-14 \\\"ê\\\" \\\\ 園芸 \uD83C\uDF31 \\u0085x"
                                        .replace("\\u0085", "")));
        String json = BasisJson.write(basis);
        Basis back = BasisJson.read(json);
        assertEquals(basis.acquired(), back.acquired());
        assertEquals(basis.scope(), back.scope());
        assertEquals("order.pdf", back.document());
        assertEquals(json, BasisJson.write(back));
        assertEquals(json, new JsonCanonicalizer(json).getEncodedString());
    }

    @Test
    void a_minimal_basis_leaves_out_what_is_unknown() throws IOException {
        Basis basis =
                read(
                        WHOLE.replaceAll("(?s)acquired.*", "acquired: {by: operator 7}")
                                .replace("document: order.pdf\n", ""));
        assertNull(basis.document());
        assertNull(basis.acquired().account());
        assertEquals(
                BasisJson.write(basis), BasisJson.write(BasisJson.read(BasisJson.write(basis))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "act",
                "authority",
                "reference",
                "date",
                "expires",
                "scope",
                "exporter",
                "acquired"
            })
    void a_missing_key_is_named(String key) {
        String message = refusal(WHOLE.replaceAll("(?m)^" + key + ":.*\n", ""));
        assertTrue(message.endsWith(key + " must be stated"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "act: judicial-request | act: raid | act must be one of seizure, requisition",
                "exporter: pseudonym | exporter: friend | exporter must be one of",
                "date: 2026-11-01 | date: 2026-02-30 | date is not a day of the calendar",
                "date: 2026-11-01 | date: 1.11.2026 | date must be a date",
                "expires: 2027-11-01 | expires: 2026-10-31 | expires lies before",
                "scope: | scopes: | scope must be stated",
                "reference: | colour: green\\nreference: | colour is not a known key",
                "by: \"operator 7\" | by: [a] | list",
                "by: \"operator 7\" | by: {a: b} | nested",
                "by: \"operator 7\" | by: \" \" | acquired.by must not be blank",
                "by: \"operator 7\" | by: null | acquired.by must be stated",
                "by: \"operator 7\" | by: \"a\\u0007b\" | control character",
                "seal: \"S-14\" | stamp: \"S-14\" | acquired.stamp is not a known key",
                "sha256: null | sha256: 12ab | acquired.sha256 must be 64",
                "account: user123 | account: 123 | acquired.account must be written as user123",
                "at: 2026-11-02T11:00:00+01:00 | at: 2026-11-02 | time with its zone",
                "at: 2026-11-02T11:00:00+01:00 | at: 2026-11-02 10:00:00 | time with its zone",
                "document: order.pdf | document: ../order.pdf | must not leave the folder",
                "document: order.pdf | document: /etc/hosts | beside the basis file",
                "document: order.pdf | document: none.pdf | names no file",
                "authority: | authority: &a | anchor",
                "authority: | authority: !!binary | tag",
                "reference: | act: seizure\\nreference: | twice",
            })
    void a_faulty_value_is_refused_with_its_reason(String from, String to, String reason)
            throws IOException {
        Files.writeString(folder.resolve("order.pdf"), "scan");
        String message = refusal(WHOLE.replace(from, to.replace("\\n", "\n")));
        assertTrue(message.contains(reason), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- a\n",
                "text",
                "a: b\n---\na: b\n",
                "a: {b: \n",
                "? [a]\n: b\n",
                "a: *b\n",
                "\tact: seizure",
                "%YAML 9.9\n---\na: b",
            })
    void what_is_no_list_of_keys_is_refused(String yaml) {
        refusal(yaml);
    }

    @Test
    void a_thousand_nested_lists_and_laughing_aliases_are_refused_at_once() {
        refusal("a: " + "[".repeat(60_000));
        refusal("{".repeat(60_000));
        refusal("a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n");
        refusal("scope: " + "x".repeat(70_000));
    }

    @Test
    void a_file_that_is_missing_or_not_utf8_is_refused() throws IOException {
        assertEquals(
                Refusal.Kind.BASIS,
                assertThrows(Refusal.class, () -> BasisFile.read(folder.resolve("none.yaml")))
                        .kind());
        Path file = folder.resolve("basis.yaml");
        Files.write(
                file,
                WHOLE.replace("Tribunal", "Tribunal é").getBytes(StandardCharsets.ISO_8859_1));
        assertThrows(Refusal.class, () -> BasisFile.read(file));
    }

    @ParameterizedTest
    @CsvSource({
        "user123, telegram:user:123",
        "channel9, telegram:channel:9",
        "chat7, telegram:chat:7",
        "telegram:user:123, telegram:user:123",
        "mail:id:a:b, mail:id:a:b",
    })
    void an_account_is_written_in_one_way(String stated, String key) {
        assertEquals(key, StatedAccount.key(stated));
    }
}
