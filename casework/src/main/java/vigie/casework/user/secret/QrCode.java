package vigie.casework.user.secret;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// A QR code as a drawing: a square of `side` units, its white border included, and the path of
/// its dark modules in the syntax of SVG.
public record QrCode(int side, String path) {
    /// The white border that readers need.
    private static final int BORDER = 4;

    /// The QR code of a text.
    public static QrCode of(String text) {
        ByteMatrix modules;
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + BORDER).append(' ').append(y + BORDER);
                    path.append('h').append(x - from).append("v1h-").append(x - from).append('z');
                }
                x = Math.max(x, from + 1);
            }
        }
        return new QrCode(modules.getWidth() + 2 * BORDER, path.toString());
    }
}
