package vigie.text.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every query that the manual shows is understood, and as the manual says.
class SearchManualTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|");

    private static final Map<String, String> UNDERSTOOD =
            Map.ofEntries(
                    Map.entry("garden gate", "garden gate"),
                    Map.entry("\"garden gate\"", "\"garden gate\""),
                    Map.entry("gard*", "gard*"),
                    Map.entry("garden OR gate", "garden OR gate"),
                    Map.entry("red garden OR gate", "red (garden OR gate)"),
                    Map.entry("(red garden) OR gate", "(red garden) OR gate"),
                    Map.entry("garden -gate", "garden -gate"),
                    Map.entry("garden NOT \"old gate\"", "garden -\"old gate\""),
                    Map.entry("-has:photo", "-has:photo"),
                    Map.entry("🌻", "🌻"),
                    Map.entry("@ada_stone", "handle:\"ada_stone\""),
                    Map.entry("@ada*", "handle:\"ada*\""),
                    Map.entry("+33612345678", "phone:\"+33612345678\""),
                    Map.entry("+33 6 12 34 56 78", "phone:\"+33612345678\""),
                    Map.entry("0612345678", "\"0612345678\" OR phone:\"0612345678\""),
                    Map.entry("+336*", "phone:\"+336*\""),
                    Map.entry("ada@example.org", "email:\"ada@example.org\""),
                    Map.entry("https://example.org/garden", "url:\"example.org/garden\""),
                    Map.entry("url:example.org", "url:\"example.org\""),
                    Map.entry("url:example.*", "url:\"example.*\""),
                    Map.entry("#garden", "tag:\"garden\""),
                    Map.entry("from:ada", "from:\"ada\""),
                    Map.entry("from:\"ada stone\" gate", "from:\"ada stone\" gate"),
                    Map.entry("from:telegram:user:7", "from:\"telegram:user:7\""),
                    Map.entry("from:\"operator 4\"", "from:\"operator 4\""),
                    Map.entry("in:market", "in:\"market\""),
                    Map.entry("on:2024-06-30", "on:2024-06-30"),
                    Map.entry("on:2024-06", "on:2024-06"),
                    Map.entry("after:2024-06", "after:2024-06-01"),
                    Map.entry("before:2024-06-30", "before:2024-06-30"),
                    Map.entry("has:photo", "has:photo"));

    private static String page() throws IOException {
        return Files.readString(
                Path.of(System.getProperty("vigie.root", ".."), "docs/manual/search.md"));
    }

    @Test
    void every_example_is_understood_as_the_manual_says() throws IOException, QueryError {
        List<String> shown = new ArrayList<>();
        for (String line : page().lines().toList()) {
            var row = ROW.matcher(line);
            if (row.find()) {
                shown.add(row.group(1));
                assertEquals(
                        UNDERSTOOD.get(row.group(1)),
                        QueryText.of(QueryParser.parse(row.group(1))),
                        row.group(1));
            }
        }
        assertEquals(UNDERSTOOD.size(), shown.size());
    }

    @Test
    void every_kind_is_named() throws IOException {
        assertTrue(page().replace('\n', ' ').contains(listed()), listed());
    }

    private static String listed() {
        return "`has:` knows message, event, unsupported, photo, video, voice, audio, sticker,"
                + " animation, file, absent, contact, place, poll, link, forward, reply, reaction.";
    }

    @Test
    void the_other_names_of_fields_are_those_that_the_manual_says() throws IOException, QueryError {
        var fields = Pattern.compile("`(\\p{L}+:)`").matcher(page());
        int n = 0;
        while (fields.find()) {
            String value = fields.group(1).matches("has:|avec:|مع:") ? "photo" : "2024";
            assertTrue(QueryText.of(QueryParser.parse(fields.group(1) + value)).contains(":"));
            n++;
        }
        assertTrue(n >= 15, n + " fields");
    }
}
