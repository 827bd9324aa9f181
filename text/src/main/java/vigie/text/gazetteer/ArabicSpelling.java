package vigie.text.gazetteer;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How the name of a place in a country that writes Arabic may be written in Arabic, where the
/// gazetteer does not say, and how a name in Arabic may be written in Latin script.
///
/// ICU's transliteration, after the digraphs of French and English spelling are brought to its own;
/// once with the vowels that are marked as long, once with all but the neutral one taken as long.
/// It is a guess: `docs/formats/places.md` says how often it is right.
final class ArabicSpelling {
    private static final Pattern ARTICLE =
            Pattern.compile("(?:al|el|[ae](?:sẖ|[rstndzṭṣḍẓ]))[ -](?=\\p{L})");
    private static final Transliterator TO_ARABIC = Transliterator.getInstance("Latin-Arabic");
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Arabic-Latin");

    private static final Map<String, String> DIGRAPHS =
            Map.ofEntries(
                    Map.entry("kh", "kẖ"),
                    Map.entry("sh", "sẖ"),
                    Map.entry("ch", "sẖ"),
                    Map.entry("gh", "gẖ"),
                    Map.entry("dh", "dẖ"),
                    Map.entry("th", "tẖ"),
                    Map.entry("ou", "ū"),
                    Map.entry("oo", "ū"),
                    Map.entry("ee", "ī"),
                    Map.entry("ş", "ṣ"),
                    Map.entry("ţ", "ṭ"),
                    Map.entry("ḩ", "ḥ"),
                    Map.entry("ḑ", "ḍ"),
                    Map.entry("z̧", "ẓ"),
                    Map.entry("á", "ī"),
                    Map.entry("é", "e"),
                    Map.entry("è", "e"),
                    Map.entry("ï", "i"),
                    Map.entry("p", "b"),
                    Map.entry("g", "q"),
                    Map.entry("v", "f"));
    private static final Pattern DIGRAPH =
            Pattern.compile(
                    DIGRAPHS.keySet().stream()
                            .sorted((a, b) -> b.length() - a.length())
                            .collect(Collectors.joining("|")));

    private static final Pattern DOUBLED = Pattern.compile("([\\p{L}&&[^aeiou]])\\1");

    /// An `a` inside a word, not that of an article or an ending.
    private static final Pattern OPEN = Pattern.compile("(?<=[\\p{L}&&[^aei]])a(?=[\\p{L}&&[^h]])");

    /// Whether the language of a country is likely Arabic, by CLDR.
    static boolean isArabic(String country) {
        return ULocale.addLikelySubtags(new ULocale("und_" + country)).getLanguage().equals("ar");
    }

    /// Whether a text has a letter of the Arabic script.
    static boolean hasArabic(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    }

    /// How a name in Arabic may be written in Latin script.
    String latin(String arabic) {
        return TO_LATIN.transliterate(arabic);
    }

    /// How a name in Latin script may be written in Arabic.
    Set<String> arabic(String latin) {
        String name = latin.toLowerCase(Locale.ROOT).replace('‘', 'ʿ').replaceAll("[’ʼ'`]", "");
        Matcher digraphs = DIGRAPH.matcher(name);
        String plain =
                DOUBLED.matcher(
                                digraphs.replaceAll(
                                        found -> DIGRAPHS.getOrDefault(found.group(), "")))
                        .replaceAll("$1");
        var spellings = new LinkedHashSet<String>();
        spellings.add(spell(plain));
        String close = plain.replace('i', 'ī').replace('u', 'ū').replace('o', 'ū');
        spellings.add(spell(close));
        spellings.add(spell(OPEN.matcher(close).replaceAll("ā")));
        return spellings;
    }

    private String spell(String name) {
        var arabic = new StringBuilder();
        Matcher article = ARTICLE.matcher(name);
        int at = 0;
        while (at < name.length()) {
            if (arabic.length() > 0) {
                arabic.append(' ');
            }
            if (article.region(at, name.length()).lookingAt()) {
                arabic.append("ال");
                at = article.end();
            }
            int end = at;
            while (end < name.length() && name.charAt(end) != ' ' && name.charAt(end) != '-') {
                end++;
            }
            arabic.append(word(name.substring(at, end)));
            at = end + 1;
        }
        return arabic.toString();
    }

    private String word(String word) {
        if (word.isEmpty()) {
            return "";
        }
        String lead = "aeiouāīū".indexOf(word.charAt(0)) >= 0 ? "ا" : "";
        String rest = word;
        if (!lead.isEmpty() && "aeioā".indexOf(word.charAt(0)) >= 0) {
            rest = word.substring(1);
        }
        boolean feminine = rest.length() > 2 && (rest.endsWith("a") || rest.endsWith("ah"));
        if (feminine) {
            rest = rest.substring(0, rest.lastIndexOf('a'));
        }
        return lead + TO_ARABIC.transliterate(rest.replace("e", "")) + (feminine ? "ة" : "");
    }
}
