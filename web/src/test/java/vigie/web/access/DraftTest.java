package vigie.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vigie.casework.user.Role;
import vigie.casework.user.access.Enrolment;
import vigie.casework.user.access.Invitation;
import vigie.casework.user.secret.TotpSecret;
import vigie.model.casefile.Actor;
import vigie.web.Answer;
import vigie.web.Browser;
import vigie.web.House;

/// What somebody typed is not lost when their session ends, and nobody else gets it.
class DraftTest {
    private static final House HOUSE = House.open();
    private static final String FORM = "kind=note&words=long%20thoughts&_csrf=old";
    private static final String DECISIONS = "/cases/" + House.GARDEN + "/decisions";
    private static final String PASSWORD = "nine lilies in june";
    private static final Actor WRITER = new Actor("wanda.pen");
    private static final Actor OTHER = new Actor("otto.ink");
    private static final TotpSecret SECRET = TotpSecret.random();
    private static final TotpSecret OTHERS = TotpSecret.random();

    @BeforeAll
    static void enrol() throws IOException {
        enrol(WRITER, SECRET);
        enrol(OTHER, OTHERS);
        HOUSE.browser(House.HEAD)
                .post(
                        "/cases/" + House.GARDEN + "/members",
                        Map.of("act", "admit", "member", WRITER.id()));
    }

    private static void enrol(Actor actor, TotpSecret secret) throws IOException {
        Invitation link =
                HOUSE.rooms()
                        .users()
                        .add(Actor.LOCAL, actor, actor.id(), Role.INVESTIGATOR, House.PURPOSE);
        Enrolment.Outcome outcome =
                HOUSE.rooms()
                        .access()
                        .enrolment()
                        .enrol(link.token().value(), secret, PASSWORD, secret.code(HOUSE.now()));
        assertTrue(outcome instanceof Enrolment.Outcome.Enrolled, outcome.toString());
    }

    private static Answer signIn(Browser browser, Actor actor, TotpSecret secret) {
        HOUSE.later(Duration.ofMinutes(1));
        Answer in =
                browser.post(
                        "/sign-in",
                        Map.of(
                                "name",
                                actor.id(),
                                "password",
                                PASSWORD,
                                "code",
                                secret.code(HOUSE.now())));
        assertEquals(302, in.status());
        return in;
    }

    @Test
    void a_form_sent_after_the_session_ended_is_offered_to_its_author_alone() {
        Browser browser = HOUSE.visitor();
        assertEquals("/", signIn(browser, WRITER, SECRET).location());
        String cookie = browser.cookie("vigie-last");
        assertTrue(cookie.matches("[0-9a-f]{64}"), cookie);

        browser.forget();
        Answer kept = browser.form(DECISIONS, FORM, "Sec-Fetch-Site", "same-origin");
        assertEquals("/sign-in?kept", kept.location());
        assertEquals("/sign-in", browser.get("/resume").location());
        assertEquals("/resume", signIn(browser, WRITER, SECRET).location());
        Answer resume = browser.get("/resume");
        assertTrue(resume.text().contains("long thoughts"), resume.text());
        assertFalse(resume.body().contains("value=\"old\""), "the old token");
        assertTrue(
                resume.elements().stream()
                        .anyMatch(
                                one ->
                                        one.name().equals("form")
                                                && one.of("action").equals(DECISIONS)));
        assertEquals("/", browser.get("/resume").location());

        browser.forget();
        browser.form(DECISIONS, FORM, "Sec-Fetch-Site", "same-origin");
        assertEquals("/", signIn(browser, OTHER, OTHERS).location());
        assertEquals("/", browser.get("/resume").location());
    }

    @Test
    void a_form_of_another_site_is_not_kept() {
        Browser browser = HOUSE.visitor();
        browser.plant("vigie-last", "0".repeat(64));
        for (String site : new String[] {"cross-site", "same-site", "none", ""}) {
            Answer sent =
                    site.isEmpty()
                            ? browser.form(DECISIONS, FORM)
                            : browser.form(DECISIONS, FORM, "Sec-Fetch-Site", site);
            assertEquals("/sign-in", sent.location(), site);
        }
    }

    @Test
    void a_form_of_a_browser_in_which_nobody_was_signed_in_is_not_kept() {
        Answer sent = HOUSE.visitor().form(DECISIONS, FORM, "Sec-Fetch-Site", "same-origin");
        assertEquals("/sign-in", sent.location());
    }

    @Test
    void forms_that_are_no_work_are_not_kept() {
        Browser browser = HOUSE.visitor();
        browser.plant("vigie-last", "0".repeat(64));
        for (String path :
                new String[] {
                    "/users",
                    "/me",
                    "/sign-in",
                    "/sign-out",
                    "/link/none",
                    "/cases/" + House.GARDEN + "/members",
                    "/cases/" + House.GARDEN + "/verify"
                }) {
            Answer sent = browser.form(path, FORM, "Sec-Fetch-Site", "same-origin");
            assertFalse(sent.location().contains("kept"), path);
        }
        Answer huge =
                browser.form(
                        DECISIONS, "words=" + "a".repeat(210_000), "Sec-Fetch-Site", "same-origin");
        assertEquals("/sign-in", huge.location());
    }
}
