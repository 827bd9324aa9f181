package vigie.media.examine;

import vigie.media.pdq.Hashed;

/// What decodes hostile bytes. It runs in a confined worker, one file at a time; whatever it throws
/// costs the file that it was given.
public interface Examiner {
    /// Prepares all that the first picture would otherwise need: classes, tables, libraries. What
    /// is not loaded by then may be out of reach.
    void warmUp();

    /// What decodes, name and version.
    String decoder();

    /// Decodes a picture and hashes it. What the file says about itself is read elsewhere.
    Examined picture(byte[] file);

    /// Hashes a frame of a clip.
    ///
    /// @param grey a byte a pixel, a row after the other
    Hashed frame(byte[] grey, int width, int height);

    /// What it tells of a clip whose frames it was asked about since the clip before: unless it
    /// keeps anything of frames, what was found.
    default Examined clip(Examined found) {
        return found;
    }
}
