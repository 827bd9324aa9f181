package vigie.people.link;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/// One way of writing for what is written in many: case, accents, width, scripts.
final class Written {
    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

    /// Names in Arabic and Latin script meet in Latin letters without marks (ICU's rules).
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");

    private Written() {}

    static String plain(String cell) {
        boolean ascii = true;
        boolean plain = true;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            ascii &= c < 128;
            plain &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
        }
        if (plain) {
            return cell;
        }
        if (ascii) {
            return spaces(cell.toLowerCase(Locale.ROOT));
        }
        String folded = FOLDED.normalize(cell);
        synchronized (LATIN) {
            return spaces(LATIN.transliterate(folded));
        }
    }

    private static String spaces(String value) {
        String stripped = value.strip();
        return stripped.indexOf("  ") < 0 ? stripped : stripped.replaceAll("\\s+", " ");
    }
}
