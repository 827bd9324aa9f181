package vigie.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vigie.e2e.Desk.Eyes;
import vigie.e2e.Desk.Sheet;

/// The Media screen as a browser meets it: nothing of the case is seen before somebody asks.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MediaTest {
    private static final String MEDIA = "/cases/" + Desk.CASE + "/media";
    private static final List<String> LANGUAGES = List.of("fr", "ar", "en");

    /// Answers that are pictures, but those that belong to the interface.
    private static List<String> pictures(Page page) {
        List<String> pictures = new ArrayList<>();
        page.onResponse(
                answer -> {
                    if (!answer.url().contains("/assets/") && picture(answer)) {
                        pictures.add(answer.request().method() + " " + answer.url());
                    }
                });
        return pictures;
    }

    private static boolean picture(Response answer) {
        String type = answer.headers().getOrDefault("content-type", "");
        return type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/");
    }

    private static boolean magic(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
        return head.startsWith("\u00ff\u00d8\u00ff")
                || head.startsWith("\u0089PNG")
                || head.startsWith("GIF8")
                || head.startsWith("RIFF") && head.endsWith("WEBP");
    }

    @Test
    @Order(1)
    void no_picture_of_the_case_was_sent_before_one_is_revealed_by_key() {
        try (Sheet sheet = Desk.one().open(Eyes.OFFICE)) {
            Page page = sheet.in("en").page();
            List<String> pictures = pictures(page);
            sheet.to(MEDIA);
            for (String find : List.of("alert", "conflict", "similar", "unseen", "known")) {
                sheet.to(MEDIA + "?find=" + find);
            }
            Response list = page.navigate(page.url());
            assertTrue(list != null && !magic(list.body()));
            sheet.to(MEDIA);
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            assertThat(page.locator("#found")).isVisible();
            assertThat(page.locator("[data-reveal]")).hasCount(0);
            page.keyboard().press("r");
            // The sample's user is assigned to the case: no reason is asked of them.
            assertThat(page.locator("#looking-reason")).hasCount(0);
            choose(page, "0");
            assertThat(page.locator("[data-reveal]")).isVisible();
            assertThat(page.locator("main img, main canvas, main video, main audio")).hasCount(0);
            assertEquals(List.of(), pictures);

            page.keyboard().down("r");
            assertThat(page.locator("[data-frame] canvas")).isVisible();
            assertEquals(1, pictures.size(), pictures.toString());
            assertTrue(pictures.getFirst().startsWith("POST "), pictures.toString());
            assertTrue(pictures.getFirst().endsWith("/reveal"), pictures.toString());
            page.keyboard().up("r");
            assertThat(page.locator("[data-frame] canvas")).hasCount(0);

            page.keyboard().down("r");
            assertThat(page.locator("[data-frame] canvas")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("[data-frame] canvas")).hasCount(0);
            page.keyboard().up("r");
            assertEquals(2, pictures.size(), pictures.toString());
            assertEquals(List.of(), sheet.console());
        }
    }

    @Test
    void a_category_is_decided_by_digit_and_undone_by_key() {
        try (Sheet sheet = Desk.one().open(Eyes.OFFICE)) {
            Page page = sheet.in("en").to(MEDIA).page();
            page.locator(".rows a.whole").first().click();
            assertThat(page.locator("#found")).isVisible();
            String first = page.url();
            page.keyboard().press("0");
            assertThat(page.locator(".said")).containsText("Entered");
            assertTrue(!page.url().equals(first), first);
            page.keyboard().press("u");
            assertThat(page.locator(".said")).isVisible();
            assertEquals(first, page.url());
            assertThat(page.locator("#reasons .chip.on")).hasCount(0);
        }
    }

    @Test
    void without_script_one_file_is_shown_by_a_confirmed_form() {
        try (Sheet sheet = Desk.one().open(Eyes.PLAIN)) {
            Page page = sheet.to(MEDIA).page();
            page.locator(".rows a.whole").first().click();
            if (!page.locator(".looking form .acts button").isVisible()) {
                page.locator(".looking > summary").click();
            }
            choose(page, "0");
            page.locator(".veil .line a").click();
            assertThat(page.locator("main h1")).isVisible();
            page.locator("[data-toggle]").click();
            page.waitForURL("**/reveal");
            page.goBack();
            assertThat(page.locator("main h1")).isVisible();
        }
    }

    /// Says what for and how clearly.
    private static void choose(Page page, String clear) {
        page.locator("input[name=purpose][value=classification]").check();
        page.locator("input[name=clear][value='" + clear + "']").check();
        page.locator(".looking form .acts button").click();
    }

    @Test
    void how_clearly_stays_for_the_next_session_and_what_for_does_not() {
        try (Sheet sheet = Desk.one().open(Eyes.OFFICE)) {
            Page page = sheet.in("en").to(MEDIA).page();
            page.locator(".rows a.whole").first().click();
            if (!page.locator(".looking form .acts button").isVisible()) {
                page.locator(".looking > summary").click();
            }
            choose(page, "1");
            assertThat(page.locator(".looking > summary")).containsText("a little blurred");
            page.locator(".looking > summary").click();
            page.locator(".looking > form button.plain").click();
            assertThat(page.locator("[data-reveal]")).hasCount(0);
            assertThat(page.locator("input[name=clear][value='1']")).isChecked();
            choose(page, "0");
            assertThat(page.locator("input[name=clear][value='0']")).isChecked();
        }
    }

    @Test
    void categories_are_called_in_the_language_of_the_page() {
        try (Sheet sheet = Desk.one().open(Eyes.OFFICE)) {
            for (String[] said :
                    List.of(
                            new String[] {"fr", "Hors baseline"},
                            new String[] {"ar", "خارج خط الأساس"},
                            new String[] {"en", "Not baseline"})) {
                Page page = sheet.in(said[0]).to(MEDIA).page();
                page.locator(".rows a.whole").first().click();
                assertThat(page.locator("#reasons .choices")).containsText(said[1]);
            }
        }
    }

    @Test
    void axe_finds_nothing_and_nothing_sticks_out_in_any_language() {
        List<String> faults = new ArrayList<>();
        for (Eyes eyes : List.of(Eyes.OFFICE, Eyes.DARK, Eyes.NARROW)) {
            try (Sheet sheet = Desk.one().open(eyes)) {
                for (String language : LANGUAGES) {
                    Page page = sheet.in(language).to(MEDIA).page();
                    look(sheet, faults, language, "list");
                    page.locator(".rows a.whole").first().click();
                    look(sheet, faults, language, "stack");
                    page.locator("#item .history a").first().click();
                    look(sheet, faults, language, "item");
                    sheet.to(MEDIA + "/exposure");
                    look(sheet, faults, language, "exposure");
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    private static void look(Sheet sheet, List<String> faults, String language, String what) {
        int width = sheet.page().viewportSize().width;
        String name = "media-" + what + "-" + language + "-" + width;
        sheet.keep(name);
        sheet.faults().forEach(fault -> faults.add(name + " " + fault));
        sheet.overflowing().forEach(element -> faults.add(name + " wide " + element));
        sheet.small().forEach(element -> faults.add(name + " small " + element));
    }
}
