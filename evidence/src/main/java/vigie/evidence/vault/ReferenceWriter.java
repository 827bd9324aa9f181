package vigie.evidence.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import vigie.model.material.Sha256;

/// Reads evidence where it lies, once, and writes the body of its record.
final class ReferenceWriter {
    private ReferenceWriter() {}

    /// What was read.
    record Read(Sha256 digest, long size) {}

    static Read read(Path place, FileSealer record) throws IOException {
        byte[] segment = new byte[Reference.SEGMENT];
        MessageDigest digest = Sha256.digest();
        MessageDigest part = Sha256.digest();
        long size = 0;
        try (SourceInput input = SourceInput.of(place)) {
            BasicFileAttributes before = attributes(place);
            byte[] header = Reference.header(place, before.size());
            record.write(header, 0, header.length);
            for (int count = input.fill(segment); count > 0; count = input.fill(segment)) {
                digest.update(segment, 0, count);
                part.update(segment, 0, count);
                record.write(part.digest(), 0, 32);
                size += count;
            }
            BasicFileAttributes after = attributes(place);
            if (size != before.size()
                    || size != after.size()
                    || !before.lastModifiedTime().equals(after.lastModifiedTime())) {
                throw new IOException("cannot reference " + place + ": it is being changed");
            }
        }
        return new Read(Sha256.ofDigest(digest.digest()), size);
    }

    private static BasicFileAttributes attributes(Path place) throws IOException {
        try {
            return Files.readAttributes(
                    place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException why) {
            throw Source.unreadable(place, why);
        }
    }
}
