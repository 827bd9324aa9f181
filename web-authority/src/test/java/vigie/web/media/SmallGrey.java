package vigie.web.media;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import vigie.casework.media.Veil;
import vigie.evidence.EvidenceBytes;

/// Small grey pictures made in this process: that it is confined elsewhere is tried elsewhere.
final class SmallGrey implements Veil {
    private static final int SIDE = 192;

    @Override
    public Optional<byte[]> of(EvidenceBytes bytes, int clear) throws IOException {
        @Nullable BufferedImage whole;
        try (InputStream in = bytes.open(0)) {
            whole = ImageIO.read(in);
        } catch (IOException _) {
            return Optional.empty();
        }
        if (whole == null) {
            return Optional.empty();
        }
        int rough = 16 << clear;
        BufferedImage blurred = drawn(whole, rough);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(drawn(blurred, SIDE), "png", png);
        return Optional.of(png.toByteArray());
    }

    private static BufferedImage drawn(Image image, int side) {
        BufferedImage small = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = small.createGraphics();
        g.drawImage(image, 0, 0, side, side, null);
        g.dispose();
        return small;
    }

    @Override
    public void close() {
        // Nothing runs beside this process.
    }
}
