package vigie.evidence.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import vigie.model.material.Sha256;

/// A stored file's bytes on their way to the disk. While one buffer fills, the one before it is
/// hashed and written by another thread; a file that fits one buffer needs no thread.
final class HashedOutput extends OutputStream {
    private final FileChannel channel;
    private final Buffers buffers;
    private final MessageDigest digest = Sha256.digest();
    private byte[] filling;
    private boolean second;
    private int held;
    private int digested;
    private long length;
    private @Nullable FutureTask<Boolean> behind;

    /// Two buffers that files use one after another.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Buffers(byte[] one, byte[] other) {
        private static final int SIZE = 256 * 1024;

        static Buffers fresh() {
            return new Buffers(new byte[SIZE], new byte[SIZE]);
        }
    }

    HashedOutput(FileChannel channel, Buffers buffers) {
        this.channel = channel;
        this.buffers = buffers;
        this.filling = buffers.one();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int done = 0;
        while (done < count) {
            if (held == filling.length) {
                swap();
            }
            int part = Math.min(count - done, filling.length - held);
            System.arraycopy(bytes, from + done, filling, held, part);
            held += part;
            done += part;
        }
        length += count;
    }

    private void swap() throws IOException {
        rest();
        byte[] full = filling;
        int from = digested;
        int count = held;
        FutureTask<Boolean> task =
                new FutureTask<>(
                        () -> {
                            drain(full, from, count);
                            return true;
                        });
        behind = task;
        Thread.ofVirtual().name("vault-writer").start(task);
        second = !second;
        filling = second ? buffers.other() : buffers.one();
        held = 0;
        digested = 0;
    }

    private void drain(byte[] bytes, int undigested, int count) throws IOException {
        digest.update(bytes, undigested, count - undigested);
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, count);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /// Waits for what the other thread still writes.
    void rest() throws IOException {
        FutureTask<Boolean> task = behind;
        behind = null;
        if (task == null) {
            return;
        }
        boolean interrupted = false;
        while (true) {
            try {
                task.get();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof IOException why
                        ? why
                        : new IOException("writing failed", failed);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Writes what is still held.
    void finish() throws IOException {
        rest();
        drain(filling, digested, held);
        held = 0;
        digested = 0;
    }

    /// The digest of what was written so far.
    Sha256 digest() throws IOException {
        rest();
        digest.update(filling, digested, held - digested);
        digested = held;
        try {
            return Sha256.ofDigest(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError("the JDK's SHA-256 is cloneable", impossible);
        }
    }

    long length() {
        return length;
    }
}
