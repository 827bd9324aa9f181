package vigie.media.sets.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vigie.model.casefile.Refusal;

/// The category schemes of a home: those that are shipped, and the unit's own. A version of a
/// scheme never changes: a set that was imported under `us/1` means the same for ever.
public final class Schemes {
    private static final List<String> SHIPPED = List.of("us-1", "uk-1", "baseline-1");
    private static final int LONGEST = 64 << 10;

    private final Map<String, Scheme> byId = new TreeMap<>();

    private Schemes() {}

    /// Those that are shipped.
    public static Schemes shipped() {
        Schemes schemes = new Schemes();
        for (String name : SHIPPED) {
            String file = name + ".yaml";
            try (InputStream in = Schemes.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new AssertionError("not in the artifact: " + file);
                }
                schemes.add(file, Scheme.read(file, in.readAllBytes()));
            } catch (IOException why) {
                throw new AssertionError("the artifact cannot be read", why);
            }
        }
        return schemes;
    }

    /// Those that are shipped, and each `*.yaml` of a folder, which need not exist.
    ///
    /// @throws Refusal of kind `SETTINGS` where a file is no scheme, or restates one
    public static Schemes of(Path folder) throws IOException {
        Schemes schemes = shipped();
        if (!Files.isDirectory(folder)) {
            return schemes;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    String name = file.toString();
                    schemes.add(name, Scheme.read(name, in.readNBytes(LONGEST)));
                }
            }
        }
        return schemes;
    }

    private void add(String file, Scheme scheme) {
        if (byId.putIfAbsent(scheme.id(), scheme) != null) {
            throw new Refusal(
                    Refusal.Kind.SETTINGS,
                    file + ": the scheme " + scheme.id() + " exists: state another version");
        }
    }

    /// All of them.
    public Collection<Scheme> all() {
        return List.copyOf(byId.values());
    }

    /// The scheme with this id, `us/1`.
    public Optional<Scheme> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The scheme that a person names, the latest version where they name none.
    ///
    /// @throws Refusal of kind `SETTINGS` where there is none
    public Scheme named(String name) {
        return byId.values().stream()
                .filter(scheme -> scheme.id().equals(name) || scheme.name().equals(name))
                .max((a, b) -> Integer.compare(a.version(), b.version()))
                .orElseThrow(
                        () ->
                                new Refusal(
                                        Refusal.Kind.SETTINGS,
                                        "no category scheme "
                                                + name
                                                + ": there are "
                                                + String.join(", ", byId.keySet())));
    }
}
