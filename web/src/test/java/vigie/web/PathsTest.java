package vigie.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses and forms that no page of this server makes.
class PathsTest {
    private static final House HOUSE = House.open();
    private static final String GARDEN = "/cases/" + House.GARDEN;

    /// What the inside is called by; a page of an error says none of it.
    private static final List<String> INSIDE =
            List.of("Exception", "vigie.web", "org.", "java.", "\tat ", "Tomcat", "Spring", "SQL");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/..%2f..%2fetc/passwd",
                "/cases/%2e%2e/%2e%2e/etc/passwd",
                "/cases/../../etc/passwd",
                "/cases/Garden-1%2Fsearch",
                "/cases/Garden-1%252Fsearch",
                "/cases/Garden-1;jsessionid=00/search",
                "/cases/Garden-1/search;a=b",
                "/cases/Garden-1/%00",
                "/cases/Garden-1%00/search",
                "/cases/Garden-1/messages/1-0%00",
                "/cases/Garden-1\\search",
                "/cases/Garden-1/%5c..%5csearch",
                "//evil.example/",
                "/cases//Garden-1",
                "/cases/Garden-1/./../Football-2",
                "/cases/%ff%fe",
                "/cases/%zz",
                "/cases/%",
                "/cases/Garden-1%0d%0aSet-Cookie:%20a=b",
                "/cases/.hidden",
                "/cases/home.register",
                "/assets/../application.properties",
                "/assets/%2e%2e/messages_en.properties",
                "/assets/none/..%2f..%2fmessages_en.properties",
                "/WEB-INF/web.xml",
                "/actuator/env",
                "/error",
                "/error?status=500",
                "/link/..%2f..%2fusers",
                "/link/" + "%C3%A9",
                "/users/..",
                "/users/%2e%2e",
                "http://evil.example/"
            })
    void a_crooked_path_is_answered_by_a_plain_refusal(String path) throws IOException {
        Answer answer = raw("GET", path, "");
        requireRefused(answer, path);
    }

    @Test
    void a_file_of_assets_is_reached_by_no_crooked_path() throws IOException {
        String css =
                HOUSE.visitor().get("/sign-in").elements().stream()
                        .map(one -> one.of("href"))
                        .filter(one -> one.endsWith("vigie.css"))
                        .findFirst()
                        .orElseThrow();
        String folder = css.substring(0, css.lastIndexOf('/'));
        for (String trick :
                List.of(
                        "/../messages_en.properties",
                        "/%2e%2e/messages_en.properties",
                        "/..%2fmessages_en.properties",
                        "/%2e%2e%2fmessages_en.properties",
                        "/..%5cmessages_en.properties",
                        "/....//messages_en.properties",
                        "/",
                        "",
                        "/../templates/error.html",
                        "/../vigie/web/Server.class")) {
            requireRefused(raw("GET", folder + trick, ""), trick);
        }
    }

    @Test
    void an_overlong_address_is_refused() throws IOException {
        requireRefused(raw("GET", "/cases/" + "a".repeat(10_000), ""), "name");
        requireRefused(raw("GET", "/cases/" + "a".repeat(20_000), ""), "line");
        requireRefused(raw("GET", GARDEN + "/messages/" + "1".repeat(5000) + "-0", ""), "row");
        requireRefused(raw("GET", "/", "X-Long: " + "a".repeat(20_000) + "\r\n"), "header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/messages/1",
                "/messages/-1-0",
                "/messages/0-0",
                "/messages/1--1",
                "/messages/9999999-0",
                "/messages/1-9999999999999",
                "/messages/99999999999999999999-1",
                "/messages/1-0'--",
                "/conversations/0",
                "/conversations/-1",
                "/conversations/2147483647",
                "/conversations/2147483648",
                "/conversations/abc",
                "/conversations/1e3",
                "/accounts/0",
                "/accounts/-7",
                "/accounts/999999",
                "/ledger/-1",
                "/ledger/999999",
                "/ledger/99999999999999999999",
                "/ledger/abc",
                "/ledger/-1/proof",
                "/ledger/999999/proof",
                "/own/none",
                "/own/__$%7B7%7D__",
                "/search?m=1-5",
                "/search?m=zork",
                "/search?page=99999999999999999999",
                "/search?page=zork",
                "/conversations?page=zork",
                "/ledger?before=zork"
            })
    void a_wrong_number_is_answered_by_a_plain_refusal(String path) throws IOException {
        requireRefused(raw("GET", GARDEN + path, ""), path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?page=-1",
                "/search?page=0",
                "/search?page=2147483647",
                "/search?page=-2147483648",
                "/search?state=zork&order=zork&tag=%00",
                "/search?q=%00",
                "/search?q=%28%28%28%22",
                "/search?q=from:&tag=" + "%25",
                "/search?q=date:99999-99-99",
                "/search?q=%ED%A0%80",
                "/search?q=a&q=b&page=1&page=2",
                "/conversations?page=-5&sort=zork&down=-9",
                "/conversations?page=2147483647",
                "/conversations?q=%00",
                "/conversations?q=%25_%5C'",
                "/accounts?page=2147483647&q=%00",
                "/exhibits?which=zork&page=2147483647",
                "/own/unknown?path=%00",
                "/own/unknown?path=__%24%7B7%7D__&page=2147483647",
                "/ledger?before=-1",
                "/ledger?before=9223372036854775807",
                "/ledger?before=-9223372036854775808",
                "?as=zork"
            })
    void a_senseless_question_breaks_nothing(String path) throws IOException {
        Answer answer = raw("GET", GARDEN + path, "");
        assertTrue(answer.status() < 500, path + " " + answer.status());
        requireNoInside(answer, path);
    }

    @Test
    void a_huge_question_breaks_nothing() throws IOException {
        for (String q :
                List.of(
                        "a".repeat(6000),
                        "(".repeat(3000),
                        "a+OR+".repeat(1200) + "a",
                        "NOT+".repeat(1500) + "a",
                        "*".repeat(3000),
                        "a*+".repeat(1500))) {
            Answer answer = raw("GET", GARDEN + "/search?q=" + q, "");
            assertTrue(answer.status() < 500, q.substring(0, 9) + " " + answer.status());
            requireNoInside(answer, q.substring(0, 9));
        }
    }

    @Test
    void a_form_of_ten_thousand_fields_is_refused() {
        StringBuilder form = new StringBuilder("_csrf=none");
        for (int i = 0; i < 10_000; i++) {
            form.append("&f").append(i).append("=1");
        }
        Answer answer = HOUSE.browser(House.ANNE).form(GARDEN + "/decisions", form.toString());
        requireRefused(answer, "fields");
    }

    @Test
    void an_address_of_ten_thousand_fields_is_refused() throws IOException {
        requireRefused(raw("GET", GARDEN + "/search?" + "&a=".repeat(4000), ""), "fields");
    }

    @Test
    void an_oversized_form_is_refused() {
        Browser browser = HOUSE.browser(House.ANNE);
        String form = "_csrf=" + Browser.encoded(browser.token()) + "&words=" + "a".repeat(300_000);
        requireRefused(browser.form(GARDEN + "/decisions", form), "size");
    }

    @Test
    void many_rows_and_wrong_rows_break_nothing() {
        Browser browser = HOUSE.browser(House.ANNE);
        String token = "_csrf=" + Browser.encoded(browser.token());
        String row = "&row=" + HOUSE.rows(House.GARDEN, House.HEAD).getFirst();
        for (String form :
                List.of(
                        row.repeat(900) + "&kind=relevance&words=later",
                        "&row=zork&kind=relevance&words=later",
                        "&row=2-0&kind=relevance&words=later",
                        row + "&kind=relevance&words=zork",
                        row + "&kind=zork&words=zork",
                        row + "&kind=tag&words=" + "a".repeat(5000),
                        row + "&kind=note&words=%00",
                        row + "&kind=tag&words=%00",
                        row + "&kind=note&words=%ED%A0%80",
                        row + "&kind=note&words=" + "a".repeat(200_000),
                        row + "&kind=translation&language=%00&words=a",
                        row + "&kind=relevance&words=later&seen=-9",
                        row + "&kind=relevance&words=later&seen=zork")) {
            Answer answer = browser.form(GARDEN + "/decisions", token + form);
            String what = form.substring(Math.max(0, form.length() - 40));
            assertTrue(answer.status() < 500, what + " " + answer.status());
            requireNoInside(answer, what);
        }
        for (String form :
                List.of(
                        "&called=%00&q=%00",
                        "&called=a&q=%00", "&called=&q=", "&called=%0A&tag=%00")) {
            Answer answer = browser.form(GARDEN + "/searches", token + form);
            assertTrue(answer.status() < 500, form + " " + answer.status());
        }
        for (String path : List.of("/decisions/-1/withdraw", "/decisions/999999/withdraw")) {
            Answer answer = browser.form(GARDEN + path, token + row);
            assertTrue(answer.status() < 500, path + " " + answer.status());
        }
    }

    @Test
    void no_other_method_shows_anything() throws IOException {
        for (String method : List.of("TRACE", "TRACK", "PROPFIND", "CONNECT", "OPTIONS", "PUT")) {
            for (String path : List.of(GARDEN, "/", "/sign-in", "/cases/Football-2")) {
                Answer answer = raw(method, path, "");
                assertEquals("", answer.header("server"), method);
                assertFalse(answer.body().contains("vigie="), method);
                requireNoInside(answer, method);
            }
        }
    }

    @Test
    void a_file_is_taken_by_no_form() {
        Browser browser = HOUSE.browser(House.ANNE);
        Answer answer =
                browser.upload(
                        GARDEN + "/decisions",
                        String.join(
                                "\r\n",
                                "--b",
                                "Content-Disposition: form-data; name=\"words\"; filename=\"../a\"",
                                "",
                                "a",
                                "--b--",
                                ""),
                        "b");
        requireRefused(answer, "upload");
    }

    private static void requireRefused(Answer answer, String what) {
        assertTrue(answer.status() >= 400 && answer.status() < 500, what + " " + answer.status());
        requireNoInside(answer, what);
        assertEquals("", answer.header("server"), what);
        // What is no HTTP at all is answered by a line, without a page of ours.
        if (answer.body().contains("/assets/")) {
            HeadersTest.require(answer.status(), answer);
        } else {
            assertTrue(answer.body().length() < 1000, what);
        }
    }

    private static void requireNoInside(Answer answer, String what) {
        if (answer.status() >= 400) {
            for (String word : INSIDE) {
                assertFalse(answer.body().contains(word), what + " says " + word + answer.body());
            }
        }
    }

    /// Asks as no browser would, signed in as an investigator.
    private static Answer raw(String method, String target, String headers) throws IOException {
        URI address = HOUSE.server().address();
        String session = HOUSE.browser(House.ANNE).cookie("vigie");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            String request =
                    "%s %s HTTP/1.1\r\nHost: %s:%d\r\nCookie: vigie=%s\r\n%sConnection: close\r\n\r\n"
                            .formatted(
                                    method,
                                    target,
                                    address.getHost(),
                                    address.getPort(),
                                    session,
                                    headers);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            String head = end < 0 ? answer : answer.substring(0, end);
            Map<String, String> given = new HashMap<>();
            head.lines()
                    .skip(1)
                    .map(line -> line.split(": ", 2))
                    .forEach(line -> given.put(line[0].toLowerCase(Locale.ROOT), line[1]));
            return new Answer(
                    Integer.parseInt(answer.substring(9, 12)),
                    given,
                    end < 0 ? "" : answer.substring(end + 4));
        }
    }
}
