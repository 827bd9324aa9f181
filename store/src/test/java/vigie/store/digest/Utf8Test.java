package vigie.store.digest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void what_no_row_can_hold_becomes_the_replacement_character() {
        assertEquals("a\uFFFDb", text("a\u0000b"));
        assertEquals("\uFFFD", text("\uD83C"));
        assertEquals("?\uFFFD?", text("?\uDF45?"));
        assertEquals("\uFFFD\uFFFDé", text("\uDF45\uD83Cé"));
        assertEquals("\uD83C\uDF45\uFFFD", text("\uD83C\uDF45\uD83C"));
    }

    @Test
    void both_ways_to_clean_a_text_agree_and_leave_clean_text_alone() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            char[] chars = new char[random.nextInt(6)];
            for (int k = 0; k < chars.length; k++) {
                chars[k] =
                        switch (random.nextInt(5)) {
                            case 0 -> (char) (0xD800 + random.nextInt(0x800));
                            case 1 -> '?';
                            case 2 -> (char) random.nextInt(3);
                            case 3 -> (char) random.nextInt(0x10000);
                            default -> 'a';
                        };
            }
            String any = new String(chars);
            byte[] bytes = Utf8.of(any);
            assertArrayEquals(Utf8.text(any).getBytes(StandardCharsets.UTF_8), bytes);
            assertEquals(any.length(), new String(bytes, StandardCharsets.UTF_8).length());
            String clean = Utf8.text(any);
            assertEquals(clean, Utf8.text(clean));
        }
        String plain = "plain";
        assertSame(plain, Utf8.text(plain));
    }

    private static String text(String text) {
        return new String(Utf8.of(text), StandardCharsets.UTF_8);
    }
}
