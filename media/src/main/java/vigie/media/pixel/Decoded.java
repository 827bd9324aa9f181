package vigie.media.pixel;

import vigie.media.header.Format;
import vigie.media.pdq.Luma;

/// A picture that was decoded.
///
/// @param width  as stored, before anything was shrunk
/// @param luma   as the reference shrinks it
/// @param more   the frames of a moving picture, or pages
record Decoded(Format format, int width, int height, String decoder, Luma luma, Sequence more) {}
