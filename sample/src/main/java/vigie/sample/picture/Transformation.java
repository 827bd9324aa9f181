package vigie.sample.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// How one picture derives from another.
public sealed interface Transformation {
    /// The bytes are the same.
    record Same() implements Transformation {}

    /// The longer side has this many pixels.
    record Resize(int longSide) implements Transformation {}

    /// Written again at this JPEG quality, in hundredths.
    record Recompress(int quality) implements Transformation {}

    /// Every channel multiplied by this, in hundredths.
    record Brightness(int percent) implements Transformation {}

    /// Mirrored left to right, or top to bottom.
    record Flip(boolean horizontal) implements Transformation {}

    /// Turned clockwise by quarters, 1 to 3.
    record Rotate(int quarters) implements Transformation {}

    /// A plain border of this width around it, in one colour (0xRRGGBB).
    record Border(int pixels, int colour) implements Transformation {}

    /// A plain strip of this height with words below it.
    record Caption(int pixels, String words) implements Transformation {}

    /// Cut off on each side, in thousandths of the width or height, at most 100 in each direction.
    record Crop(int left, int top, int right, int bottom) implements Transformation {
        public Crop {
            if (left + right > 100 || top + bottom > 100) {
                throw new IllegalArgumentException("a crop cuts at most a tenth");
            }
        }
    }

    /// The word for it in the ground truth.
    default String word() {
        return switch (this) {
            case Same _ -> "same";
            case Resize _ -> "resize";
            case Recompress _ -> "recompress";
            case Brightness _ -> "brightness";
            case Flip _ -> "flip";
            case Rotate _ -> "rotate";
            case Border _ -> "border";
            case Caption _ -> "caption";
            case Crop _ -> "crop";
        };
    }

    /// Its parameters in the ground truth.
    default SequencedMap<String, Object> parameters() {
        var map = new LinkedHashMap<String, Object>();
        switch (this) {
            case Same _ -> {}
            case Resize(int longSide) -> map.put("longSide", longSide);
            case Recompress(int quality) -> map.put("quality", quality);
            case Brightness(int percent) -> map.put("percent", percent);
            case Flip(boolean horizontal) ->
                    map.put("axis", horizontal ? "horizontal" : "vertical");
            case Rotate(int quarters) -> map.put("degrees", quarters * 90);
            case Border(int pixels, int colour) -> {
                map.put("pixels", pixels);
                map.put("colour", String.format("%06x", colour));
            }
            case Caption(int pixels, String words) -> {
                map.put("pixels", pixels);
                map.put("words", words);
            }
            case Crop(int left, int top, int right, int bottom) -> {
                map.put("left", left);
                map.put("top", top);
                map.put("right", right);
                map.put("bottom", bottom);
            }
        }
        return map;
    }

    /// Another picture, made from `source`.
    default BufferedImage apply(BufferedImage source) {
        int width = source.getWidth();
        int height = source.getHeight();
        return switch (this) {
            case Same _ -> source;
            case Recompress _ -> source;
            case Resize(int longSide) -> {
                int longest = Math.max(width, height);
                yield Pixels.scale(
                        source,
                        Math.max(1, width * longSide / longest),
                        Math.max(1, height * longSide / longest));
            }
            case Brightness(int percent) -> Pixels.brighten(source, percent);
            case Flip(boolean horizontal) -> Pixels.flip(source, horizontal);
            case Rotate(int quarters) -> Pixels.rotate(source, quarters);
            case Border(int pixels, int colour) -> {
                var image = Pixels.blank(width + 2 * pixels, height + 2 * pixels, colour);
                Pixels.copy(source, 0, 0, width, height, image, pixels, pixels);
                yield image;
            }
            case Caption(int pixels, String words) -> {
                var image = Pixels.blank(width, height + pixels, 0xFFFFFF);
                Pixels.copy(source, 0, 0, width, height, image, 0, 0);
                Graphics2D pen = image.createGraphics();
                pen.setColor(Color.BLACK);
                pen.setStroke(new BasicStroke(Math.max(1.5f, pixels / 14f)));
                Strokes.write(pen, words, pixels * 0.4, height + pixels * 0.25, pixels * 0.5);
                pen.dispose();
                yield image;
            }
            case Crop(int left, int top, int right, int bottom) -> {
                int x = width * left / 1000;
                int y = height * top / 1000;
                int cutWidth = width - x - width * right / 1000;
                int cutHeight = height - y - height * bottom / 1000;
                var image = Pixels.blank(cutWidth, cutHeight, 0);
                Pixels.copy(source, x, y, cutWidth, cutHeight, image, 0, 0);
                yield image;
            }
        };
    }
}
