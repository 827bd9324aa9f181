package vigie.model.material;

/// The reader that understood some bytes, and the version of its understanding; part of every
/// position, since another version may read the same bytes otherwise.
public record ReaderVersion(String name, int version) {
    public ReaderVersion {
        if (!name.matches("[a-z][a-z0-9-]{0,31}") || version < 1) {
            throw new IllegalArgumentException("not a reader version: " + name + "/" + version);
        }
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
