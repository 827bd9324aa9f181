package vigie.media.sets.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import vigie.evidence.disk.Durable;

/// Writes a file of records, one behind the other. While it is open a record can be written again
/// without one of its properties; once it is closed nothing changes.
public final class RecordWriter implements AutoCloseable {
    static final byte[] MAGIC = "VIGIEREC".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 1;

    /// Before the first record, which therefore has no offset 0.
    static final int START = 16;

    /// Before the bytes of a record: its room, its length, its checksum.
    static final int HEAD = 12;

    /// The longest record; what a source writes of one file is far shorter.
    public static final int LONGEST = 16 << 20;

    private final Path path;
    private final FileChannel file;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private long flushed;
    private long count;

    /// A new file.
    public RecordWriter(Path path) throws IOException {
        this.path = path;
        file = Durable.newFile(path);
        buffer.put(MAGIC).putInt(VERSION).putInt(0);
    }

    /// Adds an entry.
    ///
    /// @return its offset
    public long add(Entry entry) throws IOException {
        byte[] body = RecordCode.write(entry);
        if (body.length > LONGEST) {
            throw new IOException("an entry says more than " + LONGEST + " bytes");
        }
        if (buffer.remaining() < HEAD + body.length) {
            flush();
            if (buffer.capacity() < HEAD + body.length) {
                buffer = ByteBuffer.allocate(HEAD + body.length).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        long offset = flushed + buffer.position();
        buffer.putInt(body.length).putInt(body.length).putInt(checksum(body)).put(body);
        count++;
        return offset;
    }

    static int checksum(byte[] body) {
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        return (int) checksum.getValue();
    }

    private void flush() throws IOException {
        flushed += buffer.position();
        buffer.flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
    }

    /// Writes the record at `offset` again, without a property.
    public void drop(long offset, String property) throws IOException {
        flush();
        try (RecordFile written = RecordFile.open(path, flushed)) {
            Entry entry = written.read(offset);
            TreeMap<String, String> left = new TreeMap<>(entry.properties());
            left.remove(property);
            byte[] body = RecordCode.write(new Entry(entry.digests(), entry.quality(), left));
            ByteBuffer out =
                    ByteBuffer.allocate(HEAD - Integer.BYTES + body.length)
                            .order(ByteOrder.LITTLE_ENDIAN);
            out.putInt(body.length).putInt(checksum(body)).put(body).flip();
            try (FileChannel again = FileChannel.open(path, StandardOpenOption.WRITE)) {
                for (long at = offset + Integer.BYTES; out.hasRemaining(); ) {
                    at += again.write(out, at);
                }
            }
        }
    }

    /// How many entries came.
    public long count() {
        return count;
    }

    /// Makes the file durable.
    ///
    /// @return its length
    public long finish() throws IOException {
        flush();
        file.force(true);
        return flushed;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// Deletes a file that is of no use.
    public void discard() throws IOException {
        close();
        Files.deleteIfExists(path);
    }
}
