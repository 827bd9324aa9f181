package vigie.casework.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.casefile.Refusal;

class SettingsTest {
    private static final Path MANUAL =
            Path.of(System.getProperty("vigie.root", "..")).resolve("docs/manual");

    @TempDir Path home = Path.of("");

    @Test
    void the_settings_are_these_and_the_manual_names_each() throws IOException {
        assertEquals(List.of("timestamp"), names(Settings.class));
        assertEquals(List.of("command", "seconds", "trust"), names(Settings.Timestamp.class));
        String manual = Files.readString(MANUAL.resolve("keeping.md"));
        for (String name : names(Settings.Timestamp.class)) {
            assertTrue(manual.contains("| `timestamp." + name + "` |"), name);
        }
    }

    private static List<String> names(Class<? extends Record> settings) {
        return Arrays.stream(settings.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    @Test
    void where_nothing_is_set_these_hold() throws IOException {
        Settings.Timestamp usual = Settings.read(home).timestamp();
        assertEquals(List.of(), usual.command());
        assertEquals(Optional.empty(), usual.stamping());
        assertEquals(Duration.ofSeconds(60), usual.seconds());
        assertNull(usual.trust());
        assertNull(usual.anchors());
        assertEquals(Settings.DEFAULT, set("timestamp:\n"));
        assertEquals(Settings.DEFAULT, set("timestamp:\n  seconds:\n"));
    }

    @Test
    void the_example_of_the_manual_sets_each() throws IOException {
        Path anchors = Files.createFile(home.resolve("authorities.pem"));
        Settings.Timestamp example =
                set(Files.readString(MANUAL.resolve("examples/settings.yaml"))).timestamp();
        assertEquals("curl", example.command().getFirst());
        assertEquals("https://stamps.example/", example.command().getLast());
        assertEquals(Duration.ofSeconds(60), example.seconds());
        assertEquals(anchors, example.trust());
    }

    @Test
    void what_is_unknown_or_faulty_is_refused_with_file_line_and_key() throws IOException {
        Map<String, String> faulty =
                Map.of(
                        "colour: blue", "line 1: colour is not a known key",
                        "timestamp:\n  comand: [a]", "line 2: timestamp.comand is not a known key",
                        "timestamp: now", "line 1: timestamp must have keys of its own",
                        "timestamp:\n  command: stamp it",
                                "line 2: timestamp.command must be a list of texts",
                        "timestamp:\n  command: [a, [b]]", "line 2 has a list",
                        "timestamp:\n\n  seconds: 0", "line 3: timestamp.seconds must lie between",
                        "timestamp:\n  seconds: soon", "line 2: timestamp.seconds must be a whole",
                        "timestamp:\n  trust: gone.pem", "line 2: timestamp.trust names no file",
                        "timestamp:\n  trust: [a]", "line 2: timestamp.trust must be a text",
                        "timestamp: {", "is not YAML");
        for (var fault : faulty.entrySet()) {
            Refusal refusal = assertThrows(Refusal.class, () -> set(fault.getKey()), fault::getKey);
            String says = String.valueOf(refusal.getMessage());
            assertEquals(Refusal.Kind.SETTINGS, refusal.kind());
            assertTrue(says.startsWith(home.resolve("settings.yaml").toString()), says);
            assertTrue(says.contains(fault.getValue()), says);
        }
    }

    @Test
    void a_file_that_others_may_write_is_refused() throws IOException {
        set("timestamp:");
        Files.setPosixFilePermissions(
                home.resolve("settings.yaml"), PosixFilePermissions.fromString("rw-rw----"));
        Refusal refusal = assertThrows(Refusal.class, () -> Settings.read(home));
        assertTrue(String.valueOf(refusal.getMessage()).contains("chmod go-w"));
    }

    private Settings set(String yaml) throws IOException {
        Path file = Files.writeString(home.resolve("settings.yaml"), yaml);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        return Settings.read(home);
    }
}
