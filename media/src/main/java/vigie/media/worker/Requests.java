package vigie.media.worker;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/// Reads requests while others are worked on, so that a worker need not wait for its parent.
final class Requests {
    /// Larger files are read by whoever examines them, from the input itself.
    private static final int AHEAD = 8 << 20;

    /// The most KiB that are read ahead; a power of two larger than [#AHEAD], for a few photos.
    private static final int ROOM = 12 << 10;

    private final DataInputStream in;
    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(ROOM);
    private final Semaphore turn = new Semaphore(0);

    Requests(DataInputStream in) {
        this.in = in;
        Thread.ofPlatform().daemon().name("requests").start(this::read);
    }

    Request next() {
        try {
            return waiting.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Request.End();
        }
    }

    /// Goes on behind a file, whatever was read of it.
    void done(Request.File file) throws IOException {
        if (file.waits()) {
            file.content().skipNBytes(((Part) file.content()).left);
            turn.release();
        } else {
            room.release(kibibytes(file.size()));
        }
    }

    private void read() {
        try {
            while (true) {
                long number = in.readLong();
                long size = in.readLong();
                if (size <= AHEAD) {
                    room.acquire(kibibytes(size));
                    byte[] content = new byte[(int) size];
                    in.readFully(content);
                    waiting.add(
                            new Request.File(
                                    number, size, new ByteArrayInputStream(content), false));
                } else {
                    waiting.add(new Request.File(number, size, new Part(in, size), true));
                    turn.acquire();
                }
            }
        } catch (EOFException ended) {
            waiting.add(new Request.End());
        } catch (IOException broken) {
            waiting.add(new Request.End());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int kibibytes(long size) {
        return (int) (size >> 10) + 1;
    }

    /// The next bytes of the input, as far as they belong to one file.
    private static final class Part extends InputStream {
        private final InputStream in;
        private long left;

        Part(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(into, from, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException("a file that is sent in part");
            }
            left -= read;
            return read;
        }
    }
}
