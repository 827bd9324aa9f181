package vigie.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vigie.e2e.Desk.Sheet;

/// The Case screen while the command line takes into the case.
class ProgressTest {
    /// So many that the screen asks several times while they are read.
    private static final int MESSAGES = 600_000;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Test
    void the_case_screen_sees_the_command_line_take_and_its_counts_arrive_without_reload()
            throws Exception {
        try (Served served = Served.start();
                Sheet sheet = Desk.one().at(served)) {
            Page page = sheet.to("/cases/" + Desk.CASE).page();
            page.evaluate("() => { window.neverLoadedAgain = true; }");
            String before = page.locator("#counts dd").first().innerText();
            Path export = export(served.folder().resolve("allotments"));
            Process take = served.verb("take", "--case", Desk.CASE, export.toString());

            Set<String> seen = new LinkedHashSet<>();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end && page.locator("#progress a").count() == 0) {
                Object value =
                        page.evaluate(
                                "() => document.querySelector('#progress progress')?.value ?? ''");
                if (!String.valueOf(value).isEmpty()) {
                    seen.add(String.valueOf(value));
                }
                page.waitForTimeout(250);
            }
            assertEquals(0, take.waitFor(), served.said());
            assertTrue(seen.size() >= 2, "progress moved: " + seen);
            assertEquals(1, page.locator("#progress a").count(), "it says that it ended");
            page.waitForCondition(
                    () -> !page.locator("#counts dd").first().innerText().equals(before));
            String after = page.locator("#counts dd").first().innerText().replaceAll("\\D", "");
            assertEquals(
                    Integer.parseInt(before.replaceAll("\\D", "")) + MESSAGES,
                    Integer.parseInt(after));
            assertEquals(true, page.evaluate("() => window.neverLoadedAgain === true"));
            assertEquals(java.util.List.of(), sheet.console());
        }
    }

    /// A chat about vegetables, as an export of Telegram Desktop holds it.
    private static Path export(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("result.json"))) {
            out.write(
                    "{\"name\":\"Allotments\",\"type\":\"private_supergroup\",\"id\":4711,"
                            + "\"messages\":[");
            for (int id = 1; id <= MESSAGES; id++) {
                out.write(id == 1 ? "\n" : ",\n");
                out.write(
                        "{\"id\":%d,\"type\":\"message\",\"date\":\"2025-06-01T10:00:00\","
                                        .formatted(id)
                                + "\"date_unixtime\":\"%d\",\"from\":\"Gerda\","
                                        .formatted(1_748_772_000L + id)
                                + "\"from_id\":\"user%d\",\"text\":\"row %d of beans\","
                                        .formatted(900 + id % 7, id)
                                + "\"text_entities\":[{\"type\":\"plain\",\"text\":\"row %d of beans\"}]}"
                                        .formatted(id));
            }
            out.write("\n]}\n");
        }
        return folder;
    }
}
