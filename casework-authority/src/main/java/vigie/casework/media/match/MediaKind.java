package vigie.casework.media.match;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import vigie.media.header.Format;
import vigie.media.video.Container;

/// Whether a file is a picture or clip, by its first bytes: its name says nothing.
final class MediaKind {
    /// Enough bytes to tell.
    static final int HEAD = 1024;

    /// How long the second header of a BMP may be, which text that starts with `BM` has not.
    private static final Set<Integer> BMP = Set.of(12, 40, 52, 56, 64, 108, 124);

    private MediaKind() {}

    static boolean is(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        Format format = Format.of(head).orElse(null);
        if (format == Format.BMP) {
            return head.length > 17
                    && BMP.contains(
                            head[14] & 0xFF | (head[15] & 0xFF) << 8 | (head[16] & 0xFF) << 16);
        }
        return format != null || Container.of(head).filter(c -> !sound(c, start)).isPresent();
    }

    /// Voice messages come in containers of clips.
    private static boolean sound(Container container, String start) {
        return container.format().equals("ogg") && !start.contains("theora")
                || start.startsWith("ftypM4A", 4)
                || start.startsWith("ftypM4B", 4);
    }
}
