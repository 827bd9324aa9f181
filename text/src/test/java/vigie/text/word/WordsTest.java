package vigie.text.word;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Crème brûlée                | creme brulee
                    l'arbre d’hiver             | l arbre d hiver
                    cœur Straße ŁÓDŹ            | coeur strasse lodz
                    İstanbul ISPARTA ılık       | istanbul isparta ilik
                    Ёлка ёж Йод                 | елка еж иод
                    أحمد إلى آخر ٱلبيت          | احمد الي اخر البيت
                    مدرسة مدرسه                 | مدرسه مدرسه
                    مُحَمَّد محـــمد            | محمد محمد
                    کتاب یک                     | كتاب يك
                    می‌خواهم                    | ميخواهم
                    ٣٤٥ ۳۴۵ ３４５ ३४५          | 345 345 345 345
                    ＡＢＣ ｱｶﾞ                   | abc ア ガ
                    東京タワー                  | 東 京 タ ワ ー
                    시장에                      | 시 장 에
                    file_name example.org 3.5   | file name example org 3 5
                    iPhone’ом Wi-Fi5            | iphone ом wi fi5
                    5км abc5км                  | 5км abc5 км
                    👍🏽 👍 ☕️ 👨‍👩‍👧            | 👍 👍 ☕ 👨👩👧
                    σοφός ΣΟΦΌΣ                 | σοφοσ σοφοσ
                    𝓐𝓭𝓪 ①                    | ada
                    हिन्दी भाषा                 | हिन्दी भाषा
                    שלום                        | שלומ
                    """)
    void words_are_cut_and_folded(String text, String words) {
        assertEquals(
                words, String.join(" ", Words.of(text).stream().map(Words.Word::text).toList()));
    }

    @Test
    void places_are_those_of_the_text() {
        assertEquals(
                List.of(
                        new Words.Word("creme", 1, 6),
                        new Words.Word("👍", 7, 11),
                        new Words.Word("가", 12, 14),
                        new Words.Word("a", 15, 16)),
                Words.of(" Crème 👍🏽 \u1100\u1161 a"));
    }

    @Test
    void thai_is_cut_by_dictionary() {
        assertEquals(
                List.of("ฉัน", "ไป", "ตลาด"),
                Words.of("ฉันไปตลาด").stream().map(Words.Word::text).toList());
    }
}
