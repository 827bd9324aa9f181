package vigie.evidence.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.evidence.MalformedInput;
import vigie.model.material.Sha256;

/// Walks what was given to take and hands over each file, always in the same order: files of a
/// folder and members of a zip by the bytes of their names, members of a tar as it holds them, an
/// archive before its members.
///
/// What lies in a folder is never followed out of it. Documents and programs that are zips inside
/// are kept whole, not opened.
public final class Intake {
    private final IntakeLimits limits;

    /// An intake within these bounds.
    public Intake(IntakeLimits limits) {
        this.limits = limits;
    }

    /// Walks the paths in the order given.
    ///
    /// @throws MalformedInput where an archive breaks its format and the sink does not accept that;
    ///     its offset is that of the member's header
    /// @throws IOException in one sentence, where something cannot be read, or the sink fails
    public void walk(List<Path> given, IntakeSink sink) throws IOException {
        Set<String> names = new HashSet<>();
        for (Path path : given) {
            Path real;
            try {
                real = path.toRealPath();
            } catch (IOException why) {
                throw Unreadable.at(path, why);
            }
            Path last = path.toAbsolutePath().normalize().getFileName();
            if (last == null) {
                throw new IOException("a whole disk has no name to be taken under: name a folder");
            }
            String name = FileNames.text(last);
            if (!names.add(name)) {
                throw new IOException("two of the paths given have the same last name: " + name);
            }
            new Given(sink).any(real, name);
        }
    }

    /// The walk of one given path.
    private final class Given {
        private final IntakeSink sink;
        private int files;

        Given(IntakeSink sink) {
            this.sink = sink;
        }

        private void any(Path place, String path) throws IOException {
            BasicFileAttributes attributes;
            try {
                attributes =
                        Files.readAttributes(
                                place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (IOException why) {
                throw Unreadable.at(place, why);
            }
            if (attributes.isDirectory()) {
                folder(place, path);
            } else if (attributes.isRegularFile()) {
                if (++files > limits.members()) {
                    throw new IOException("more than " + limits.members() + " files in " + path);
                }
                file(place, path, attributes.size());
            } else if (attributes.isSymbolicLink()) {
                sink.skipped(path, "a symbolic link, which is not followed");
            } else {
                sink.skipped(path, "neither a file nor a folder");
            }
        }

        private void folder(Path place, String path) throws IOException {
            record Child(Path place, String name, String order) {}
            List<Child> children = new ArrayList<>();
            try (DirectoryStream<Path> listed = Files.newDirectoryStream(place)) {
                for (Path child : listed) {
                    String name = FileNames.text(child.getFileName());
                    boolean folder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
                    String order = folder ? name + "/" : name;
                    children.add(new Child(child, name, order));
                    if (children.size() > limits.members()) {
                        throw new IOException(
                                "more than " + limits.members() + " files in " + path);
                    }
                }
            } catch (DirectoryIteratorException stopped) {
                IOException why = stopped.getCause();
                throw why == null ? new IOException(stopped) : Unreadable.at(place, why);
            } catch (FileSystemException why) {
                throw Unreadable.at(place, why);
            }
            children.sort(Comparator.comparing(Child::order, FileNames.BY_BYTES));
            for (Child child : children) {
                any(child.place(), path + "/" + child.name());
            }
        }

        private void file(Path place, String path, long size) throws IOException {
            ArchiveKind kind;
            try (InputStream in = Unreadable.open(place)) {
                kind = ArchiveKind.of(in.readNBytes(ArchiveKind.HEAD));
            }
            Found found = new Found(path, null, size, place, () -> Unreadable.open(place));
            if (kind == ArchiveKind.NONE) {
                sink.file(found);
            } else {
                archive(found, kind, 1, new Allowance(limits, size));
            }
        }

        private void archive(Found found, ArchiveKind kind, int depth, Allowance allowance)
                throws IOException {
            KeptArchive kept = sink.archive(found);
            try (SeekableByteChannel channel = kept.bytes().open()) {
                Members members =
                        new Members(sink, found.path(), kept.digest(), depth, allowance, this);
                switch (kind) {
                    case ZIP -> members.zip(channel);
                    case TAR -> members.tar(Channels.newInputStream(channel));
                    case GZIPPED_TAR -> members.gzippedTar(Channels.newInputStream(channel));
                    case NONE -> throw new IllegalArgumentException("no archive");
                }
            } catch (MalformedInput error) {
                if (!error.file().equals(found.path())) {
                    throw error; // of an archive within, and already told
                }
                sink.malformed(error);
            }
        }
    }

    /// The members of one archive.
    private record Members(
            IntakeSink sink,
            String path,
            Sha256 digest,
            int depth,
            Allowance allowance,
            Given given) {

        void zip(SeekableByteChannel channel) throws IOException {
            ZipDirectory.Listing listing = ZipDirectory.read(path, channel, allowance.limits());
            if (ZipDirectory.isDocument(listing.entries())) {
                return;
            }
            ZipMembers members = new ZipMembers(path, channel, listing, allowance);
            List<ZipEntryRecord> files =
                    new ArrayList<>(listing.entries().stream().filter(e -> !e.folder()).toList());
            files.sort(Comparator.comparing(ZipEntryRecord::path, FileNames.BY_BYTES));
            for (ZipEntryRecord entry : files) {
                try (InputStream bytes = members.open(entry)) {
                    member(entry.path(), entry.plain(), bytes);
                }
            }
        }

        void tar(InputStream bytes) throws IOException {
            tar(new TarReader(path, bytes, null, allowance));
        }

        void gzippedTar(InputStream bytes) throws IOException {
            try (PackedInput unpacked = new PackedInput(bytes)) {
                tar(new TarReader(path, unpacked, unpacked::packed, allowance));
            } catch (PackedInput.Broken broken) {
                throw new MalformedInput(path, 0, String.valueOf(broken.getMessage()));
            }
        }

        private void tar(TarReader tar) throws IOException {
            for (TarMember member = tar.next(); member != null; member = tar.next()) {
                member(member.path(), member.size(), tar.body());
            }
        }

        private void member(String name, long size, InputStream bytes) throws IOException {
            byte[] head = bytes.readNBytes(ArchiveKind.HEAD);
            ArchiveKind kind = ArchiveKind.of(head);
            Found found = new Found(path + "/" + name, digest, size, null, once(head, bytes));
            if (kind == ArchiveKind.NONE) {
                sink.file(found);
            } else if (depth < allowance.limits().depth()) {
                given.archive(found, kind, depth + 1, allowance);
            } else {
                sink.file(found);
                sink.skipped(
                        found.path(),
                        "kept whole: an archive within " + depth + " archives is not opened");
            }
        }

        private static Found.Bytes once(byte[] head, InputStream rest) {
            var unopened =
                    new @Nullable InputStream[] {
                        new SequenceInputStream(new ByteArrayInputStream(head), rest)
                    };
            return () -> {
                InputStream bytes = unopened[0];
                if (bytes == null) {
                    throw new IllegalStateException("a member can be read once");
                }
                unopened[0] = null;
                return bytes;
            };
        }
    }
}
