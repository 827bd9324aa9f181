package vigie.media.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import vigie.media.confine.Confinement;
import vigie.media.confine.Layer;
import vigie.media.wire.Checking;
import vigie.media.wire.Plain;
import vigie.media.wire.Violation;
import vigie.media.wire.Wire;

/// One running worker, from its parent's side.
final class Connection {
    /// How a worker ends that was not granted the memory that it needed.
    static final int OUT_OF_MEMORY = 3;

    private static final int PIECE = 1 << 16;

    /// Milliseconds for a worker that ends by itself: killed meanwhile, it could not say why.
    private static final int LAST_WORDS = 1000;
    private static final int COMPLAINT = 2000;
    private static final long TICKS_TO_MILLIS = 10;

    private final Process process;
    private final OutputStream to;
    private final DataInputStream from;
    private final Thread complaining;
    private final StringBuilder complaint = new StringBuilder();
    private final byte[] piece = new byte[PIECE];
    private volatile boolean overdue;
    private volatile boolean broken;

    Connection(Process process) {
        this.process = process;
        this.to = process.getOutputStream();
        this.from = new DataInputStream(process.getInputStream());
        this.complaining =
                Thread.ofPlatform().daemon().name("vigie-worker-complaint").start(this::listen);
    }

    /// Waits until it is ready, and says what confines it.
    Confinement greet() throws IOException {
        try {
            var out = new DataOutputStream(to);
            out.writeInt(Wire.GREETING);
            out.flush();
            byte[] frame = frame(Wire.READY);
            var said = ByteBuffer.wrap(frame);
            if (frame.length < 4 || said.getInt() != Wire.GREETING) {
                throw new Violation("is of another version");
            }
            return new Confinement(layers(StandardCharsets.US_ASCII.decode(said).toString()));
        } catch (IOException failed) {
            end();
            throw new IOException("no worker could be started: " + complaint(), failed);
        }
    }

    private static Set<Layer> layers(String names) {
        List<String> held = List.of(names.split(" ", -1));
        return Arrays.stream(Layer.values())
                .filter(layer -> held.contains(layer.name()))
                .collect(Collectors.toSet());
    }

    /// Sends a file. What its own content fails of is thrown as it is.
    void send(long number, Item item) throws IOException, Died {
        try (InputStream content = item.content().open()) {
            header(number, item.size());
            long left = item.size();
            while (left > 0) {
                int read = content.read(piece, 0, (int) Math.min(PIECE, left));
                if (read < 0) {
                    throw new EOFException("item %d ends early".formatted(item.id()));
                }
                write(piece, read);
                left -= read;
            }
        }
    }

    private void header(long number, long size) throws Died {
        byte[] header = new byte[16];
        ByteBuffer.wrap(header).putLong(number).putLong(size);
        write(header, header.length);
    }

    private void write(byte[] bytes, int length) throws Died {
        try {
            to.write(bytes, 0, length);
            to.flush();
        } catch (IOException failed) {
            broken = true;
            throw new Died(failed);
        }
    }

    /// The next answer.
    Checking.Answer receive() throws Died {
        try {
            return Checking.answer(frame(Wire.ANSWER));
        } catch (EOFException ended) {
            broken = true;
            throw new Died(ended);
        } catch (IOException failed) {
            throw new Died(failed);
        }
    }

    private byte[] frame(int kind) throws IOException {
        int length = from.readInt();
        if (length < 1 || length > Wire.LONGEST_FRAME) {
            throw new Violation("sent a frame out of bounds: " + length);
        }
        if (from.readByte() != kind) {
            throw new Violation("sent a frame of another kind");
        }
        byte[] body = new byte[length - 1];
        from.readFully(body);
        return body;
    }

    /// Processor time that it has used, in milliseconds; none once it has ended.
    long cpu() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICKS_TO_MILLIS;
        } catch (IOException ended) {
            return 0;
        }
    }

    /// Ends it because its item takes too long.
    void overdue() {
        overdue = true;
        process.destroyForcibly();
    }

    boolean wasOverdue() {
        return overdue;
    }

    /// Whether its memory was not enough.
    boolean wasOutOfMemory() {
        return !process.isAlive() && process.exitValue() == OUT_OF_MEMORY;
    }

    long pid() {
        return process.pid();
    }

    /// Ends it, without waiting for it.
    void kill() {
        if (!broken) {
            process.destroyForcibly();
        }
    }

    /// Ends it at once: it has nothing to lose. One that went silent by itself is ending, and is
    /// left the time to say how.
    void end() {
        try {
            if (broken) {
                process.waitFor(LAST_WORDS, TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly();
            process.waitFor();
            complaining.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// What it writes to its standard error, which is kept as far as it explains why it ended.
    private void listen() {
        byte[] bytes = new byte[1024];
        try (InputStream error = process.getErrorStream()) {
            for (int read; (read = error.read(bytes)) >= 0; ) {
                String said = new String(bytes, 0, read, StandardCharsets.UTF_8);
                complain(Plain.text(said, COMPLAINT));
            }
        } catch (IOException ended) {
            complain(" (and no more)");
        }
    }

    private void complain(String said) {
        synchronized (complaint) {
            complaint.append(said, 0, Math.min(said.length(), COMPLAINT - complaint.length()));
        }
    }

    private String complaint() {
        synchronized (complaint) {
            return complaint.toString();
        }
    }
}
