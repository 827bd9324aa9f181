package vigie.text.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.text.identifier.IdentifierKind;
import vigie.text.word.Folding;

/// What may stand before a colon, and what follows it.
enum Field {
    FROM("from de من"),
    IN("in dans في"),
    AFTER("after apres بعد"),
    BEFORE("before avant قبل"),
    ON("on le يوم"),
    HAS("has kind avec مع"),
    HANDLE("handle pseudo"),
    PHONE("phone tel هاتف"),
    EMAIL("email mail courriel"),
    URL("url lien"),
    HASHTAG("tag hashtag");

    private static final Map<String, Field> NAMES = new HashMap<>();

    /// Other words for the kinds that `has:` knows.
    private static final Map<String, String> KINDS = new HashMap<>();

    static {
        for (Field field : values()) {
            for (String name : field.names.split(" ", -1)) {
                NAMES.put(Folding.fold(name), field);
            }
        }
        for (String kind : Query.Has.KINDS) {
            KINDS.put(kind, kind);
            KINDS.put(kind + "s", kind);
        }
        String others =
                "picture photo image photo photos photo clip video vocal voice fichier file"
                        + " document file lien link url link lieu place location place sondage poll"
                        + " transfert forward forwarded forward reponse reply replies reply"
                        + " evenement event gif animation autocollant sticker reaction reaction"
                        + " صوره photo فيديو video صوت voice ملف file رابط link";
        String[] words = others.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            KINDS.putIfAbsent(Folding.fold(words[i]), words[i + 1]);
        }
    }

    private final String names;

    Field(String names) {
        this.names = names;
    }

    /// The field of a name in any of its languages.
    static @Nullable Field named(String name) {
        return name.length() > 12 ? null : NAMES.get(Folding.fold(name));
    }

    /// What `field:value` asks for.
    Query query(String value, int at) throws QueryError {
        return switch (this) {
            case FROM -> new Query.From(value);
            case IN -> new Query.In(value);
            case AFTER -> new Query.Sent(days(value, at)[0], null);
            case BEFORE -> new Query.Sent(null, days(value, at)[0]);
            case ON -> {
                LocalDate[] days = days(value, at);
                yield new Query.Sent(days[0], days[1]);
            }
            case HAS -> {
                String kind = KINDS.get(Folding.fold(value));
                if (kind == null) {
                    throw new QueryError(QueryError.Fault.NOT_A_KIND, at, value);
                }
                yield new Query.Has(kind);
            }
            case HANDLE -> Terms.identifier(IdentifierKind.HANDLE, value, at);
            case PHONE -> Terms.identifier(IdentifierKind.PHONE, value, at);
            case EMAIL -> Terms.identifier(IdentifierKind.EMAIL, value, at);
            case URL -> Terms.identifier(IdentifierKind.URL, value, at);
            case HASHTAG -> Terms.identifier(IdentifierKind.HASHTAG, value, at);
        };
    }

    /// The first day of a year, month or day, and the first day after it.
    private static LocalDate[] days(String value, int at) throws QueryError {
        String[] parts = value.split("[-/.−–]", -1);
        int[] numbers = new int[parts.length];
        boolean good = parts.length <= 3 && parts[0].length() == 4;
        for (int i = 0; i < parts.length && good; i++) {
            numbers[i] = number(parts[i]);
            good = numbers[i] > 0 && (i == 0 || parts[i].length() <= 2);
        }
        if (good) {
            try {
                LocalDate first =
                        LocalDate.of(
                                numbers[0],
                                parts.length > 1 ? numbers[1] : 1,
                                parts.length > 2 ? numbers[2] : 1);
                LocalDate after =
                        switch (parts.length) {
                            case 1 -> first.plusYears(1);
                            case 2 -> first.plusMonths(1);
                            default -> first.plusDays(1);
                        };
                return new LocalDate[] {first, after};
            } catch (DateTimeException _) {
                throw new QueryError(QueryError.Fault.NOT_A_DATE, at, value);
            }
        }
        throw new QueryError(QueryError.Fault.NOT_A_DATE, at, value);
    }

    /// A number of one to four digits of any script, or -1.
    private static int number(String digits) {
        int number = digits.isEmpty() || digits.length() > 4 ? -1 : 0;
        for (int i = 0; i < digits.length() && number >= 0; i++) {
            int digit = Character.digit(digits.charAt(i), 10);
            number = digit < 0 ? -1 : 10 * number + digit;
        }
        return number;
    }
}
