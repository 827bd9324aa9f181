package vigie.media.hash;

import java.nio.file.Path;
import java.util.Optional;
import vigie.media.digest.Digests;
import vigie.media.examine.Examined;
import vigie.media.pdq.Hashed;

/// A file with what names it and, if it is a picture, how it looks.
///
/// @param digests absent where its bytes could not be read
/// @param hashed  of the pixels as stored, absent where there are none
/// @param error   why something is absent
public record HashedFile(
        Path file, Optional<Digests> digests, Optional<Hashed> hashed, Optional<String> error) {
    static HashedFile of(Path file, Digests digests, Examined examined) {
        Optional<Digests> known = Optional.of(digests);
        return switch (examined) {
            case Examined.Picture picture ->
                    new HashedFile(
                            file,
                            known,
                            Optional.of(picture.views().getFirst().hashed()),
                            Optional.empty());
            case Examined.Clip _ ->
                    new HashedFile(file, known, Optional.empty(), Optional.of("a clip"));
            case Examined.Unreadable unreadable ->
                    new HashedFile(file, known, Optional.empty(), Optional.of(unreadable.why()));
        };
    }

    static HashedFile unread(Path file, String why) {
        return new HashedFile(file, Optional.empty(), Optional.empty(), Optional.of(why));
    }
}
