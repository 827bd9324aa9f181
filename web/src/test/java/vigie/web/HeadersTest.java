package vigie.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every answer says to the browser besides itself.
class HeadersTest {
    private static final House HOUSE = House.open();
    private static final String GARDEN = "/cases/" + House.GARDEN;

    @Test
    void pages_fragments_redirects_and_errors_carry_the_headers() {
        Browser anne = HOUSE.browser(House.ANNE);
        Browser nobody = HOUSE.visitor();
        require(200, anne.get("/"));
        require(200, anne.get(GARDEN + "/search"));
        require(200, anne.get(GARDEN + "/progress", "HX-Request", "true"));
        require(204, anne.get("/stay"));
        require(302, anne.get(GARDEN + "/searches/999"));
        require(404, anne.get("/cases/" + House.NOWHERE));
        require(404, anne.get("/nothing/here"));
        require(400, anne.get(GARDEN + "/conversations/abc"));
        require(403, anne.form("/me", "language=fr"));
        require(405, anne.post(GARDEN + "/accounts", Map.of()));
        require(303, nobody.get("/"));
        require(204, nobody.get("/", "HX-Request", "true"));
        require(200, nobody.get("/sign-in"));
        require(404, nobody.get("/link/none"));
        require(401, nobody.post("/sign-in", Map.of("name", "x", "password", "y", "code", "z")));
        require(404, nobody.get("/assets/none/vigie.css"));
        require(421, anne.get("/", "Host", "evil.example"));
    }

    @Test
    void files_carry_the_headers_and_are_never_shown_in_place() {
        Browser anne = HOUSE.browser(House.ANNE);
        anne.post(GARDEN + "/ledger/checkpoint", Map.of("minutes", ""));
        for (String path : List.of("/ledger/1/proof", "/ledger/checkpoint/file")) {
            Answer file = anne.get(GARDEN + path);
            require(200, file);
            assertTrue(file.header("content-disposition").startsWith("attachment"), path);
        }
    }

    @Test
    void assets_may_be_kept_and_pages_may_not() {
        Browser nobody = HOUSE.visitor();
        Answer door = nobody.get("/sign-in");
        List<String> assets =
                door.elements().stream()
                        .flatMap(one -> java.util.stream.Stream.of(one.of("href"), one.of("src")))
                        .filter(address -> address.startsWith("/assets/"))
                        .toList();
        assertTrue(assets.size() >= 3, assets.toString());
        for (String asset : assets) {
            Answer answer = nobody.get(asset);
            assertEquals(200, answer.status(), asset);
            assertTrue(answer.header("cache-control").contains("immutable"), asset);
            assertFalse(answer.header("cache-control").contains("no-store"), asset);
            assertEquals("", answer.header("set-cookie"), asset);
            requireAlways(answer, asset);
        }
    }

    @Test
    void another_host_is_refused() {
        Browser anne = HOUSE.browser(House.ANNE);
        int port = HOUSE.server().address().getPort();
        for (String host :
                List.of(
                        "evil.example",
                        "evil.example:" + port,
                        "127.0.0.1.evil.example",
                        "localhost.evil.example:" + port,
                        "127.0.0.2",
                        "[::2]")) {
            Answer answer = anne.get("/", "Host", host);
            assertTrue(answer.status() >= 400 && answer.status() < 500, host);
            assertFalse(answer.body().contains("Garden"), host);
            assertFalse(answer.body().contains("Anne"), host);
        }
        for (String host : List.of("localhost:" + port, "127.0.0.1", "[::1]:" + port)) {
            assertEquals(200, anne.get("/", "Host", host).status(), host);
        }
    }

    @Test
    void no_header_of_a_proxy_is_believed() {
        Answer answer =
                HOUSE.browser(House.ADMIN)
                        .get(
                                "/",
                                "X-Forwarded-Host",
                                "evil.example",
                                "X-Forwarded-Proto",
                                "https",
                                "Forwarded",
                                "host=evil.example");
        assertEquals("/users", answer.location());
    }

    static void require(int status, Answer answer) {
        String what = status + " " + answer.headers();
        assertEquals(status, answer.status(), what);
        assertTrue(answer.header("cache-control").contains("no-store"), what);
        requireAlways(answer, what);
    }

    private static void requireAlways(Answer answer, String what) {
        String policy = answer.header("content-security-policy");
        assertTrue(policy.contains("default-src 'none'"), what);
        assertTrue(policy.contains("frame-ancestors 'none'"), what);
        assertTrue(policy.contains("base-uri 'none'"), what);
        assertTrue(policy.contains("form-action 'self'"), what);
        assertFalse(policy.contains("unsafe"), what);
        assertFalse(policy.contains("*") || policy.contains("http"), what);
        assertEquals("nosniff", answer.header("x-content-type-options"), what);
        assertEquals("DENY", answer.header("x-frame-options"), what);
        assertEquals("no-referrer", answer.header("referrer-policy"), what);
        assertEquals("same-origin", answer.header("cross-origin-opener-policy"), what);
        assertEquals("same-origin", answer.header("cross-origin-resource-policy"), what);
        assertEquals("", answer.header("server"), what);
        assertEquals("", answer.header("x-powered-by"), what);
        assertEquals("", answer.header("access-control-allow-origin"), what);
    }
}
