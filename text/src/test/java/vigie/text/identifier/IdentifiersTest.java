package vigie.text.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.model.claim.TextEntity;

class IdentifiersTest {
    private static String said(List<Found> found) {
        return found.stream()
                .map(f -> f.kind().name().toLowerCase(java.util.Locale.ROOT) + "=" + f.value())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    ask @Ada_Stone. or (@ben)                | handle=ada_stone handle=ben
                    ＠Ａｄａ１                               | handle=ada1
                    write to Ada.Stone+x@Example.ORG.        | email=ada.stone+x@example.org
                    a@b and @c and x@@yy                     | handle=yy
                    Привет@почта.рф                          | email=привет@почта.рф
                    see https://www.Example.org/a/?q=1#x!    | url=example.org/a/?q=1#x
                    (https://en.example.org/wiki/A_(b))      | url=en.example.org/wiki/a_(b)
                    www.example.org/, then                   | url=example.org
                    ftp://example.org/x                      | url=ftp://example.org/x
                    t.me/Ada_Stone                           | url=t.me/ada_stone handle=ada_stone
                    https://t.me/s/garden?before=3           | url=t.me/s/garden?before=3 handle=garden
                    https://t.me/joinchat/AbC                | url=t.me/joinchat/abc
                    https://t.me/+AbCdEf                     | url=t.me/+abcdef
                    t.me/+33612345678                        | url=t.me/+33612345678 phone=+33612345678
                    https://wa.me/33612345678?text=a         | url=wa.me/33612345678?text=a phone=+33612345678
                    tg://resolve?domain=Garden&post=1        | url=tg://resolve?domain=garden&post=1 handle=garden
                    https://www.tiktok.com/@ada.s/video/1    | url=tiktok.com/@ada.s/video/1 handle=ada.s
                    https://www.instagram.com/p/Xy/          | url=instagram.com/p/xy
                    https://garden.t.me                      | url=garden.t.me handle=garden
                    #Jardin #市場で #سوق_الحي #1 C# &#39;     | hashtag=jardin hashtag=市場で hashtag=سوق_الحي
                    +33 6 12 34 56 78                        | phone=+33612345678
                    +33 (0)6 12 34 56 78 2024                | phone=+33612345678
                    +33612345678 0612345679                  | phone=+33612345678 phone=0612345679
                    0033 6.12                                |
                    0033612345678                            | phone=+33612345678
                    06.12.34.56.78                           | phone=0612345678
                    06 12 34 56 78 à 10.30                   | phone=0612345678
                    ٠٦١٢٣٤٥٦٧٨                               | phone=0612345678
                    +٩٦٦ ٥٠ ١٢٣ ٤٥٦٧                         | phone=+966501234567
                    (202) 555-0123 or 202-555-0123           | phone=2025550123 phone=2025550123
                    +1 202-555-0123.                         | phone=+12025550123
                    01632 960 001                            | phone=01632960001
                    2024-06-01 10:30:00 01/02/2024           |
                    01.02.2024 10:30 09.30 10.45 11.00       |
                    order 123456789012, v1.2.3.4, 192.168.10.100 |
                    電話0612345678です                       | phone=0612345678
                    https://example.org/0612345678/@a/#b     | url=example.org/0612345678/@a/#b
                    """)
    void identifiers_are_found_by_their_form(String text, String found) {
        assertEquals(found == null ? "" : found, said(Identifiers.in(text)));
    }

    @Test
    void places_are_those_of_the_text() {
        assertEquals(
                List.of(
                        new Found(IdentifierKind.HANDLE, "ada", 3, 4),
                        new Found(IdentifierKind.URL, "t.me/ben", 8, 8),
                        new Found(IdentifierKind.HANDLE, "ben", 13, 3)),
                Identifiers.in("hi @Ada t.me/Ben"));
    }

    @Test
    void what_the_exporter_marked_is_added_once() {
        String text = "call 5550123 or @ada, see here";
        assertEquals(
                List.of(
                        new Found(IdentifierKind.PHONE, "5550123", 5, 7),
                        new Found(IdentifierKind.HANDLE, "ada", 16, 4),
                        new Found(IdentifierKind.HANDLE, "ben", 26, 0),
                        new Found(IdentifierKind.URL, "t.me/ben", 26, 0)),
                Identifiers.in(
                        text,
                        List.of(
                                new TextEntity("phone", 5, 7, null),
                                new TextEntity("mention", 16, 4, null),
                                new TextEntity("text_link", 26, 4, "https://t.me/Ben"),
                                new TextEntity("bold", 0, 3, null),
                                new TextEntity("email", 25, 90, null))));
    }

    /// Texts that make careless scanners look at the same characters again and again.
    @ParameterizedTest
    @CsvSource({
        "@",
        "a@",
        "@a",
        "a.",
        "://",
        "a://",
        "http",
        "+",
        "(",
        "0",
        "1 ",
        "0 ",
        "+1",
        "#",
        "#1",
        "a@a.",
        "www.",
        "t.me/",
        "00",
        "'(0)'",
        "a@-",
        "٠",
        "t.me/s/",
        ".",
        "@.",
        "tg://resolve?"
    })
    void ten_megabytes_of_anything_take_linear_time(String piece) {
        String text = piece.repeat(10_000_000 / piece.length());
        long start = System.nanoTime();
        Identifiers.in(text);
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis < 5000, piece + " took " + millis + " ms");
    }
}
