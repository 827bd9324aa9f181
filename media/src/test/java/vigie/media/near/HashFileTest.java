package vigie.media.near;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.media.pdq.PdqHash;

class HashFileTest {
    private static final String ONE = "0".repeat(63) + "1";
    private static final String TWO = "ABCDEF01".repeat(8);

    @TempDir Path folder;

    @Test
    void hashes_come_with_or_without_labels_and_empty_lines() throws IOException {
        List<PdqHash> expected = List.of(PdqHash.of(ONE), PdqHash.of(TWO));
        assertEquals(expected, read(ONE + "\n" + TWO + "\n"));
        assertEquals(expected, read(ONE + ",garden, in May\r\n\r\n" + TWO + " , ball"));
        assertEquals(List.of(), read(""));
    }

    @Test
    void a_line_that_is_no_hash_is_refused_with_file_and_line() {
        refused(ONE + "\n" + TWO.substring(1) + "\n", "line 2");
        refused(ONE + "\n\n" + "g".repeat(64), "line 3");
        refused("hash,label\n" + ONE, "line 1");
    }

    @Test
    void a_file_cut_short_is_refused_at_its_last_line() {
        refused(ONE + "\n" + TWO.substring(0, 40), "line 2");
    }

    @Test
    void a_line_without_an_end_is_refused_before_it_fills_the_memory() {
        refused(ONE + "," + "x".repeat(1_000_000), "line 1");
    }

    private void refused(String text, String where) {
        IOException refused = assertThrows(IOException.class, () -> read(text));
        assertTrue(String.valueOf(refused.getMessage()).contains("hashes.txt, " + where));
    }

    private List<PdqHash> read(String text) throws IOException {
        Path file = folder.resolve("hashes.txt");
        Files.writeString(file, text);
        List<PdqHash> hashes = new ArrayList<>();
        HashFile.read(file, hashes::add);
        return hashes;
    }
}
