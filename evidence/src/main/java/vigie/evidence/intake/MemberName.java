package vigie.evidence.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of a member as a path below its archive, or the reason why it is none.
///
/// Names that climb, are absolute, name a drive or hold NUL are refused. `.` and empty segments,
/// which tar writes, are left out; a backslash counts as `/` where the archive was written on
/// Windows, and may nowhere serve to climb.
final class MemberName {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    /// The alphabet of zip names that are neither ASCII nor UTF-8.
    private static final Charset OLD_ZIP = Charset.forName("IBM437");

    private MemberName() {}

    /// What is wrong with a name; its message is the reason.
    static final class Unacceptable extends IOException {
        private static final long serialVersionUID = 1L;

        Unacceptable(String reason) {
            super(reason);
        }
    }

    /// The text of a name in a zip: UTF-8 where it is that, else the old alphabet of zip.
    static String ofZip(byte[] raw) {
        String text = utf8(raw);
        return text == null ? new String(raw, OLD_ZIP) : text;
    }

    /// The text of a name in a tar: UTF-8 where it is that, else one character a byte.
    static String ofTar(byte[] raw) {
        String text = utf8(raw);
        return text == null ? new String(raw, StandardCharsets.ISO_8859_1) : text;
    }

    /// The text of UTF-8 bytes, or null where they are none.
    private static @Nullable String utf8(byte[] raw) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    /// The path that a name means, with `/` between segments, empty for the archive's own folder.
    ///
    /// @param windows whether a backslash separates folders
    static String path(String name, boolean windows, IntakeLimits limits) throws Unacceptable {
        if (name.isEmpty()) {
            throw new Unacceptable("a member has no name");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > limits.nameBytes()) {
            throw new Unacceptable(
                    "a member's name is longer than " + limits.nameBytes() + " bytes");
        }
        if (name.indexOf('\0') >= 0) {
            throw new Unacceptable("a member's name holds NUL");
        }
        if (name.startsWith("/") || name.startsWith("\\")) {
            throw new Unacceptable("a member's name is absolute");
        }
        if (DRIVE.matcher(name).matches()) {
            throw new Unacceptable("a member's name names a drive");
        }
        for (String segment : name.split("[/\\\\]", -1)) {
            if (segment.equals("..")) {
                throw new Unacceptable("a member's name climbs out of its folder");
            }
        }
        List<String> segments = new ArrayList<>();
        for (String segment : (windows ? name.replace('\\', '/') : name).split("/", -1)) {
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        if (segments.size() > limits.segments()) {
            throw new Unacceptable(
                    "a member lies more than " + limits.segments() + " folders deep");
        }
        return String.join("/", segments);
    }
}
