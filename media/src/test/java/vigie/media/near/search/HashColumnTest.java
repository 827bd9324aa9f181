package vigie.media.near.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.media.pdq.PdqHash;

class HashColumnTest {
    @TempDir Path folder;

    @Test
    void what_is_put_in_comes_out() {
        for (int count : new int[] {0, 1, 1023, 1024, 1025, 65_536, 70_000}) {
            List<PdqHash> hashes = SearchTest.random(count, count);
            HashColumn column = HashColumn.of(hashes);
            assertEquals(count, column.size());
            for (int i = 0; i < count; i++) {
                assertEquals(hashes.get(i), column.get(i));
            }
            assertThrows(IndexOutOfBoundsException.class, () -> column.get(count));
        }
    }

    @Test
    void a_mapped_file_of_its_bytes_is_the_same_column() throws IOException {
        List<PdqHash> hashes = SearchTest.random(70_000, 1);
        Path file = folder.resolve("hashes");
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (MemorySegment segment : HashColumn.of(hashes).segments()) {
                out.write(segment.asByteBuffer());
            }
        }
        assertEquals(HashColumn.bytes(hashes.size()), Files.size(file));
        try (Arena arena = Arena.ofConfined();
                FileChannel in = FileChannel.open(file)) {
            MemorySegment mapped =
                    in.map(FileChannel.MapMode.READ_ONLY, 0, Files.size(file), arena);
            HashColumn column = HashColumn.over(mapped, hashes.size());
            for (int i = 0; i < hashes.size(); i++) {
                assertEquals(hashes.get(i), column.get(i));
            }
        }
    }

    @Test
    void a_hash_takes_32_bytes() {
        assertEquals(0, HashColumn.bytes(0));
        assertEquals(32 * 1024, HashColumn.bytes(1));
        assertEquals(32L * 10_000_384, HashColumn.bytes(10_000_000));
    }

    @Test
    void bytes_cut_short_or_a_lie_about_their_number_are_refused() {
        MemorySegment bytes = MemorySegment.ofArray(new byte[2 * 32 * 1024]);
        assertEquals(2048, HashColumn.over(bytes, 2048).size());
        for (long count : new long[] {-1, 0, 1024, 2049, Long.MAX_VALUE / 32, Long.MAX_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> HashColumn.over(bytes, count));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> HashColumn.over(bytes.asSlice(0, bytes.byteSize() - 1), 2048));
    }
}
