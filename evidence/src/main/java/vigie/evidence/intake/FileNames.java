package vigie.evidence.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;

/// The names of files as text, from the bytes that the disk holds, whatever the locale; a byte that
/// is no UTF-8 is shown as `\xNN`.
final class FileNames {
    /// The order of the bytes of UTF-8, which is that of code points.
    static final Comparator<String> BY_BYTES =
            (one, other) ->
                    Arrays.compareUnsigned(
                            one.getBytes(StandardCharsets.UTF_8),
                            other.getBytes(StandardCharsets.UTF_8));

    private FileNames() {}

    static String text(Path name) {
        String text = name.toString();
        if (text.chars().allMatch(c -> c > 0x1F && c < 0x7F && c != '?')) {
            return text;
        }
        // A locale without these letters has lost them in `text`; the URI still has the bytes.
        String uri = Path.of("/").resolve(name).toUri().getRawPath();
        return decode(bytes(uri.substring(1, uri.endsWith("/") ? uri.length() - 1 : uri.length())));
    }

    private static byte[] bytes(String escaped) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '%') {
                out.write(HexFormat.fromHexDigits(escaped, i + 1, i + 3));
                i += 2;
            } else {
                out.write(c);
            }
        }
        return out.toByteArray();
    }

    private static String decode(byte[] raw) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException _) {
            StringBuilder text = new StringBuilder();
            for (byte b : raw) {
                if (b >= 0) {
                    text.append((char) b);
                } else {
                    text.append("\\x").append(HexFormat.of().toHexDigits(b));
                }
            }
            return text.toString();
        }
    }
}
