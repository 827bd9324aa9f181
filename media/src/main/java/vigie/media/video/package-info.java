/// Clips by the hashes of their frames (vPDQ, Meta, `ThreatExchange/vpdq`). Frames are decoded by
/// ffmpeg, a confined child of a confined worker; no frame is kept.
@NullMarked
package vigie.media.video;

import org.jspecify.annotations.NullMarked;
