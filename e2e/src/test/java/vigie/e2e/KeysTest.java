package vigie.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vigie.e2e.Desk.Eyes;
import vigie.e2e.Desk.Sheet;

/// Single keys, as a user chooses them (WCAG 2.1.4).
class KeysTest {
    private static final String SEARCH = "/cases/" + Desk.CASE + "/search?q=in:football";

    @Test
    void keys_of_ones_own_act_and_those_they_replace_do_not() {
        try (Sheet sheet = Desk.one().open(Eyes.OFFICE)) {
            Page page = sheet.in("en").to("/keys").page();
            page.locator("#key-next").fill("x");
            page.locator("#key-later").fill("");
            page.locator("#key-ledger").fill("y");
            page.locator("main button").first().click();
            assertThat(page.locator("#said")).isVisible();

            sheet.to(SEARCH);
            page.keyboard().press("j");
            assertThat(page.locator(".rows > li.now")).hasCount(0);
            page.keyboard().press("x");
            assertThat(page.locator(".rows > li.now")).hasCount(1);
            page.keyboard().press("Enter");
            assertThat(page.locator("#item .message.this")).isVisible();
            assertThat(page.locator("#reasons button[value=later] kbd")).hasCount(0);
            page.keyboard().press("3");
            assertThat(page.locator("#reasons .chip.on")).hasCount(0);
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).containsText("x");
            page.keyboard().press("Escape");
            page.keyboard().press("g");
            page.keyboard().press("y");
            page.waitForURL(Pattern.compile(".*/ledger$"));
            assertEquals(java.util.List.of(), sheet.console());
            assertEquals(
                    0,
                    page.evaluate("() => localStorage.length + sessionStorage.length"),
                    "nothing is kept in the browser");
        } finally {
            usual();
        }
    }

    @Test
    void keys_are_chosen_without_script() {
        try (Sheet sheet = Desk.one().open(Eyes.PLAIN)) {
            Page page = sheet.to("/keys").page();
            page.locator("#key-next").fill("k");
            page.locator("main button").first().click();
            assertThat(page.locator("main [role=alert]")).isVisible();
            page.locator("#key-next").fill("x");
            page.locator("main button").first().click();
            assertThat(page.locator("#key-next")).hasValue("x");
        } finally {
            usual();
        }
    }

    @Test
    void a_tag_for_several_messages_is_given_by_enter_and_taken_back_at_once() {
        try (Sheet sheet = Desk.one().open(Eyes.OFFICE)) {
            Page page = sheet.in("en").to(SEARCH).page();
            page.locator("input[name=row]").nth(2).check();
            page.locator("input[name=row]").nth(3).check();
            page.locator("#bulk-tag").fill("seeds");
            page.locator("#bulk-tag").press("Enter");
            assertThat(page.locator("#said")).containsText("2");
            assertThat(page.locator(".rows .chip:has-text(\"seeds\")")).hasCount(2);
            page.locator("#said button").click();
            assertThat(page.locator(".rows .chip:has-text(\"seeds\")")).hasCount(0);
            page.locator("input[name=row]").nth(2).press("Enter");
            assertThat(page.locator(".rows .chip")).hasCount(0);
        }
    }

    private static void usual() {
        try (Sheet sheet = Desk.one().open(Eyes.OFFICE)) {
            sheet.to("/keys").page().locator("button[name=usual]").click();
            assertThat(sheet.page().locator("#key-next")).hasValue("j");
        }
    }
}
