package vigie.readers.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vigie.model.claim.Claim;
import vigie.readers.Collected;
import vigie.readers.Companions;
import vigie.readers.Memory;
import vigie.readers.Reader;

class SamplesTest {
    private final TelegramReader reader = new TelegramReader();

    static Path folder() {
        return Path.of(System.getProperty("vigie.shared", "../shared"), "data/chats/telegram");
    }

    static List<Path> samples() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of(folder());
        }
        try (Stream<Path> paths = Files.walk(folder())) {
            return paths.filter(p -> p.toString().endsWith(".json"))
                    .filter(p -> !p.endsWith("target.json"))
                    .sorted()
                    .toList();
        }
    }

    static byte[] bytes(Path sample) throws IOException {
        assumeTrue(Files.isRegularFile(sample), "sample data is not here: " + sample);
        return Files.readAllBytes(sample);
    }

    private static byte[] head(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, Reader.HEAD));
    }

    private static int elements(JsonNode root) {
        int count = root.path("messages").size();
        for (String list : List.of("chats", "left_chats")) {
            for (JsonNode chat : root.path(list).path("list")) {
                count += chat.path("messages").size();
            }
        }
        return count;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_element_becomes_one_message_event_or_unsupported(Path sample) throws IOException {
        byte[] bytes = bytes(sample);
        Collected all = Collected.read(reader, Memory.of(bytes), Companions.NONE);
        assertNull(all.error);
        assertEquals(elements(JsonMapper.shared().readTree(bytes)), all.messages().size());
        assertEquals(List.of(), all.of(Claim.Unknown.class));
        assertEquals(List.of(), all.repairs);
        assertTrue(reader.recognises(head(bytes), Companions.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "telegram_2020-01,",
        "telegram_2021-05, telegram:chat:123123123 telegram:channel:8112233",
        "telegram_2021-06_supergroup,",
        "telegram_2023-01, telegram:chat:123123123 telegram:channel:123123123",
        "telegram_2023-08,",
        "telegram_2024-01,",
        "telegram_2024-05_boosts_file-name_etc,"
    })
    void a_group_is_linked_in_the_samples_that_state_both_of_its_ids(
            String version, @Nullable String link) throws IOException {
        byte[] bytes = bytes(folder().resolve(version).resolve("result.json"));
        Collected all = Collected.read(reader, Memory.of(bytes), Companions.NONE);
        assertEquals(
                link == null ? List.of() : List.of(link),
                all.of(Claim.Migration.class).stream()
                        .map(claim -> claim.from() + " " + claim.to())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void claims_come_in_the_order_of_their_bytes_and_read_again_alike(Path sample)
            throws IOException {
        Memory memory = Memory.of(bytes(sample));
        Collected all = Collected.read(reader, memory, Companions.NONE);
        long last = -1;
        for (Claim claim : all.claims) {
            assertTrue(claim.at().offset() >= last);
            last = claim.at().offset();
            if (claim instanceof Claim.Message message) {
                assertEquals(message, reader.reread(memory, message.at(), message.conversation()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void claims_do_not_depend_on_how_many_bytes_come_at_once(Path sample) throws IOException {
        Memory memory = Memory.of(bytes(sample));
        Collected all = Collected.read(reader, memory, Companions.NONE);
        for (int step : new int[] {1, 3, 7, 64}) {
            Collected again = Collected.read(reader, memory.inSteps(step), Companions.NONE);
            assertEquals(all.claims, again.claims);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_cut_at_any_byte_is_malformed_there_and_what_came_before_is_kept(Path sample)
            throws IOException {
        byte[] bytes = bytes(sample);
        Collected whole = Collected.read(reader, Memory.of(bytes), Companions.NONE);
        int content = new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing().length();
        int every = bytes.length > 20_000 ? 31 : 1;
        for (int i = 0; i < content; i += every) {
            int length = i;
            byte[] cut = Arrays.copyOf(bytes, length);
            Collected all = Collected.read(reader, Memory.of(cut), Companions.NONE);
            assertNotNull(all.error, "cut at " + length);
            assertTrue(all.error.offset() <= length);
            for (Claim.Message message : all.messages()) {
                assertTrue(message.at().end() <= length);
            }
            long complete = whole.messages().stream().filter(m -> m.at().end() <= length).count();
            assertEquals(complete, all.messages().size());
        }
    }
}
