package vigie.media.hash;

import java.nio.file.Path;
import java.util.Optional;
import vigie.media.digest.Digests;
import vigie.media.examine.Examined;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;

/// A file with what names it and, if it is a picture, how it looks.
///
/// @param digests  absent where its bytes could not be read
/// @param hashed   of the pixels as stored, absent where there are none
/// @param oriented of the picture turned as its EXIF states, absent where that is the same hash
/// @param error    why something is absent
public record HashedFile(
        Path file,
        Optional<Digests> digests,
        Optional<Hashed> hashed,
        Optional<PdqHash> oriented,
        Optional<String> error) {
    static HashedFile of(Path file, Digests digests, Examined examined) {
        Optional<Digests> known = Optional.of(digests);
        return switch (examined) {
            case Examined.Picture picture ->
                    new HashedFile(
                            file,
                            known,
                            Optional.of(picture.views().getFirst().hashed()),
                            oriented(picture),
                            Optional.empty());
            case Examined.Clip _ -> unseen(file, known, "a clip");
            case Examined.Unreadable unreadable -> unseen(file, known, unreadable.why());
        };
    }

    static HashedFile unread(Path file, String why) {
        return unseen(file, Optional.empty(), why);
    }

    private static HashedFile unseen(Path file, Optional<Digests> known, String why) {
        return new HashedFile(file, known, Optional.empty(), Optional.empty(), Optional.of(why));
    }

    private static Optional<PdqHash> oriented(Examined.Picture picture) {
        PdqHash stored = picture.views().getFirst().hashed().hash();
        return picture.views().stream()
                .filter(view -> view.kind() == Examined.View.Kind.ORIENTED)
                .map(view -> view.hashed().hash())
                .filter(hash -> !hash.equals(stored))
                .findFirst();
    }
}
