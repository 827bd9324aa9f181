package vigie.store.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private static final byte[] A = CanonicalJson.name("a");
    private static final byte[] B = CanonicalJson.name("b");

    @Test
    void what_is_written_is_what_another_implementation_makes_of_it() throws IOException {
        Random random = new Random(1);
        CanonicalJson json = new CanonicalJson();
        for (int i = 0; i < 5000; i++) {
            json.reset(0).open('{').text(A, text(random)).member(B).open('[');
            json.integer(random.nextLong() >> random.nextInt(64));
            json.string(Utf8.of(text(random))).open('{').close('}').open('[').close(']');
            json.close(']').close('}');
            String written = text(json);
            assertEquals(written, new JsonCanonicalizer(written).getEncodedString());
        }
    }

    @Test
    void numbers_that_a_double_cannot_hold_are_strings() {
        CanonicalJson json = new CanonicalJson();
        json.open('[').integer(9007199254740991L).integer(9007199254740992L);
        json.integer(-9007199254740991L).integer(-9007199254740992L);
        json.integer(Long.MIN_VALUE).integer(Long.MAX_VALUE).integer(0).integer(-10);
        json.close(']');

        assertEquals(
                "[9007199254740991,\"9007199254740992\",-9007199254740991,"
                        + "\"-9007199254740992\",\"-9223372036854775808\","
                        + "\"9223372036854775807\",0,-10]",
                text(json));
    }

    @Test
    void control_characters_are_escaped_the_one_way_that_the_standard_allows() {
        CanonicalJson json = new CanonicalJson();
        json.string(Utf8.of("\b\t\n\f\r\u0001\u001f\u007f\"\\/\u2028é"));

        assertEquals("\"\\b\\t\\n\\f\\r\\u0001\\u001f\u007f\\\"\\\\/\u2028é\"", text(json));
    }

    private static String text(CanonicalJson json) {
        return new String(json.bytes(), 0, json.length(), StandardCharsets.UTF_8);
    }

    private static String text(Random random) {
        int[] points = new int[random.nextInt(20)];
        for (int i = 0; i < points.length; i++) {
            points[i] =
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> random.nextInt(0x80);
                        case 2 -> random.nextInt(0xD800);
                        default -> 0xE000 + random.nextInt(0x102000);
                    };
        }
        return new String(points, 0, points.length);
    }
}
