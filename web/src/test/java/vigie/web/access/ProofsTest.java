package vigie.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vigie.casework.user.Role;
import vigie.casework.user.access.Enrolment;
import vigie.casework.user.access.Invitation;
import vigie.casework.user.secret.TotpSecret;
import vigie.evidence.ledger.Entry;
import vigie.model.casefile.Actor;
import vigie.web.Answer;
import vigie.web.Browser;
import vigie.web.House;

/// What users prove themselves with, changed by themselves.
class ProofsTest {
    private static final House HOUSE = House.open();
    private static final String FIRST = "seven tulips in may";
    private static final String SECOND = "nine beans in a row";
    private static final Actor WANDA = new Actor("wanda.lind");
    private static final Pattern TYPED = Pattern.compile("<code[^>]*>([A-Z2-7 ]{30,})</code>");
    private static final Pattern CODES = Pattern.compile("<li><code[^>]*>([^<]+)</code>");
    private static TotpSecret secret = TotpSecret.random();

    @BeforeAll
    static void enrol() throws IOException {
        Invitation link =
                HOUSE.rooms()
                        .users()
                        .add(Actor.LOCAL, WANDA, "Wanda Lind", Role.INVESTIGATOR, House.PURPOSE);
        Enrolment.Outcome outcome =
                HOUSE.rooms()
                        .access()
                        .enrolment()
                        .enrol(link.token().value(), secret, FIRST, secret.code(HOUSE.now()));
        assertTrue(outcome instanceof Enrolment.Outcome.Enrolled, outcome.toString());
    }

    @Test
    void a_user_changes_password_authenticator_and_codes_and_other_sessions_end()
            throws IOException {
        Browser desk = HOUSE.visitor();
        Browser tablet = HOUSE.visitor();
        assertEquals("/", signIn(desk, FIRST).location());
        assertEquals("/", signIn(tablet, FIRST).location());

        String session = desk.cookie("vigie");
        Answer changed =
                change(desk, Map.of("what", "password", "fresh", SECOND, "again", SECOND), FIRST);
        assertEquals("/me/proof", changed.location());
        assertEquals(200, desk.get("/me/proof").status());
        assertFalse(desk.cookie("vigie").equals(session), "a session begins anew");
        assertEquals("/sign-in", tablet.get("/").location());
        assertEquals(401, signIn(HOUSE.visitor(), FIRST).status());
        assertEquals("/", signIn(tablet, SECOND).location());

        HOUSE.later(Duration.ofMinutes(1));
        TotpSecret fresh = shown(desk.get("/me/proof"));
        Answer wrong = change(desk, Map.of("what", "factor", "fresh", "000000"), SECOND);
        assertEquals(422, wrong.status());
        assertEquals(fresh.typed(), shown(wrong).typed(), "the drawing stays");
        assertEquals(
                "/me/proof",
                change(desk, Map.of("what", "factor", "fresh", fresh.code(HOUSE.now())), SECOND)
                        .location());
        assertEquals(401, signIn(HOUSE.visitor(), SECOND).status(), "the old authenticator");
        secret = fresh;
        assertEquals("/sign-in", tablet.get("/").location());
        assertEquals("/", signIn(tablet, SECOND).location());

        HOUSE.later(Duration.ofMinutes(1));
        change(desk, Map.of("what", "recovery"), SECOND);
        Answer codes = desk.get("/me/proof");
        List<String> recovery =
                CODES.matcher(codes.body()).results().map(found -> found.group(1)).toList();
        assertEquals(10, recovery.size(), codes.text());
        assertFalse(desk.get("/me/proof").body().contains(recovery.getFirst()), "shown once");
        assertEquals("/sign-in", tablet.get("/").location());
        assertEquals(
                "/",
                tablet.post(
                                "/sign-in",
                                Map.of(
                                        "name", WANDA.id(),
                                        "password", SECOND,
                                        "code", recovery.getFirst()))
                        .location());
        assertEquals(List.of("password", "factor", "recovery"), entered());
    }

    @Test
    void nothing_changes_without_password_and_code_and_no_page_says_which_was_wrong() {
        Browser browser = HOUSE.fresh(House.TRANSLATOR);
        Answer page = browser.get("/me/proof");
        assertFalse(page.body().contains("name=\"fresh\""), "came by a link: nothing to change");
        for (String what : List.of("password", "factor", "recovery", "zork", "")) {
            Answer answer =
                    change(browser, Map.of("what", what, "fresh", SECOND, "again", SECOND), FIRST);
            assertTrue(answer.status() == 422 || answer.location().equals("/me/proof"), what);
        }
        assertEquals(200, browser.get("/me/proof").status());
        assertEquals(
                List.of(),
                entries().stream()
                        .filter(entry -> entry.operator().equals(House.TRANSLATOR))
                        .filter(entry -> entry.kind().matches("password|factor|recovery"))
                        .toList());
    }

    @Test
    void two_passwords_that_differ_or_are_weak_are_told_and_nothing_changes() {
        Browser browser = HOUSE.fresh(House.TRANSLATOR);
        Answer differing =
                change(
                        browser,
                        Map.of("what", "password", "fresh", SECOND, "again", SECOND + "s"),
                        FIRST);
        assertEquals(422, differing.status());
        Answer weak =
                change(
                        browser,
                        Map.of("what", "password", "fresh", "short", "again", "short"),
                        FIRST);
        assertEquals(422, weak.status());
        assertFalse(differing.body().contains(SECOND), "no page says a password");
    }

    private static Answer change(Browser browser, Map<String, String> form, String password) {
        String token = Browser.field(browser.get("/me/proof"), "_csrf");
        return browser.form(
                "/me/proof",
                Browser.encoded(form)
                        + "&"
                        + Browser.encoded(
                                Map.of(
                                        "password", password,
                                        "code", secret.code(HOUSE.now()),
                                        "_csrf", token)));
    }

    private static Answer signIn(Browser browser, String password) {
        HOUSE.later(Duration.ofMinutes(1));
        Answer in =
                browser.form(
                        "/sign-in",
                        Browser.encoded(
                                Map.of(
                                        "name", WANDA.id(),
                                        "password", password,
                                        "code", secret.code(HOUSE.now()),
                                        "_csrf", Browser.field(browser.get("/sign-in"), "_csrf"))));
        HOUSE.later(Duration.ofMinutes(1));
        return in;
    }

    /// The secret that the page shows to be typed.
    private static TotpSecret shown(Answer page) {
        MatchResult typed = TYPED.matcher(page.body()).results().findFirst().orElseThrow();
        String letters = typed.group(1).replace(" ", "");
        StringBuilder bits = new StringBuilder();
        letters.chars()
                .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
                .forEach(five -> bits.append(Integer.toBinaryString(32 | five).substring(1)));
        return TotpSecret.of(
                HexFormat.of()
                        .parseHex("%040x".formatted(new java.math.BigInteger(bits.toString(), 2))));
    }

    private static List<String> entered() throws IOException {
        return entries().stream()
                .filter(entry -> entry.operator().equals(WANDA))
                .map(Entry::kind)
                .filter(kind -> kind.matches("password|factor|recovery"))
                .toList();
    }

    private static List<Entry> entries() {
        try (var entries = HOUSE.rooms().access().register().ledger().entries(0)) {
            return entries.toList();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
