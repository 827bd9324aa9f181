package vigie.media.sets.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Locale;
import vigie.media.sets.nsrl.NsrlReader;
import vigie.media.sets.record.Entry;
import vigie.media.sets.segment.DigestKind;
import vigie.media.sets.segment.Runs;
import vigie.media.sets.vics.VicsReader;
import vigie.model.material.Sha256;

/// One file of a set, read into a builder.
public final class Source {
    private Source() {}

    /// Reads a file of any form but a delta.
    ///
    /// @param pdq whether 64 digits in a bare list are PDQ hashes
    /// @return what it was read as: `list`, `vics-2.0`
    /// @throws IOException with file and place, where it breaks its format
    public static String read(Path path, SourceFormat format, boolean pdq, SetBuilder out)
            throws IOException {
        String file = path.toString();
        return switch (format) {
            case VICS -> vics(path, file, out);
            case NSRL -> nsrl(path, out);
            case NSRL_DELTA -> throw new IOException(file + ": a delta, without its database");
            case CSV -> {
                try (InputStream in = open(path)) {
                    CsvReader.read(in, file, out);
                }
                yield "csv";
            }
            case VPDQ -> {
                Sha256 digest = digest(path);
                try (InputStream in = open(path)) {
                    VpdqReader.read(in, file, String.valueOf(path.getFileName()), digest, out);
                }
                yield "vpdq";
            }
            case LIST -> {
                new ListReader(path, out, pdq).read();
                yield pdq ? "pdq-list" : "list";
            }
        };
    }

    private static Sha256 digest(Path path) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = open(path)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return Sha256.ofDigest(digest.digest());
    }

    private static InputStream open(Path path) throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 1 << 17);
    }

    private static String vics(Path path, String file, SetBuilder out) throws IOException {
        try (InputStream in = open(path)) {
            return VicsReader.read(
                    in,
                    file,
                    new VicsReader.Sink() {
                        @Override
                        public void entry(Entry entry) throws IOException {
                            out.entry(entry);
                        }

                        @Override
                        public void count(String what) {
                            out.count(what);
                        }
                    });
        }
    }

    private static String nsrl(Path path, SetBuilder out) throws IOException {
        Runs sha256 = out.bare(DigestKind.SHA256);
        Runs sha1 = out.bare(DigestKind.SHA1);
        Runs md5 = out.bare(DigestKind.MD5);
        byte[] key = new byte[DigestKind.SHA256.width()];
        String layout = NsrlReader.describe(path).layout();
        NsrlReader.read(
                path,
                (a, b, c) -> {
                    add(sha256, DigestKind.SHA256, a, key, path);
                    add(sha1, DigestKind.SHA1, b, key, path);
                    add(md5, DigestKind.MD5, c, key, path);
                });
        return "nsrl-" + layout.toLowerCase(Locale.ROOT);
    }

    private static void add(Runs runs, DigestKind kind, byte[] text, byte[] key, Path path)
            throws IOException {
        if (text.length != 2 * kind.width() || !Hex.decode(text, 0, key, kind.width())) {
            throw new IOException(path + ": a row of FILE has no " + kind.word());
        }
        runs.add(key, 0, 0);
    }
}
