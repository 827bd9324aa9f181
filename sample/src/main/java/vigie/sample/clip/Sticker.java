package vigie.sample.clip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// Writes animated stickers as Telegram keeps them: gzipped Lottie documents of 512 by 512.
public final class Sticker {
    private Sticker() {}

    /// The sticker of this number: a coloured disc that turns into another size.
    public static byte[] of(int number) throws IOException {
        double red = number * 37 % 100 / 100.0;
        double green = number * 61 % 100 / 100.0;
        double blue = number * 83 % 100 / 100.0;
        int large = 150 + number * 29 % 200;
        String lottie =
                String.format(
                        Locale.ROOT,
                        """
                        {"tgs":1,"v":"5.5.2","fr":60,"ip":0,"op":60,"w":512,"h":512,"nm":"disc %d",\
                        "ddd":0,"assets":[],"layers":[{"ddd":0,"ind":1,"ty":4,"nm":"disc","sr":1,\
                        "ks":{"o":{"a":0,"k":100},"r":{"a":0,"k":0},"p":{"a":0,"k":[256,256,0]},\
                        "a":{"a":0,"k":[0,0,0]},"s":{"a":0,"k":[100,100,100]}},"ao":0,"shapes":[\
                        {"ty":"gr","it":[{"ty":"el","d":1,"s":{"a":0,"k":[%d,%d]},\
                        "p":{"a":0,"k":[0,0]}},{"ty":"fl","c":{"a":0,"k":[%.2f,%.2f,%.2f,1]},\
                        "o":{"a":0,"k":100},"r":1},{"ty":"tr","p":{"a":0,"k":[0,0]},\
                        "a":{"a":0,"k":[0,0]},"s":{"a":0,"k":[100,100]},"r":{"a":0,"k":0},\
                        "o":{"a":0,"k":100}}]}],"ip":0,"op":60,"st":0,"bm":0}]}""",
                        number,
                        large,
                        large,
                        red,
                        green,
                        blue);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(lottie.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
