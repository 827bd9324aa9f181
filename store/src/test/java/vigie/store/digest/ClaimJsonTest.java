package vigie.store.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import vigie.model.claim.Attachment;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.material.Span;
import vigie.store.rows.SampleClaims;

class ClaimJsonTest {
    @Test
    void the_json_of_every_claim_is_canonical() throws IOException {
        CanonicalJson json = new CanonicalJson();
        for (Claim claim : new SampleClaims(1).some(4000)) {
            write(json.reset(0), claim);
            String written = text(json);
            assertEquals(written, new JsonCanonicalizer(written).getEncodedString());
        }
    }

    @Test
    void a_message_reads_as_the_specification_says() {
        Claim.Message message =
                SampleClaims.photo(
                        7,
                        SampleClaims.channel(1),
                        3,
                        new vigie.model.claim.Author(SampleClaims.user(5), "Rosa"),
                        "photos/1.jpg");
        CanonicalJson json = new CanonicalJson();
        write(json, message);

        assertEquals(
                "{\"at\":{\"length\":100,\"offset\":7},"
                        + "\"author\":{\"account\":\"telegram:user:5\",\"name\":\"Rosa\"},"
                        + "\"conversation\":\"telegram:channel:1\","
                        + "\"details\":{\"attachments\":[{\"height\":480,\"is\":\"media\","
                        + "\"path\":\"photos/1.jpg\",\"role\":\"photo\",\"size\":10,"
                        + "\"type\":\"photo\",\"width\":640}]},"
                        + "\"id\":3,\"kind\":\"message\","
                        + "\"sent\":{\"local\":1700003603,\"unix\":1700000003},"
                        + "\"text\":\"\",\"type\":\"message\"}",
                text(json));
    }

    @Test
    void a_session_reads_as_the_specification_says() {
        CanonicalJson json = new CanonicalJson();
        write(
                json,
                new Claim.Session(
                        new Span(1, 2),
                        "sessions",
                        "192.0.2.1",
                        null,
                        Moment.NONE,
                        new Moment(5, Moment.ABSENT),
                        List.of(new Attachment.Other("platform", "\"Garden OS\""))));

        assertEquals(
                "{\"at\":{\"length\":2,\"offset\":1},"
                        + "\"details\":[{\"is\":\"other\",\"json\":\"\\\"Garden OS\\\"\","
                        + "\"key\":\"platform\"}],\"ip\":\"192.0.2.1\","
                        + "\"lastActive\":{\"unix\":5},\"list\":\"sessions\","
                        + "\"type\":\"session\"}",
                text(json));
    }

    private static void write(CanonicalJson json, Claim claim) {
        ClaimWriter.write(json, claim);
    }

    private static String text(CanonicalJson json) {
        return new String(json.bytes(), 0, json.length(), StandardCharsets.UTF_8);
    }
}
