package vigie.model.material;

import org.jspecify.annotations.Nullable;

/// Immutable bytes that were taken under a basis, under one name. The same bytes under two names
/// are two exhibits that share one file of the vault.
///
/// @param number   its number in its case, from 1, in the order of taking; never used twice
/// @param acquisition the number, from 1, of the acquisition in its case that it came with
/// @param digest   the SHA-256 of its bytes
/// @param size     its length in bytes
/// @param path     the name under which it was taken: the last name of what was given to take and
///     the way down from there, `/` between segments, an archive counting as a folder
/// @param parent   the archive that it was a member of, if any
/// @param inPlace  true where the bytes stay where they were found and are verified at each read
public record Exhibit(
        int number,
        int acquisition,
        Sha256 digest,
        long size,
        String path,
        @Nullable Sha256 parent,
        boolean inPlace) {
    public Exhibit {
        if (number < 1 || acquisition < 1 || size < 0 || path.isEmpty()) {
            throw new IllegalArgumentException("not an exhibit: " + number + " " + path);
        }
    }
}
