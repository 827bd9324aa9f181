package vigie.sample.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/// Work on the pixels of pictures of type [BufferedImage#TYPE_INT_RGB].
public final class Pixels {
    private Pixels() {}

    /// The pixels of a picture, row by row.
    public static int[] of(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /// A picture in one colour.
    public static BufferedImage blank(int width, int height, int colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        if (colour != 0) {
            Arrays.fill(of(image), colour);
        }
        return image;
    }

    /// The same picture as type [BufferedImage#TYPE_INT_RGB].
    public static BufferedImage plain(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        var plain = blank(image.getWidth(), image.getHeight(), 0);
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), of(plain), 0, image.getWidth());
        return plain;
    }

    /// Copies a part of one picture to a place in another.
    public static void copy(
            BufferedImage from,
            int fromX,
            int fromY,
            int width,
            int height,
            BufferedImage to,
            int toX,
            int toY) {
        int[] source = of(from);
        int[] target = of(to);
        for (int y = 0; y < height; y++) {
            System.arraycopy(
                    source,
                    (fromY + y) * from.getWidth() + fromX,
                    target,
                    (toY + y) * to.getWidth() + toX,
                    width);
        }
    }

    static BufferedImage flip(BufferedImage image, boolean horizontal) {
        int width = image.getWidth();
        int height = image.getHeight();
        var flipped = blank(width, height, 0);
        int[] from = of(image);
        int[] to = of(flipped);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int source = horizontal ? y * width + width - 1 - x : (height - 1 - y) * width + x;
                to[y * width + x] = from[source];
            }
        }
        return flipped;
    }

    static BufferedImage rotate(BufferedImage image, int quarters) {
        BufferedImage turned = image;
        for (int i = 0; i < quarters; i++) {
            turned = quarter(turned);
        }
        return turned;
    }

    /// A quarter turn clockwise: the left column becomes the top row, read upwards.
    private static BufferedImage quarter(BufferedImage image) {
        int across = image.getHeight();
        int down = image.getWidth();
        var turned = blank(across, down, 0);
        int[] from = of(image);
        int[] to = of(turned);
        for (int y = 0; y < across; y++) {
            for (int x = 0; x < down; x++) {
                to[x * across + across - 1 - y] = from[y * down + x];
            }
        }
        return turned;
    }

    static BufferedImage brighten(BufferedImage image, int percent) {
        var bright = blank(image.getWidth(), image.getHeight(), 0);
        int[] from = of(image);
        int[] to = of(bright);
        for (int i = 0; i < from.length; i++) {
            int red = Math.min(255, (from[i] >> 16 & 255) * percent / 100);
            int green = Math.min(255, (from[i] >> 8 & 255) * percent / 100);
            int blue = Math.min(255, (from[i] & 255) * percent / 100);
            to[i] = red << 16 | green << 8 | blue;
        }
        return bright;
    }

    /// Each new pixel is the mean of the pixels that it covers, or the nearest one.
    static BufferedImage scale(BufferedImage image, int width, int height) {
        var scaled = blank(width, height, 0);
        int[] from = of(image);
        int[] to = of(scaled);
        int oldWidth = image.getWidth();
        int oldHeight = image.getHeight();
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * oldHeight / height);
            int bottom = Math.max(top + 1, (int) ((y + 1L) * oldHeight / height));
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * oldWidth / width);
                int right = Math.max(left + 1, (int) ((x + 1L) * oldWidth / width));
                int red = 0;
                int green = 0;
                int blue = 0;
                for (int v = top; v < bottom; v++) {
                    for (int u = left; u < right; u++) {
                        int pixel = from[v * oldWidth + u];
                        red += pixel >> 16 & 255;
                        green += pixel >> 8 & 255;
                        blue += pixel & 255;
                    }
                }
                int count = (bottom - top) * (right - left);
                to[y * width + x] = red / count << 16 | green / count << 8 | blue / count;
            }
        }
        return scaled;
    }
}
