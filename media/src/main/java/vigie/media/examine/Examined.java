package vigie.media.examine;

import java.util.List;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;

/// What a program found in one file.
public sealed interface Examined {
    /// What the file says about itself: claims of whoever wrote it.
    List<Property> properties();

    /// A picture, or the frames of a moving one.
    ///
    /// @param format      `jpeg`, `png`, `gif`, `webp`, `bmp`, `tiff`, `heic`
    /// @param width       as stored, in pixels
    /// @param height      as stored, in pixels
    /// @param orientation what EXIF states, 1 to 8; 1 where it states none
    /// @param decoder     what decoded it, name and version: used again when derived again
    /// @param views       at least the one as stored, which comes first
    /// @param frames      sampled frames of a moving picture; empty for a still one
    record Picture(
            String format,
            int width,
            int height,
            int orientation,
            String decoder,
            List<View> views,
            List<Frame> frames,
            List<Property> properties)
            implements Examined {
        public Picture {
            views = List.copyOf(views);
            frames = List.copyOf(frames);
            properties = List.copyOf(properties);
            if (views.isEmpty() || views.getFirst().kind() != View.Kind.STORED) {
                throw new IllegalArgumentException("a picture has a view as stored");
            }
        }
    }

    /// A clip.
    ///
    /// @param millis its length
    /// @param frames one a second, and at changes of scene
    record Clip(
            String format,
            int width,
            int height,
            long millis,
            String decoder,
            List<Frame> frames,
            List<Property> properties)
            implements Examined {
        public Clip {
            frames = List.copyOf(frames);
            properties = List.copyOf(properties);
        }
    }

    /// A file of which no picture could be had.
    ///
    /// @param reason what kind of failure
    /// @param why    one sentence, without a path
    record Unreadable(Reason reason, String why, List<Property> properties) implements Examined {
        public Unreadable {
            properties = List.copyOf(properties);
        }
    }

    /// Why no picture could be had.
    enum Reason {
        /// Of no format that is decoded here.
        UNSUPPORTED,
        /// Breaks its format, or ends too early.
        MALFORMED,
        /// More pixels, memory, time or output than a file is allowed.
        TOO_LARGE,
        /// The worker died of it.
        CRASHED
    }

    /// A way to see a picture, hashed.
    ///
    /// @param turned the hashes of its seven other dihedral variants, in the order of the reference
    ///     (rotated by 90, 180, 270 degrees, mirrored in x, in y, along both diagonals)
    record View(Kind kind, Hashed hashed, List<PdqHash> turned) {
        public View {
            turned = List.copyOf(turned);
        }

        /// Which way.
        public enum Kind {
            /// The pixels as stored: what lists contain.
            STORED,
            /// Turned as EXIF states.
            ORIENTED,
            /// Without a plain border or caption strip around it.
            TRIMMED,
            /// A part of it, for finding crops.
            CROPPED
        }
    }

    /// A frame of a clip or moving picture.
    ///
    /// @param number from 0
    /// @param millis since the start
    record Frame(int number, long millis, Hashed hashed) {}

    /// Something that a file says about itself.
    ///
    /// @param group `exif`, `xmp`, `container`
    /// @param name  the standard's name of it: `Make`, `BodySerialNumber`, `GPSLatitude`
    record Property(String group, String name, String value) {}
}
