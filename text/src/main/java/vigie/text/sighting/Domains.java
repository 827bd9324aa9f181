package vigie.text.sighting;

import com.ibm.icu.text.IDNA;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Names of hosts: which ends they can have, and the form in which they are compared.
///
/// The top-level domains are those of a dated list in this program, without the two that are better
/// known as the ends of file names (`zip`, `mov`); `onion` is none, but ends a host all the same.
final class Domains {
    private static final Set<String> TOP =
            lines("top-level-domains.txt").stream().collect(Collectors.toUnmodifiableSet());

    /// Ends that files of phones and exports have; with [#TOP] they share no name.
    private static final Set<String> FILES =
            Set.of(
                    "jpg", "jpeg", "png", "gif", "webp", "heic", "bmp", "svg", "mp4", "mov", "avi",
                    "mkv", "webm", "mp3", "ogg", "oga", "opus", "wav", "m4a", "pdf", "doc", "docx",
                    "xls", "xlsx", "txt", "csv", "json", "xml", "html", "htm", "css", "js", "zip",
                    "rar", "7z", "gz", "apk", "exe", "tgs", "vcf");

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.DEFAULT);

    private Domains() {}

    /// The lines of a file of this package, without those that begin with `#`.
    static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(Domains.class.getResourceAsStream(name));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(each -> !each.isBlank() && each.charAt(0) != '#').toList();
        } catch (IOException own) {
            throw new UncheckedIOException("cannot read what the program brings: " + name, own);
        }
    }

    static boolean isTop(String label) {
        return TOP.contains(label)
                || label.startsWith("xn--") && TOP.contains(unicode(label))
                || label.equals("onion");
    }

    static boolean endsLikeFile(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && FILES.contains(name.substring(dot + 1));
    }

    /// A name in lower case, its labels in Unicode.
    static String unicode(String domain) {
        String lower = Chars.lower(domain);
        if (!lower.contains("xn--")) {
            return lower;
        }
        IDNA.Info info = new IDNA.Info();
        String unicode = UTS46.nameToUnicode(lower, new StringBuilder(), info).toString();
        return info.hasErrors() ? lower : unicode;
    }

    /// Whether a character can stand in a label.
    static boolean isLabel(char c) {
        return c < 128 ? Chars.isAlnum(c) || c == '-' : Character.isLetterOrDigit(c);
    }

    /// Where the domain at `from` ends, of at least two labels, the last a top-level domain; -1
    /// where there is none.
    ///
    /// A word right behind its last dot is not of it where that word begins with a capital.
    static int end(String s, int from) {
        int limit = Math.min(s.length(), from + 254);
        int i = from;
        int label = from;
        int end = -1;
        while (i <= limit) {
            char c = i < limit ? s.charAt(i) : ' ';
            if (i < limit && isLabel(c)) {
                i++;
                continue;
            }
            if (i == label || i - label > 63 || s.charAt(label) == '-' || s.charAt(i - 1) == '-') {
                break;
            }
            if (label > from && isTop(Chars.lower(s.substring(label, i)))) {
                end = i;
            } else if (label > from && !Character.isUpperCase(s.charAt(label))) {
                end = -1;
            }
            if (c != '.') {
                break;
            }
            i++;
            label = i;
        }
        return end > 0 && (end == s.length() || s.charAt(end) != '_' && s.charAt(end) != '@')
                ? end
                : -1;
    }
}
