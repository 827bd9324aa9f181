package vigie.evidence.basis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import vigie.evidence.fields.Fields;
import vigie.model.casefile.Basis;
import vigie.model.casefile.Refusal;

/// The file in which a person states the basis of taking: YAML, keys as in the manual.
///
/// Unknown, missing, doubled or blank keys, unknown words and impossible dates are each refused
/// ([Refusal.Kind#BASIS]) with file, key and reason.
public final class BasisFile {
    /// One byte more than any basis may have.
    private static final int READ = 64 * 1024 + 1;

    private BasisFile() {}

    /// The basis that `file` states, its document resolved against the folder of the file.
    ///
    /// @throws IOException where the file exists but cannot be read
    public static Basis read(Path file) throws IOException {
        String name = file.toString();
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(READ);
        } catch (NoSuchFileException _) {
            throw new Refusal(Refusal.Kind.BASIS, name + ": there is no such basis file");
        } catch (IOException why) {
            throw new IOException("cannot read the basis file " + name, why);
        }
        Fields fields = Fields.parse(name, bytes, Refusal.Kind.BASIS);
        return BasisFields.basis(fields, stated -> document(fields, file, stated));
    }

    /// The document lies beside the file or below: both travel together.
    private static String document(Fields fields, Path file, String stated) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path document;
        try {
            document = Path.of(stated);
        } catch (InvalidPathException _) {
            throw fields.problem("document", "is not a path");
        }
        if (folder == null || document.isAbsolute()) {
            throw fields.problem("document", "must be a path beside the basis file");
        }
        Path resolved = folder.resolve(document).normalize();
        if (!resolved.startsWith(folder)) {
            throw fields.problem("document", "must not leave the folder of the basis file");
        }
        if (!Files.isRegularFile(resolved, LinkOption.NOFOLLOW_LINKS)) {
            throw fields.problem("document", "names no file: " + resolved);
        }
        return resolved.toString();
    }
}
