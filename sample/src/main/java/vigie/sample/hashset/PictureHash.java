package vigie.sample.hashset;

import java.io.IOException;
import java.util.Optional;

/// Computes the perceptual hash of a picture: whoever writes the sample brings it, so that the
/// sample needs no program for it.
@FunctionalInterface
public interface PictureHash {
    /// No hash of any picture.
    PictureHash NONE = _ -> Optional.empty();

    /// The PDQ hash in 64 hexadecimal digits, unless the picture says too little for one.
    Optional<String> of(byte[] jpeg) throws IOException;
}
