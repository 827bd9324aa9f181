package vigie.readers.telegram;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;
import vigie.readers.Collected;
import vigie.readers.Companions;
import vigie.readers.Memory;
import vigie.readers.Reader;

/// Whatever the bytes, the reader reads them or says that they are malformed. Without
/// `JAZZER_FUZZ=1` it runs over its seeds only.
class TelegramFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void any_bytes_are_read_or_malformed(byte[] bytes) throws IOException {
        TelegramReader reader = new TelegramReader();
        reader.recognises(
                Arrays.copyOf(bytes, Math.min(bytes.length, Reader.HEAD)), Companions.NONE);
        Collected all = Collected.read(reader, Memory.of(bytes), Companions.NONE);
        if (all.error != null && (all.error.offset() < 0 || all.error.offset() > bytes.length)) {
            throw new AssertionError("an error outside the file: " + all.error.offset());
        }
        for (var message : all.messages()) {
            if (!message.equals(
                    reader.reread(Memory.of(bytes), message.at(), message.conversation()))) {
                throw new AssertionError("read otherwise again: " + message.at());
            }
        }
    }
}
