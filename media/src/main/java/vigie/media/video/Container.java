package vigie.media.video;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What holds the streams of a clip, by its first bytes; the name of a file says nothing.
///
/// @param format  how it is named here
/// @param demuxer how ffmpeg names what reads it, so that it tries no other
public record Container(String format, String demuxer) {
    /// The container that starts so, or nothing where it is no clip.
    public static Optional<Container> of(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("ftyp", 4)) {
            return iso(start);
        }
        if (start.startsWith("moov", 4)
                || start.startsWith("mdat", 4)
                || start.startsWith("wide", 4)) {
            return container("mov", "mov");
        }
        if (start.startsWith("\u001aE\u00df\u00a3")) {
            return container(start.contains("webm") ? "webm" : "matroska", "matroska");
        }
        if (start.startsWith("RIFF") && start.startsWith("AVI ", 8)) {
            return container("avi", "avi");
        }
        if (start.startsWith("FLV\u0001")) {
            return container("flv", "flv");
        }
        if (start.startsWith("0&\u00b2u\u008ef\u00cf\u0011")) {
            return container("asf", "asf");
        }
        if (start.startsWith("\u0000\u0000\u0001\u00ba")) {
            return container("mpeg", "mpeg");
        }
        if (start.length() > 376
                && start.charAt(0) == 'G'
                && start.charAt(188) == 'G'
                && start.charAt(376) == 'G') {
            return container("mpegts", "mpegts");
        }
        return start.startsWith("OggS") ? container("ogg", "ogg") : Optional.empty();
    }

    /// The same box starts still pictures of the HEIF family.
    private static Optional<Container> iso(String start) {
        String brand = start.length() < 12 ? "" : start.substring(8, 12);
        return switch (brand) {
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis" ->
                    Optional.empty();
            case "qt  " -> container("mov", "mov");
            case String other -> container(other.startsWith("3g") ? "3gp" : "mp4", "mov");
        };
    }

    private static Optional<Container> container(String format, String demuxer) {
        return Optional.of(new Container(format, demuxer));
    }
}
