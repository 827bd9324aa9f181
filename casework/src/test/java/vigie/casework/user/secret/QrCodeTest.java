package vigie.casework.user.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @Test
    void what_is_drawn_is_read_back() throws ChecksumException, FormatException {
        String uri = TotpSecret.random().uri("Vigie", "anne.roux");
        QrCode drawn = QrCode.of(uri);
        BitMatrix modules = new BitMatrix(drawn.side() - 8);
        Matcher run = RUN.matcher(drawn.path());
        int at = 0;
        while (run.find()) {
            assertEquals(at, run.start(), "nothing else is in the path");
            assertEquals(run.group(3), run.group(4));
            modules.setRegion(
                    Integer.parseInt(run.group(1)) - 4,
                    Integer.parseInt(run.group(2)) - 4,
                    Integer.parseInt(run.group(3)),
                    1);
            at = run.end();
        }
        assertEquals(drawn.path().length(), at);
        assertEquals(uri, new Decoder().decode(modules).getText());
        assertTrue(drawn.path().length() < 20_000, "small enough for a page");
    }

    @Test
    void too_much_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> QrCode.of("tulip".repeat(2_000)));
    }
}
