package vigie.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vigie.casework.user.Role;
import vigie.model.casefile.Actor;
import vigie.web.Answer;
import vigie.web.Browser;
import vigie.web.House;

/// Sessions begin under an id that nobody knew, and end when they should.
class SessionsTest {
    private static final House HOUSE = House.open();

    @Test
    void the_session_id_changes_at_the_door() throws IOException {
        Browser browser = HOUSE.visitor();
        browser.get("/sign-in");
        browser.token();
        String before = browser.cookie("vigie");
        assertFalse(before.isEmpty());
        browser.get(link(House.ANNE));
        String after = browser.cookie("vigie");
        assertNotEquals(before, after);
        Browser other = HOUSE.visitor();
        other.plant("vigie", before);
        assertEquals("/sign-in", other.get("/").location());
    }

    @Test
    void an_id_planted_before_does_not_become_signed_in() throws IOException {
        Browser victim = HOUSE.visitor();
        victim.plant("vigie", "0123456789ABCDEF0123456789ABCDEF");
        victim.get(link(House.ANNE));
        Browser thief = HOUSE.visitor();
        thief.plant("vigie", "0123456789ABCDEF0123456789ABCDEF");
        assertEquals("/sign-in", thief.get("/").location());
        assertEquals(200, victim.get("/").status());
    }

    @Test
    void signing_out_ends_the_session_on_the_server() {
        Browser browser = HOUSE.fresh(House.ANNE);
        String session = browser.cookie("vigie");
        browser.post("/sign-out", Map.of());
        Browser again = HOUSE.visitor();
        again.plant("vigie", session);
        assertEquals("/sign-in", again.get("/").location());
    }

    @Test
    void a_link_does_not_sign_out_by_a_mere_request() {
        Browser browser = HOUSE.fresh(House.ANNE);
        browser.get("/sign-out");
        assertEquals(200, browser.get("/").status());
    }

    @Test
    void cookies_are_for_this_server_alone_and_for_no_script() throws IOException {
        Answer in = HOUSE.visitor().get(link(House.ANNE));
        String cookie = in.header("set-cookie");
        assertTrue(cookie.contains("vigie="), cookie);
        assertTrue(cookie.contains("HttpOnly"), cookie);
        assertTrue(cookie.contains("SameSite=Strict"), cookie);
        assertFalse(cookie.contains("Domain"), cookie);
        assertFalse(cookie.contains("Expires") || cookie.contains("Max-Age"), cookie);
    }

    @Test
    void no_address_holds_a_session() {
        Browser browser = HOUSE.visitor();
        assertFalse(browser.get("/sign-in").body().contains("jsessionid"));
        assertFalse(browser.get("/").location().contains(";"));
    }

    @Test
    void a_user_who_was_shut_out_is_out_with_the_next_request() throws IOException {
        Actor leaver = user("lena.ost", Role.INVESTIGATOR);
        Browser browser = HOUSE.fresh(leaver);
        assertEquals(200, browser.get("/").status());
        change(leaver, Map.of("act", "out"));
        assertEquals("/sign-in", browser.get("/").location());
        change(leaver, Map.of("act", "in"));
        assertEquals("/sign-in", browser.get("/").location());
    }

    @Test
    void a_user_whose_role_changed_is_out_with_the_next_request() throws IOException {
        Actor changed = user("rolf.west", Role.HEAD);
        Browser browser = HOUSE.fresh(changed);
        assertEquals(200, browser.get("/").status());
        change(changed, Map.of("act", "role", "role", "translator"));
        assertEquals("/sign-in", browser.get("/").location());
    }

    @Test
    void a_user_who_gets_a_new_link_is_out_with_the_next_request() throws IOException {
        Actor reset = user("nora.sund", Role.INVESTIGATOR);
        Browser browser = HOUSE.fresh(reset);
        assertEquals(200, browser.get("/").status());
        change(reset, Map.of("act", "reset"));
        assertEquals("/sign-in", browser.get("/").location());
    }

    @Test
    void a_page_that_asks_by_itself_keeps_nobody_signed_in() throws IOException {
        House house = House.empty();
        try {
            house.enter(House.ANNE, "Anne Petit", Role.INVESTIGATOR);
            Browser acting = house.fresh(House.ANNE);
            Browser away = house.fresh(House.ANNE);
            for (int minutes = 0; minutes < 30; minutes += 10) {
                assertEquals(404, away.get("/cases/None-1/progress").status());
                assertEquals(200, acting.get("/").status());
                house.later(Duration.ofMinutes(10));
            }
            assertEquals("/sign-in", away.get("/cases/None-1/progress").location());
            assertEquals(200, acting.get("/").status());
        } finally {
            house.close();
        }
    }

    private static Actor user(String id, Role role) throws IOException {
        Actor actor = new Actor(id);
        HOUSE.enter(actor, id, role);
        return actor;
    }

    private static void change(Actor actor, Map<String, String> form) {
        HOUSE.browser(House.ADMIN).post("/users/" + actor, form);
    }

    private static String link(Actor actor) throws IOException {
        return HOUSE.rooms().access().enrolment().sample(Actor.LOCAL, actor, House.PURPOSE).path();
    }
}
