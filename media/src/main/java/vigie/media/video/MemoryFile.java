package vigie.media.video;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import vigie.media.confine.Call;
import vigie.media.confine.Kernel;

/// A file that is only in memory, and only this process and its children have. It may still reach
/// the disk where the system swaps.
final class MemoryFile implements AutoCloseable {
    private static final int PIECE = 1 << 18;

    private final long file;

    private MemoryFile(long file) {
        this.file = file;
    }

    /// Holds some bytes and what a stream holds after them.
    static MemoryFile of(byte[] head, InputStream rest) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            long file =
                    checked(
                            Kernel.call(
                                    Call.MEMFD_CREATE, arena.allocateFrom("clip").address(), 1));
            var memory = new MemoryFile(file);
            MemorySegment piece = arena.allocate(PIECE);
            memory.write(piece, head, head.length);
            byte[] bytes = new byte[PIECE];
            for (int read; (read = rest.readNBytes(bytes, 0, PIECE)) > 0; ) {
                memory.write(piece, bytes, read);
            }
            return memory;
        }
    }

    private void write(MemorySegment piece, byte[] bytes, int length) throws IOException {
        MemorySegment.copy(bytes, 0, piece, ValueLayout.JAVA_BYTE, 0, length);
        for (int done = 0; done < length; ) {
            done +=
                    (int)
                            checked(
                                    Kernel.call(
                                            Call.WRITE,
                                            file,
                                            piece.address() + done,
                                            length - done));
        }
    }

    private static long checked(long answer) throws IOException {
        if (answer < 0) {
            throw new IOException("no memory for a clip: error " + -answer);
        }
        return answer;
    }

    /// From its start, for a child's standard input.
    ProcessBuilder.Redirect redirect() {
        return ProcessBuilder.Redirect.from(new File("/proc/self/fd/" + file));
    }

    @Override
    public void close() {
        Kernel.call(Call.CLOSE, file);
    }
}
