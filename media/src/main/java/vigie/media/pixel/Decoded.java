package vigie.media.pixel;

import java.util.List;
import vigie.media.examine.Examined;
import vigie.media.header.Format;
import vigie.media.pdq.Luma;

/// A picture that was decoded.
///
/// @param width  as stored, before anything was shrunk
/// @param luma   as the reference shrinks it
/// @param frames of a moving picture
record Decoded(
        Format format,
        int width,
        int height,
        String decoder,
        Luma luma,
        List<Examined.Frame> frames) {
    Decoded {
        frames = List.copyOf(frames);
    }
}
