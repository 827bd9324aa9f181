package vigie.readers.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.evidence.EvidenceBytes;
import vigie.evidence.MalformedInput;
import vigie.model.claim.Attachment;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.subject.AccountId;
import vigie.readers.Collected;
import vigie.readers.Companions;
import vigie.readers.Memory;
import vigie.readers.Reader;

class TableReaderTest {
    private static final String MAPPING =
            """
            platform: whatsapp
            account-type: phone
            time-formats: [dd.MM.yyyy HH:mm:ss, unix]
            zone: exporter-local
            columns:
              time: When
              conversation: Chat
              conversation-name: Chat name
              sender: Number
              sender-name: Name
              text: Words
              attachment: File
              id: Row
            """;
    private static final String HEADER =
            "Row,When,Chat,Chat name,Number,Name,Words,File,Status\r\n";
    private static final String ROW =
            "7,31.12.2024 23:59:58,c1,Garden,+00 1,Ada,\"Hello, \"\"you\"\"\nthere\",a/b.jpg,read\r\n";

    private final TableReader reader = new TableReader();

    private static Companions beside(String name, String mapping) {
        return companion ->
                companion.equals(name)
                        ? Optional.<EvidenceBytes>of(
                                Memory.of(name, mapping.getBytes(StandardCharsets.UTF_8)))
                        : Optional.empty();
    }

    private Collected read(byte[] table, String mapping) throws IOException {
        return Collected.read(
                reader, Memory.of("x/chat.csv", table), beside("chat.csv.mapping.yaml", mapping));
    }

    private Collected read(String table, String mapping) throws IOException {
        return read(table.getBytes(StandardCharsets.UTF_8), mapping);
    }

    private long errorOf(String table) throws IOException {
        Collected all = read(table, MAPPING);
        assertNotNull(all.error);
        return all.error.offset();
    }

    @Test
    void the_reader_is_found_as_a_service() {
        assertTrue(
                ServiceLoader.load(Reader.class).stream()
                        .anyMatch(provider -> provider.type() == TableReader.class));
    }

    @Test
    void a_row_becomes_a_message_and_keeps_every_column() throws IOException {
        Collected all = read(HEADER + ROW, MAPPING);
        assertNull(all.error);
        assertEquals(2, all.claims.size());
        Claim.Conversation conversation = all.of(Claim.Conversation.class).getFirst();
        assertEquals("Garden", conversation.name());
        assertTrue(conversation.conversation().key().matches("whatsapp:id:c1@export:[0-9a-f]{16}"));
        Claim.Message message = all.messages().getFirst();
        assertEquals(7L, message.id());
        assertEquals(new Moment(Moment.ABSENT, 1_735_689_598L), message.sent());
        assertEquals(new Author(AccountId.parse("whatsapp:phone:+00 1"), "Ada"), message.author());
        assertEquals("Hello, \"you\"\nthere", message.text());
        assertEquals(
                List.of(
                        new Attachment.Media(
                                "file", "a/b.jpg", null, null, null, null, -1, -1, -1, -1),
                        new Attachment.Other("Status", "\"read\"")),
                message.attachments());
        assertEquals(HEADER.length(), message.at().offset());
        assertEquals(ROW.length() - 2, message.at().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void offsets_are_those_of_the_original_bytes_in_every_encoding(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String table = "\uFEFF" + HEADER + ROW.replace("Hello", "été 🌻") + ROW.replace("\r", "");
        byte[] bytes = table.getBytes(charset);
        Collected all = read(bytes, MAPPING);
        assertNull(all.error);
        assertEquals(2, all.messages().size());
        for (Claim.Message message : all.messages()) {
            byte[] row =
                    Arrays.copyOfRange(
                            bytes, (int) message.at().offset(), (int) message.at().end());
            String text = new String(row, charset);
            assertTrue(text.startsWith("7,31.12.2024") && text.endsWith(",read"), text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"\",\"!,", "\";\"!;", "tab!\t", "\"|\"!|"})
    void four_separators_are_known(String written, String separator) throws IOException {
        String table = "When,Words,Z\r\n1,a,z\n".replace(",", separator == null ? "\t" : separator);
        String mapping =
                "platform: sms\nzone: UTC\ntime-formats: [unix]\nseparator: "
                        + written
                        + "\ncolumns: {time: When, text: Words}\n";
        Collected all = read(table, mapping);
        assertNull(all.error);
        assertEquals("a", all.messages().getFirst().text());
        assertEquals(new Moment(1, Moment.ABSENT), all.messages().getFirst().sent());
        assertEquals("table", all.messages().getFirst().conversation().id());
    }

    @Test
    void a_table_is_recognised_by_a_mapping_whose_columns_it_has() throws IOException {
        byte[] head = (HEADER + ROW).getBytes(StandardCharsets.UTF_8);
        assertTrue(reader.recognises(head, beside("mapping.yaml", MAPPING)));
        assertFalse(reader.recognises(head, Companions.NONE));
        assertFalse(
                reader.recognises(
                        "a,b\r\n".getBytes(StandardCharsets.UTF_8),
                        beside("mapping.yaml", MAPPING)));
        assertFalse(reader.recognises(head, beside("mapping.yaml", "platform: [")));
        assertFalse(
                reader.recognises(
                        new byte[] {(byte) 0x89, 'P', 'N', 'G'}, beside("mapping.yaml", MAPPING)));
        Companions named =
                new Companions() {
                    @Override
                    public Optional<EvidenceBytes> beside(String name) throws IOException {
                        return TableReaderTest.beside("chat.csv.mapping.yaml", MAPPING)
                                .beside(name);
                    }

                    @Override
                    public String name() {
                        return "chat.csv";
                    }
                };
        assertTrue(reader.recognises(head, named));
    }

    @Test
    void an_error_names_the_byte() throws IOException {
        int at = HEADER.length();
        assertEquals(at, errorOf(HEADER + "1,2\r\n"));
        assertEquals(at, errorOf(HEADER + "\r\n"));
        assertEquals(at + 2, errorOf(HEADER + ROW.replace("31.12", "31.13")));
        assertEquals(at + 2, errorOf(HEADER + ROW.replace("31.12", "30.02")));
        assertEquals(at + 22, errorOf(HEADER + ROW.replace("c1", "")));
        assertEquals(at + 65, errorOf(HEADER + ROW.replace("a/b.jpg", "../b.jpg")));
        assertEquals(at + 39, errorOf(HEADER + ROW.replace("Ada", "A\"da")));
        assertEquals(at + 64, errorOf(HEADER + ROW.replace("there\"", "there\" ")));
        assertEquals(at + ROW.length() - 1, errorOf(HEADER + ROW.replace("\r\n", "\r")));
        assertEquals(0, errorOf("a,b\r\n"));
        assertEquals(0, errorOf(""));
        assertEquals(at + 4, errorOf(HEADER + "7,\"a"));
    }

    @Test
    void rows_before_an_error_are_kept() throws IOException {
        Collected all = read(HEADER + ROW + ROW + "1,2\r\n" + ROW, MAPPING);
        assertNotNull(all.error);
        assertEquals(2, all.messages().size());
    }

    @Test
    void a_lenient_mapping_skips_and_counts_rows_that_cannot_be_understood() throws IOException {
        String table = HEADER + ROW + "1,2\r\n" + ROW.replace("31.12", "31.13") + ROW;
        Collected all = read(table, MAPPING + "lenient: true\n");
        assertNull(all.error);
        assertEquals(2, all.messages().size());
        assertEquals(
                List.of(
                        "a row with another number of cells than the header",
                        "a time that no format of the mapping reads"),
                all.skips);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC,2024-07-01 12:00:00,1719835200,1719835200",
        "Europe/Paris,2024-07-01 12:00:00,1719828000,1719835200",
        "+01:00,2024-07-01 12:00:00,1719831600,1719835200",
        "Europe/Paris,2024-10-27 02:30:00,-9223372036854775808,1729996200",
        "exporter-local,2024-07-01 12:00:00,-9223372036854775808,1719835200"
    })
    void a_time_is_exact_where_its_zone_is_known_and_unambiguous(
            String zone, String time, long unix, long local) throws IOException {
        String mapping =
                "platform: sms\nzone: %s\ntime-formats: [yyyy-MM-dd HH:mm:ss]\ncolumns: {time: t, text: x}\n"
                        .formatted(zone);
        Collected all = read("t,x\n" + time + ",a", mapping);
        assertNull(all.error);
        assertEquals(new Moment(unix, local), all.messages().getFirst().sent());
    }

    @Test
    void a_time_that_the_clock_skipped_is_no_time() throws IOException {
        String mapping =
                "platform: sms\nzone: Europe/Paris\ntime-formats: [yyyy-MM-dd HH:mm]\ncolumns: {time: t, text: x}\n";
        assertNotNull(read("t,x\n2024-03-31 02:30,a", mapping).error);
    }

    @Test
    void what_is_finer_than_a_second_is_kept_as_written() throws IOException {
        String mapping =
                "platform: sms\nzone: UTC\ntime-formats: [unix-millis]\ncolumns: {time: t, text: x, id: i}\n";
        Claim.Message message = read("t,x,i\n1719835200123,a,abc", mapping).messages().getFirst();
        assertEquals(new Moment(1_719_835_200L, Moment.ABSENT), message.sent());
        assertNull(message.id());
        assertEquals(
                List.of(
                        new Attachment.Other("i", "\"abc\""),
                        new Attachment.Other("t", "\"1719835200123\"")),
                message.attachments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "platform: Sms",
                "platform: sms",
                "platform: sms\nzone: Mars/Base",
                "platform: sms\nplatform: sms",
                "unknown: 1",
                "a: &a [*a]",
                "platform: \u0000",
                "!!java.net.URL [http://example.org]"
            })
    void a_mapping_that_cannot_be_understood_is_malformed(String mapping) throws IOException {
        MalformedInput error = read(HEADER + ROW, mapping).error;
        assertNotNull(error);
        assertEquals("chat.csv.mapping.yaml", error.file());
    }

    @Test
    void a_table_without_a_mapping_is_not_read() {
        assertThrows(
                MalformedInput.class,
                () -> reader.read(Memory.of(HEADER), Companions.NONE, new Collected()));
    }

    @Test
    void damaged_tables_are_read_or_malformed_and_nothing_else() throws IOException {
        Random random = new Random(3);
        byte[] table = (HEADER + ROW.repeat(5)).getBytes(StandardCharsets.UTF_8);
        byte[] wide = ("\uFEFF" + HEADER + ROW.repeat(5)).getBytes(StandardCharsets.UTF_16LE);
        for (int i = 0; i < 4_000; i++) {
            byte[] damaged = (i % 2 == 0 ? table : wide).clone();
            for (int j = random.nextInt(3); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            damaged =
                    Arrays.copyOf(damaged, damaged.length - random.nextInt(3) * random.nextInt(90));
            Collected all = read(damaged, MAPPING);
            assertTrue(all.error == null || all.error.offset() <= damaged.length);
        }
    }
}
