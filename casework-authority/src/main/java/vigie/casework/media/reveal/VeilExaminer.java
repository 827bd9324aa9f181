package vigie.casework.media.reveal;

import java.util.ArrayList;
import java.util.List;
import vigie.media.examine.Examined;
import vigie.media.examine.Examiner;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.Luma;
import vigie.media.pixel.PictureExaminer;

/// Decodes one picture in a confined worker, which makes one by its name, and tells of it a small
/// grey plane, as a property: a character a pixel, 64 shades.
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
                        told(seen.getFirst()))
                : examined;
    }

    private static List<Examined.Property> told(Luma luma) {
        int longest = Math.max(luma.width(), luma.height());
        int side = Math.min(longest, Plane.SIDE);
        int width = Math.max(1, luma.width() * side / longest);
        int height = Math.max(1, luma.height() * side / longest);
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

    @Override
    public Hashed frame(byte[] grey, int width, int height) {
        return pictures.frame(grey, width, height);
    }
}
