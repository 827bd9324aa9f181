package vigie.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.e2e.Desk.Eyes;
import vigie.e2e.Desk.Sheet;

/// The tour of the manual, walked in each language; the pictures that it leaves are those of the
/// manual.
class TourTest {
    private static final String HOME = "/cases/" + Desk.CASE;

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "ar"})
    void an_investigator_reads_searches_decides_and_verifies(String language) {
        try (Sheet sheet = Desk.one().open(Eyes.OFFICE)) {
            Page page = sheet.in(language).page();
            assertEquals(language, page.locator("html").getAttribute("lang"));
            assertEquals(
                    language.equals("ar") ? "rtl" : "ltr",
                    page.locator("html").getAttribute("dir"));

            sheet.to("/");
            assertThat(page.locator("main h1")).isVisible();
            sheet.keep(language + "-1-desk");

            page.locator(".cases h2 a").first().click();
            assertThat(page.locator(".figures dd").first()).isVisible();
            sheet.keep(language + "-2-case");

            page.keyboard().press("/");
            page.keyboard().type("tomate OR jardin OR garden");
            page.keyboard().press("Enter");
            assertThat(page.locator(".rows mark").first()).isVisible();
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            assertThat(page.locator("#item .message.this")).isVisible();
            sheet.keep(language + "-3-search");

            page.keyboard().press("1");
            assertThat(page.locator("#reasons .chip.on").first()).isVisible();
            String decided = page.locator(".said").innerText();
            assertTrue(Pattern.compile("\\d").matcher(decided).find(), decided);
            sheet.keep(language + "-4-decision");
            page.keyboard().press("u");
            assertThat(page.locator("#reasons button[value=relevant]"))
                    .hasAttribute("aria-pressed", "false");

            page.locator("#reasons details").first().evaluate("it => { it.open = true; }");
            page.locator("#tr-words").fill("Des tomates pour samedi.");
            page.locator("#tr-lang").selectOption("fr");
            page.locator("form:has(#tr-words) button").click();
            assertThat(page.locator("#reasons .quoted .text").first())
                    .containsText("Des tomates pour samedi.");

            page.locator("nav [data-go=ledger]").click();
            assertThat(page.locator(".rows li").first()).isVisible();
            sheet.keep(language + "-5-ledger");
            page.locator(".rows a").first().click();
            assertThat(page.locator("pre")).isVisible();

            sheet.to(HOME + "/ledger/checkpoint");
            sheet.keep(language + "-6-checkpoint");

            sheet.to(HOME + "/verify");
            page.locator("main form button").click();
            page.waitForSelector("#verification .note:not(.warn)");
            sheet.keep(language + "-7-verify");
            assertEquals(java.util.List.of(), sheet.console());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "ar"})
    void the_four_screens_stand_in_the_dark_and_on_a_telephone(String language) {
        try (Sheet sheet = Desk.one().open(Eyes.DARK)) {
            sheet.in(language);
            sheet.to(HOME);
            sheet.keep(language + "-dark-case");
            sheet.to(HOME + "/search?q=tomate*");
            sheet.page().locator(".rows a.whole").first().click();
            assertThat(sheet.page().locator("#item .message.this")).isVisible();
            sheet.keep(language + "-dark-search");
        }
        try (Sheet sheet = Desk.one().open(Eyes.NARROW)) {
            sheet.to("/");
            sheet.keep(language + "-narrow-desk");
            sheet.to(HOME);
            sheet.keep(language + "-narrow-case");
            sheet.to(HOME + "/search?q=tomate*");
            sheet.keep(language + "-narrow-search");
            sheet.to(HOME + "/ledger");
            sheet.keep(language + "-narrow-ledger");
        }
    }

    @org.junit.jupiter.api.Test
    void the_palette_and_the_keys_are_reached_by_keyboard_alone() {
        try (Sheet sheet = Desk.one().open(Eyes.OFFICE)) {
            Page page = sheet.in("en").to(HOME).page();
            page.keyboard().press("Control+k");
            assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
            page.keyboard().type("ledger");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/ledger$"));
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            page.keyboard().press("Escape");
            page.keyboard().press("g");
            page.keyboard().press("s");
            page.waitForURL(Pattern.compile(".*/search$"));
            page.keyboard().press("g");
            page.keyboard().press("d");
            page.waitForURL(Pattern.compile(".*:\\d+/$"));
        }
    }

    @org.junit.jupiter.api.Test
    void everything_but_live_progress_works_without_script() {
        try (Sheet sheet = Desk.one().open(Eyes.PLAIN)) {
            Page page = sheet.to(HOME).page();
            page.locator(".find input").fill("tomate*");
            page.locator(".find input").press("Enter");
            page.locator(".rows a.whole").first().click();
            assertThat(page.locator("#item .message.this")).isVisible();
            page.locator("#reasons button[value=later]").click();
            assertThat(page.locator("#reasons button[value=later]"))
                    .hasAttribute("aria-pressed", "true");
            page.locator("#reasons button[data-key=undo]").click();
            assertThat(page.locator("#reasons button[value=later]"))
                    .hasAttribute("aria-pressed", "false");
            page.locator("input[name=row]").nth(0).check();
            page.locator("input[name=row]").nth(1).check();
            page.locator("#bulk .acts button[value=later]").click();
            assertThat(page.locator(".said")).isVisible();
            sheet.to("/palette");
            page.locator(".sheet .commands a").first().click();
            assertThat(page.locator("main h1")).isVisible();
        }
    }
}
