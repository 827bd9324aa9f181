package vigie.casework.media.reveal;

import java.util.ArrayList;
import java.util.List;
import vigie.media.examine.Examined;
import vigie.media.examine.Examiner;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.Luma;
import vigie.media.pixel.PictureExaminer;

/// Decodes one picture, or one frame of a clip, in a confined worker, which makes one by its name,
/// and tells of it a small grey plane, as properties: a character a pixel, 64 shades.
public final class VeilExaminer implements Examiner {
    /// The group of the properties that hold the plane, row after row.
    static final String GROUP = "veil";

    /// Pixels in one property's value, as long as one may be.
    private static final int PIECE = 512;

    /// The darkest shade; the others follow it.
    static final char BLACK = '0';

    static final int SHADES = 64;

    private final List<Luma> seen = new ArrayList<>(1);
    private final PictureExaminer pictures =
            new PictureExaminer()
                    .and(
                            luma -> {
                                seen.add(luma);
                                return List.of();
                            });

    private List<Examined.Property> frame = List.of();
    private boolean shows;

    /// One.
    public VeilExaminer() {}

    @Override
    public void warmUp() {
        pictures.warmUp();
    }

    @Override
    public String decoder() {
        return pictures.decoder();
    }

    @Override
    public Examined picture(byte[] file) {
        seen.clear();
        Examined examined = pictures.picture(file);
        return examined instanceof Examined.Picture picture && !seen.isEmpty()
                ? new Examined.Picture(
                        picture.format(),
                        picture.width(),
                        picture.height(),
                        picture.orientation(),
                        picture.decoder(),
                        picture.views(),
                        List.of(),
                        turned(picture)
                                ? told(
                                        seen.getFirst(),
                                        /* wide= */ picture.height(),
                                        /* high= */ picture.width())
                                : told(seen.getFirst(), picture.width(), picture.height()))
                : examined;
    }

    /// Whether EXIF puts a picture on its side.
    private static boolean turned(Examined.Picture picture) {
        return picture.orientation() > 4;
    }

    /// A plane as wide and high as the picture in proportion: what is hashed of a large one is
    /// square.
    private static List<Examined.Property> told(Luma luma, int wide, int high) {
        long longest = Math.max(wide, high);
        long side = Math.min(longest, Plane.SIDE);
        int width = (int) Math.max(1, wide * side / longest);
        int height = (int) Math.max(1, high * side / longest);
        StringBuilder shades = new StringBuilder();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                shades.append((char) (BLACK + shade(luma, x, y, width, height)));
            }
        }
        List<Examined.Property> told = new ArrayList<>();
        told.add(new Examined.Property(GROUP, "size", width + "x" + height));
        for (int at = 0; at < shades.length(); at += PIECE) {
            told.add(
                    new Examined.Property(
                            GROUP,
                            "shades",
                            shades.substring(at, Math.min(shades.length(), at + PIECE))));
        }
        return told;
    }

    /// The mean of the pixels that fall on one.
    private static int shade(Luma luma, int x, int y, int width, int height) {
        int left = x * luma.width() / width;
        int right = Math.max(left + 1, (x + 1) * luma.width() / width);
        int top = y * luma.height() / height;
        int bottom = Math.max(top + 1, (y + 1) * luma.height() / height);
        float sum = 0;
        float[] values = luma.values();
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                sum += values[row * luma.width() + column];
            }
        }
        float mean = sum / ((right - left) * (bottom - top));
        return Math.clamp((int) (mean * SHADES / 256), 0, SHADES - 1);
    }

    /// Keeps the first frame, or the first that shows something: many clips start black.
    @Override
    public Hashed frame(byte[] grey, int width, int height) {
        Hashed hashed = pictures.frame(grey, width, height);
        if (frame.isEmpty() || !shows && hashed.matchable()) {
            float[] values = new float[width * height];
            for (int i = 0; i < values.length; i++) {
                values[i] = grey[i] & 0xFF;
            }
            frame = told(new Luma(width, height, values), width, height);
            shows = hashed.matchable();
        }
        return hashed;
    }

    @Override
    public Examined clip(Examined found) {
        List<Examined.Property> plane = frame;
        frame = List.of();
        shows = false;
        return found instanceof Examined.Clip clip
                ? new Examined.Clip(
                        clip.format(),
                        clip.width(),
                        clip.height(),
                        clip.millis(),
                        clip.decoder(),
                        List.of(),
                        plane)
                : found;
    }
}
