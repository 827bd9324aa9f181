package vigie.web.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vigie.casework.media.Exposure.Limits;
import vigie.casework.media.StackLine;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Actor;
import vigie.web.media.Visit.Got;

/// Nothing is shown unasked; what is asked for is small and grey, logged, booked and limited.
class RevealTest {
    private static final MediaHouse HOUSE = MediaHouse.open();
    private static final String MEDIA = "/cases/" + MediaHouse.GARDEN + "/media";
    private static final Limits USUAL =
            new Limits(300, Duration.ofMinutes(45), Duration.ofMinutes(10));
    private static final int ITEM =
            HOUSE.stacks(MediaHouse.GARDEN, MediaHouse.HEAD).getFirst().representative();

    @AfterEach
    void allow() throws IOException {
        HOUSE.media().exposure().limit(MediaHouse.HEAD, USUAL, () -> {});
    }

    private static Got reveal(Visit visit, int item) {
        return visit.post(MEDIA + "/items/" + item + "/reveal", Map.of());
    }

    private static void look(Visit visit, String purpose, String clear) {
        assertEquals(
                302,
                visit.post(MEDIA + "/looking", Map.of("purpose", purpose, "clear", clear))
                        .status());
    }

    /// Whether bytes begin as JPEG, PNG, GIF or WebP do.
    static boolean picture(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
        return head.startsWith("\u00ff\u00d8\u00ff")
                || head.startsWith("\u0089PNG")
                || head.startsWith("GIF8")
                || head.startsWith("RIFF") && head.endsWith("WEBP");
    }

    @Test
    void no_page_sends_a_picture_or_says_where_one_is() {
        Visit visit = HOUSE.fresh(MediaHouse.ANNE);
        List<String> pages =
                new ArrayList<>(
                        List.of(MEDIA, MEDIA + "?open=1", MEDIA + "/exposure", MEDIA + "?page=2"));
        for (String find : List.of("alert", "conflict", "similar", "unseen", "known")) {
            pages.add(MEDIA + "?find=" + find);
        }
        for (StackLine line : HOUSE.stacks(MediaHouse.GARDEN, MediaHouse.ANNE)) {
            pages.add(MEDIA + "?s=" + line.stack());
            pages.add(MEDIA + "/stacks/" + line.stack());
            HOUSE.stack(MediaHouse.GARDEN, MediaHouse.ANNE, line.stack())
                    .members()
                    .forEach(member -> pages.add(MEDIA + "/items/" + member.item()));
            look(visit, "classification", "0");
            pages.add(MEDIA + "?s=" + line.stack() + "&find=" + line.finding().word());
        }
        for (String page : pages) {
            Got got = visit.get(page);
            assertEquals(200, got.status(), page);
            assertTrue(got.header("content-type").startsWith("text/html"), page);
            assertFalse(picture(got.bytes()), page);
            for (String trace :
                    List.of("<img", "data:", "<video", "<audio", "<picture", "srcset")) {
                assertFalse(got.body().contains(trace), page + " " + trace);
            }
        }
        for (String address :
                List.of(
                        "/items/" + ITEM + "/reveal",
                        "/items/" + ITEM + "/reveal?_method=post",
                        "/items/" + ITEM + ".png",
                        "/items/" + ITEM + "/thumb")) {
            Got got = visit.get(MEDIA + address);
            assertTrue(got.status() >= 400, address);
            assertFalse(picture(got.bytes()), address);
        }
    }

    @Test
    void nothing_is_shown_without_a_purpose() throws IOException {
        Visit visit = HOUSE.fresh(MediaHouse.ANNE);
        long before = HOUSE.media().exposure().own(MediaHouse.ANNE).lastDay();
        Got got = reveal(visit, ITEM);
        assertEquals(403, got.status());
        assertTrue(got.header("content-type").startsWith("text/plain"));
        assertTrue(got.body().contains("purpose"), got.body());
        assertEquals(before, HOUSE.media().exposure().own(MediaHouse.ANNE).lastDay());
        look(visit, "curiosity", "0");
        assertEquals(403, reveal(visit, ITEM).status());
        look(visit, "classification", "7");
        assertEquals(403, reveal(visit, ITEM).status());
    }

    @Test
    void one_item_is_shown_small_and_grey_entered_in_the_ledger_and_booked() throws IOException {
        Visit visit = HOUSE.fresh(MediaHouse.ANNE);
        look(visit, "victim-identification", "0");
        long size = HOUSE.size(MediaHouse.GARDEN, MediaHouse.HEAD);
        long before = HOUSE.media().exposure().own(MediaHouse.ANNE).lastDay();
        Got got = reveal(visit, ITEM);
        assertEquals(200, got.status(), got.body());
        assertEquals("image/png", got.header("content-type"), got + got.body());
        assertTrue(got.header("cache-control").contains("no-store"));
        assertTrue(picture(got.bytes()));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(got.bytes()));
        assertTrue(Math.max(image.getWidth(), image.getHeight()) <= 192);
        for (int y = 0; y < image.getHeight(); y += 7) {
            for (int x = 0; x < image.getWidth(); x += 7) {
                int rgb = image.getRGB(x, y);
                assertEquals(rgb & 0xff, rgb >> 8 & 0xff);
                assertEquals(rgb & 0xff, rgb >> 16 & 0xff);
            }
        }
        List<Entry> entries = HOUSE.entries(MediaHouse.GARDEN, MediaHouse.OFFICER, size);
        assertTrue(
                entries.stream()
                        .anyMatch(
                                entry ->
                                        entry.verb() == Verb.REVEAL
                                                && entry.operator().equals(MediaHouse.ANNE)
                                                && entry.purpose()
                                                        .equals("victim-identification")));
        assertEquals(before + 1, HOUSE.media().exposure().own(MediaHouse.ANNE).lastDay());
        Duration shown = HOUSE.media().exposure().own(MediaHouse.ANNE).shown();
        String booking = got.header("vigie-booking");
        told(HOUSE.of(MediaHouse.BRUNO), booking, "9000");
        assertEquals(shown, HOUSE.media().exposure().own(MediaHouse.ANNE).shown());
        told(visit, booking, "4000");
        assertEquals(shown.plusSeconds(4), HOUSE.media().exposure().own(MediaHouse.ANNE).shown());
    }

    private static void told(Visit visit, String booking, String millis) {
        assertEquals(
                204,
                visit.post(MEDIA + "/shown", Map.of("booking", booking, "millis", millis))
                        .status());
    }

    @Test
    void three_degrees_of_clearness_differ_and_stay_those_of_the_person() {
        Visit visit = HOUSE.fresh(MediaHouse.ANNE);
        List<Integer> pictures = new ArrayList<>();
        for (String clear : List.of("0", "1", "2")) {
            look(visit, "classification", clear);
            pictures.add(java.util.Arrays.hashCode(reveal(visit, ITEM).bytes()));
        }
        assertEquals(3, pictures.stream().distinct().count());
        Visit other = HOUSE.fresh(MediaHouse.ANNE);
        assertEquals(403, reveal(other, ITEM).status(), "a purpose is each session's own");
        look(other, "classification", "");
        assertEquals(pictures.getLast(), java.util.Arrays.hashCode(reveal(other, ITEM).bytes()));
        look(other, "", "");
        assertEquals(2, HOUSE.media().exposure().clearness(MediaHouse.ANNE));
        assertEquals(0, HOUSE.media().exposure().clearness(MediaHouse.BRUNO));
        look(other, "classification", "0");
        look(visit, "", "");
        assertEquals(403, reveal(visit, ITEM).status());
    }

    @Test
    void beyond_a_limit_nothing_is_shown_until_a_head_lifts_it_for_an_urgency() throws IOException {
        Visit visit = HOUSE.fresh(MediaHouse.BRUNO);
        look(visit, "court-request", "0");
        long done = HOUSE.media().exposure().own(MediaHouse.BRUNO).lastDay();
        limits(MediaHouse.HEAD, Long.toString(done + 1), "45", "10");
        assertEquals(200, reveal(visit, ITEM).status());
        Got beyond = reveal(visit, ITEM);
        assertEquals(403, beyond.status());
        assertTrue(beyond.body().contains("limit"), beyond.body());
        assertFalse(picture(beyond.bytes()));
        lift(MediaHouse.HEAD, MediaHouse.BRUNO, "0", "the trial is tomorrow");
        lift(MediaHouse.HEAD, MediaHouse.BRUNO, "2", " ");
        lift(MediaHouse.HEAD, MediaHouse.HEAD, "2", "the trial is tomorrow");
        assertEquals(403, reveal(visit, ITEM).status());
        lift(MediaHouse.HEAD, MediaHouse.BRUNO, "2", "the trial is tomorrow");
        assertEquals(200, reveal(visit, ITEM).status());
        assertTrue(visit.get(MEDIA + "/exposure").body().contains("Lifted for you until"));
    }

    private static void limits(Actor head, String reveals, String stretch, String pause) {
        HOUSE.of(head)
                .post(
                        MEDIA + "/exposure/limits",
                        Map.of(
                                "reveals",
                                reveals,
                                "stretch",
                                stretch,
                                "pause",
                                pause,
                                "why",
                                "a hard week"));
    }

    private static void lift(Actor head, Actor whom, String hours, String urgency) {
        assertEquals(
                302,
                HOUSE.of(head)
                        .post(
                                MEDIA + "/exposure/lift",
                                Map.of("whom", whom.id(), "hours", hours, "urgency", urgency))
                        .status());
    }

    @Test
    void limits_that_make_no_sense_change_nothing() {
        Limits before = HOUSE.media().exposure().limits(MediaHouse.HEAD);
        limits(MediaHouse.HEAD, "-1", "45", "10");
        limits(MediaHouse.HEAD, "5", "0", "10");
        limits(MediaHouse.HEAD, "5", "45", "99999");
        HOUSE.of(MediaHouse.HEAD)
                .post(
                        MEDIA + "/exposure/limits",
                        Map.of("reveals", "5", "stretch", "45", "pause", "10", "why", " "));
        assertEquals(before, HOUSE.media().exposure().limits(MediaHouse.HEAD));
        limits(MediaHouse.HEAD, "299", "45", "10");
        assertNotEquals(before, HOUSE.media().exposure().limits(MediaHouse.HEAD));
    }

    @Test
    void who_is_not_assigned_is_asked_why_and_shown_nothing_before_they_say() {
        Visit head = HOUSE.fresh(MediaHouse.HEAD);
        String stack = MEDIA + "/items/" + ITEM;
        assertTrue(head.get(stack).body().contains("name=\"reason\""));
        assertFalse(HOUSE.fresh(MediaHouse.ANNE).get(stack).body().contains("name=\"reason\""));
        look(head, "classification", "0");
        assertTrue(head.get(MEDIA).text().contains("you are not assigned to this case"));
        assertEquals(403, reveal(head, ITEM).status());
        assertEquals(
                302,
                head.post(
                                MEDIA + "/looking",
                                Map.of("purpose", "classification", "reason", "Anne's doubt"))
                        .status());
        assertEquals(200, reveal(head, ITEM).status());
    }

    @Test
    void a_break_that_is_due_is_said_as_such() throws IOException {
        Visit visit = HOUSE.fresh(MediaHouse.ANNE);
        look(visit, "classification", "0");
        assertEquals(200, reveal(visit, ITEM).status());
        HOUSE.asOwner(
                "INSERT INTO vigie.exposure (actor, at, item, purpose) SELECT 'anne.petit',"
                        + " now() - make_interval(mins => n), '\\x00', 'classification'"
                        + " FROM generate_series(1, 50, 5) n");
        Got due = reveal(visit, ITEM);
        assertEquals(403, due.status());
        assertTrue(due.body().startsWith("A break is due."), due.body());
        HOUSE.asOwner("DELETE FROM vigie.exposure WHERE actor = 'anne.petit' AND case_id IS NULL");
    }

    @Test
    void a_day_on_which_fewer_than_three_people_looked_has_no_number() {
        HOUSE.asOwner(
                "INSERT INTO vigie.exposure (actor, at, case_id, item, purpose) SELECT b.who,"
                        + " now() - make_interval(days => b.ago), f.id, '\\x00', 'classification'"
                        + " FROM (VALUES ('anne.petit', 2), ('bruno.klein', 2), ('hana.weiss', 2),"
                        + " ('anne.petit', 3), ('anne.petit', 3)) b(who, ago), vigie.casefile f"
                        + " WHERE f.name = '"
                        + MediaHouse.GARDEN
                        + "'");
        String body = HOUSE.of(MediaHouse.HEAD).get(MEDIA + "/exposure").body();
        assertTrue(body.contains("<td class=\"n\">3</td><td class=\"n\">3</td>"), body);
        assertTrue(body.contains("fewer than three people: not stated"), body);
        HOUSE.asOwner("DELETE FROM vigie.exposure WHERE at < now() - interval '36 hours'");
    }

    @Test
    void a_sheet_holds_nobody_elses_numbers() throws IOException {
        Visit anne = HOUSE.fresh(MediaHouse.ANNE);
        look(anne, "classification", "0");
        assertEquals(200, reveal(anne, ITEM).status());
        String head = HOUSE.of(MediaHouse.HEAD).get(MEDIA + "/exposure").body();
        assertTrue(head.contains("files shown: 0; minutes: 0"), head);
        assertFalse(head.contains("anne.petit</td>"));
        String own = anne.get(MEDIA + "/exposure").body();
        assertFalse(own.contains("by day"));
        assertFalse(own.contains("Bruno"));
    }

    @Test
    void an_item_of_which_no_picture_can_be_had_is_answered_in_words() {
        Visit visit = HOUSE.fresh(MediaHouse.ANNE);
        look(visit, "classification", "0");
        int cut =
                HOUSE.stacks(MediaHouse.GARDEN, MediaHouse.ANNE).stream()
                        .flatMap(
                                line ->
                                        HOUSE
                                                .stack(
                                                        MediaHouse.GARDEN,
                                                        MediaHouse.ANNE,
                                                        line.stack())
                                                .members()
                                                .stream())
                        .filter(member -> member.unreadable() != null)
                        .findFirst()
                        .orElseThrow()
                        .item();
        Got got = reveal(visit, cut);
        assertEquals(409, got.status());
        assertTrue(got.body().contains("No picture"), got.body());
    }
}
