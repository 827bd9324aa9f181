package vigie.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vigie.casework.user.Role;
import vigie.casework.user.access.Invitation;
import vigie.casework.user.secret.TotpSecret;
import vigie.model.casefile.Actor;
import vigie.web.Answer;
import vigie.web.Browser;
import vigie.web.House;

/// Links work once; behind them users set what they prove themselves with.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LinksTest {
    private static final String PASSWORD = "seven tulips in may";
    private static final Pattern CODES = Pattern.compile("<li><code[^>]*>([^<]+)</code>");
    private static final Actor CARLA = new Actor("carla.stein");

    private static House house;

    @BeforeAll
    static void enter() throws IOException {
        house = House.empty();
    }

    @AfterAll
    static void leave() {
        house.close();
    }

    @Test
    @Order(1) // a home has a first user once
    void from_the_first_link_to_a_user_who_works() throws Exception {
        Invitation first = house.rooms().access().enrolment().first().orElseThrow();
        Browser admin = house.visitor();
        Answer form = admin.get(first.path());
        TotpSecret secret = secret(form);
        assertEquals(422, enrol(admin, first, "carla.stein", "short", secret).status());
        assertEquals(422, enrol(admin, first, "Carla <zork>", PASSWORD, secret).status());
        assertEquals(422, enrol(admin, first, "carla.stein", PASSWORD, null).status());
        assertEquals("/sign-in", admin.get("/").location());
        Answer enrolled = enrol(admin, first, "carla.stein", PASSWORD, secret);
        assertEquals(200, enrolled.status(), enrolled.text());
        List<String> recovery = codes(enrolled);
        assertTrue(recovery.size() >= 8, enrolled.body());
        assertEquals(404, house.visitor().get(first.path()).status());
        assertTrue(house.rooms().access().enrolment().first().isEmpty());
        assertEquals("/sign-in", admin.get("/").location());

        house.later(Duration.ofMinutes(1));
        String code = secret.code(house.now());
        assertEquals(401, signIn(admin, CARLA, "seven tulips in june", code).status());
        assertEquals("/", signIn(admin, CARLA, PASSWORD, code).location());
        assertEquals("/users", admin.get("/").location());
        assertEquals(401, signIn(house.visitor(), CARLA, PASSWORD, code).status());

        admin.post(
                "/users", Map.of("actor", "bert.hof", "name", "Bert Hof", "role", "investigator"));
        Answer users = admin.get("/users");
        Matcher link = Pattern.compile("/link/[A-Za-z0-9_-]+").matcher(users.text());
        assertTrue(link.find(), users.text());
        assertFalse(admin.get("/users").text().contains("/link/"), "shown once");
        Browser bert = house.visitor();
        TotpSecret his = secret(bert.get(link.group()));
        assertEquals(200, enrol(bert, link.group(), PASSWORD, his).status());
        assertEquals(404, bert.get(link.group()).status());
        house.later(Duration.ofMinutes(1));
        Actor actor = new Actor("bert.hof");
        assertEquals("/", signIn(bert, actor, PASSWORD, his.code(house.now())).location());
        assertEquals(200, bert.get("/").status());
        assertEquals(404, bert.get("/users").status());

        Browser again = house.visitor();
        assertEquals("/", signIn(again, CARLA, PASSWORD, recovery.getFirst()).location());
        assertEquals(401, signIn(house.visitor(), CARLA, PASSWORD, recovery.getFirst()).status());
        requireLockout(actor, his, admin);
    }

    /// That failures lock a user out, also of the right password, until time passed.
    private static void requireLockout(Actor actor, TotpSecret secret, Browser admin)
            throws Exception {
        house.later(Duration.ofMinutes(1));
        List<Answer> failed =
                together(5, () -> signIn(house.visitor(), actor, "wrong password", "000000"));
        assertTrue(failed.stream().allMatch(answer -> answer.status() == 401));
        Answer locked = signIn(house.visitor(), actor, PASSWORD, secret.code(house.now()));
        assertEquals(401, locked.status());
        assertEquals(plain(failed.getFirst()), plain(locked));
        Answer unknown = signIn(house.visitor(), new Actor("no.one"), PASSWORD, "000000");
        assertEquals(plain(failed.getFirst()), plain(unknown));
        house.later(Duration.ofMinutes(2));
        Browser in = house.visitor();
        assertEquals("/", signIn(in, actor, PASSWORD, secret.code(house.now())).location());
        assertTrue(in.get("/").text().contains("5"), "failures are told");
        together(5, () -> signIn(house.visitor(), actor, "wrong password", "000000"));
        admin.post("/users/" + actor, Map.of("act", "unlock"));
        house.later(Duration.ofSeconds(30)); // a code is used once
        assertEquals("/", signIn(in, actor, PASSWORD, secret.code(house.now())).location());
    }

    @Test
    void a_link_that_is_over_does_not_open() throws IOException {
        Invitation link = invite("over.time");
        Browser browser = house.visitor();
        assertEquals(200, browser.get(link.path()).status());
        TotpSecret secret = secret(browser.get(link.path()));
        house.later(Duration.ofHours(25));
        assertEquals(404, browser.get(link.path()).status());
        assertEquals(404, enrol(browser, link.path(), PASSWORD, secret).status());
        Actor sample = new Actor("over.sample");
        house.enter(sample, "Over", Role.INVESTIGATOR);
        Invitation in =
                house.rooms().access().enrolment().sample(Actor.LOCAL, sample, House.PURPOSE);
        house.later(Duration.ofHours(2));
        assertEquals(404, house.visitor().get(in.path()).status());
    }

    @Test
    void a_link_opens_what_it_is_for_and_nothing_else() throws IOException {
        Invitation enrolment = invite("kind.one");
        Browser browser = house.visitor();
        assertEquals(200, browser.get(enrolment.path()).status());
        assertEquals("/sign-in", browser.get("/").location());
        Actor sample = new Actor("kind.two");
        house.enter(sample, "Kind", Role.INVESTIGATOR);
        Invitation in =
                house.rooms().access().enrolment().sample(Actor.LOCAL, sample, House.PURPOSE);
        TotpSecret secret = TotpSecret.random();
        assertEquals(404, enrol(browser, in.path(), PASSWORD, secret).status());
        assertEquals("/", house.visitor().get(in.path()).location());
        assertEquals(404, house.visitor().get(in.path()).status());
    }

    @Test
    void of_many_who_come_with_one_link_one_gets_in() throws Exception {
        Actor sample = new Actor("race.one");
        house.enter(sample, "Race", Role.INVESTIGATOR);
        Invitation in =
                house.rooms().access().enrolment().sample(Actor.LOCAL, sample, House.PURPOSE);
        List<Answer> answers = together(8, () -> house.visitor().get(in.path()));
        assertEquals(1, answers.stream().filter(answer -> answer.status() == 302).count());
        assertEquals(7, answers.stream().filter(answer -> answer.status() == 404).count());
    }

    @Test
    void of_two_who_enrol_by_one_link_one_does() throws Exception {
        Invitation link = invite("race.two");
        List<Answer> answers =
                together(
                        2,
                        () -> {
                            Browser browser = house.visitor();
                            TotpSecret own = secret(browser.get(link.path()));
                            return enrol(browser, link.path(), PASSWORD, own);
                        });
        assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
        assertEquals(1, answers.stream().filter(answer -> answer.status() == 404).count());
    }

    @Test
    void the_second_factor_is_the_one_that_this_browser_was_shown() throws IOException {
        Invitation link = invite("own.secret");
        TotpSecret shown = secret(house.visitor().get(link.path()));
        Browser other = house.visitor();
        assertFalse(shown.typed().equals(secret(other.get(link.path())).typed()));
        assertEquals(422, enrol(other, link.path(), PASSWORD, shown).status());
    }

    private interface Act {
        Answer run() throws IOException;
    }

    private static List<Answer> together(int times, Act act)
            throws InterruptedException, ExecutionException {
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(many.submit(act::run));
            }
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    private static Invitation invite(String id) throws IOException {
        return house.rooms()
                .users()
                .add(Actor.LOCAL, new Actor(id), id, Role.INVESTIGATOR, House.PURPOSE);
    }

    private static Answer signIn(Browser browser, Actor actor, String password, String code) {
        return browser.post(
                "/sign-in", Map.of("name", actor.id(), "password", password, "code", code));
    }

    private static Answer enrol(
            Browser browser,
            Invitation link,
            String actor,
            String password,
            @org.jspecify.annotations.Nullable TotpSecret secret) {
        Map<String, String> form = new HashMap<>();
        form.put("actor", actor);
        form.put("name", "Carla Stein");
        form.put("password", password);
        form.put("again", password);
        form.put("code", secret == null ? "none" : secret.code(house.now()));
        return browser.post(link.path(), form);
    }

    private static Answer enrol(Browser browser, String path, String password, TotpSecret secret) {
        return browser.post(
                path,
                Map.of("password", password, "again", password, "code", secret.code(house.now())));
    }

    /// The secret that a page of enrolment shows to be typed.
    private static TotpSecret secret(Answer page) {
        Matcher typed = Pattern.compile("<code[^>]*>([A-Z2-7 ]+)</code>").matcher(page.body());
        assertTrue(typed.find(), page.body());
        String letters = typed.group(1).replace(" ", "");
        byte[] bytes = new byte[20];
        for (int i = 0; i < letters.length(); i++) {
            int five = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letters.charAt(i));
            for (int bit = 0; bit < 5; bit++) {
                if ((five & (16 >> bit)) != 0) {
                    int at = i * 5 + bit;
                    bytes[at / 8] = (byte) (bytes[at / 8] | (128 >> (at % 8)));
                }
            }
        }
        return TotpSecret.of(bytes);
    }

    private static List<String> codes(Answer page) {
        return CODES.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    private static String plain(Answer answer) {
        return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
