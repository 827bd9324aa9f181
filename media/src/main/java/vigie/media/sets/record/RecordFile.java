package vigie.media.sets.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// A file of records, read at offsets; for several threads at once.
public final class RecordFile implements AutoCloseable {
    private final Path path;
    private final FileChannel file;
    private final long length;

    private RecordFile(Path path, FileChannel file, long length) {
        this.path = path;
        this.file = file;
        this.length = length;
    }

    /// Opens the file that a list of sets names.
    ///
    /// @param length in bytes, as the list has it
    /// @throws IOException that names the file, where it is cut, of another version or no such file
    public static RecordFile open(Path path, long length) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            RecordFile opened = new RecordFile(path, file, length);
            opened.requireHeader();
            return opened;
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    private void requireHeader() throws IOException {
        if (file.size() != length || length < RecordWriter.START) {
            throw new IOException(
                    path + ": cut: " + file.size() + " bytes where " + length + " were written");
        }
        ByteBuffer head = bytes(0, RecordWriter.START);
        byte[] magic = new byte[RecordWriter.MAGIC.length];
        head.get(magic);
        if (!Arrays.equals(magic, RecordWriter.MAGIC)) {
            throw new IOException(path + ": not a file of records of a hash set");
        }
        int version = head.getInt();
        if (version != RecordWriter.VERSION) {
            throw new IOException(
                    path
                            + ": version "
                            + version
                            + " of the format, which this program cannot read");
        }
    }

    private ByteBuffer bytes(long from, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw damaged(from);
            }
        }
        return bytes.flip();
    }

    /// The entry at an offset.
    ///
    /// @throws IOException that names the file, where the record is damaged
    public Entry read(long offset) throws IOException {
        if (offset < RecordWriter.START || offset > length - RecordWriter.HEAD) {
            throw damaged(offset);
        }
        ByteBuffer head = bytes(offset, RecordWriter.HEAD);
        int room = head.getInt();
        int size = head.getInt();
        int checksum = head.getInt();
        if (size < 0
                || size > room
                || room > RecordWriter.LONGEST
                || room > length - offset - RecordWriter.HEAD) {
            throw damaged(offset);
        }
        byte[] body = new byte[size];
        bytes(offset + RecordWriter.HEAD, size).get(body);
        if (RecordWriter.checksum(body) != checksum) {
            throw damaged(offset);
        }
        try {
            return RecordCode.read(ByteBuffer.wrap(body));
        } catch (IllegalArgumentException _) {
            throw damaged(offset);
        }
    }

    private IOException damaged(long offset) {
        return new IOException(path + ": damaged: the record at byte " + offset);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
