package vigie.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vigie.e2e.Desk.Eyes;
import vigie.e2e.Desk.Sheet;

/// Every page, as every kind of user looks at it.
class PagesTest {
    private static final String HOME = "/cases/" + Desk.CASE;

    /// Every page of the interface that a link leads to.
    static final List<String> PAGES =
            List.of(
                    "/",
                    "/me",
                    "/me/proof",
                    "/keys",
                    "/palette",
                    "/search-help",
                    HOME,
                    HOME + "?as=table",
                    HOME + "/conversations",
                    HOME + "/conversations/1",
                    HOME + "/conversations/2/gaps",
                    HOME + "/accounts",
                    HOME + "/accounts/1",
                    HOME + "/exhibits",
                    HOME + "/exhibits?which=unread",
                    HOME + "/own/contacts",
                    HOME + "/own/sessions",
                    HOME + "/own/media",
                    HOME + "/own/unknown",
                    HOME + "/members",
                    HOME + "/purpose",
                    HOME + "/search",
                    HOME + "/search?q=zzzzzz",
                    HOME + "/search?q=%22never",
                    HOME + "/search?q=before%3Asoon",
                    HOME + "/searches",
                    HOME + "/ledger",
                    HOME + "/ledger/3",
                    HOME + "/ledger/checkpoint",
                    HOME + "/verify",
                    HOME + "/media",
                    HOME + "/media?find=known",
                    HOME + "/media/exposure",
                    "/cases/none-of-mine");

    @Test
    void axe_finds_nothing_in_any_language() {
        List<String> faults = new ArrayList<>();
        try (Sheet sheet = Desk.one().open(Eyes.OFFICE)) {
            for (String language : List.of("fr", "ar", "en")) {
                sheet.in(language);
                for (String page : PAGES) {
                    for (String fault : sheet.to(page).faults()) {
                        faults.add(language + " " + page + " " + fault);
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void axe_finds_nothing_in_the_dark() {
        List<String> faults = new ArrayList<>();
        try (Sheet sheet = Desk.one().open(Eyes.DARK)) {
            for (String page : PAGES) {
                for (String fault : sheet.to(page).faults()) {
                    faults.add(page + " " + fault);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void nothing_sticks_out_at_320_pixels_in_any_language() {
        List<String> wide = new ArrayList<>();
        try (Sheet sheet = Desk.one().open(Eyes.NARROW)) {
            for (String language : List.of("fr", "ar", "en")) {
                sheet.in(language);
                for (String page : PAGES) {
                    for (String element : sheet.to(page).overflowing()) {
                        wide.add(language + " " + page + " " + element);
                    }
                }
            }
        }
        assertEquals(List.of(), wide);
    }

    @Test
    void nothing_sticks_out_at_200_percent() {
        List<String> wide = new ArrayList<>();
        try (Sheet sheet =
                Desk.one()
                        .open(
                                new Eyes(
                                        683,
                                        425,
                                        com.microsoft.playwright.options.ColorScheme.LIGHT,
                                        true,
                                        false))) {
            for (String page : PAGES) {
                for (String element : sheet.to(page).overflowing()) {
                    wide.add(page + " " + element);
                }
            }
        }
        assertEquals(List.of(), wide);
    }

    @Test
    void every_control_is_large_enough_to_hit() {
        List<String> small = new ArrayList<>();
        try (Sheet sheet = Desk.one().open(Eyes.OFFICE)) {
            for (String page : PAGES) {
                for (String element : sheet.to(page).small()) {
                    small.add(page + " " + element);
                }
            }
        }
        assertEquals(List.of(), small);
    }

    @Test
    void no_page_breaks_the_policy_or_its_scripts() {
        List<String> said = new ArrayList<>();
        try (Sheet sheet = Desk.one().open(Eyes.FORCED)) {
            for (String page : PAGES) {
                if (page.startsWith("/cases/none")) {
                    continue;
                }
                sheet.to(page);
            }
            said.addAll(sheet.console());
        }
        assertEquals(List.of(), said);
    }

    @Test
    void a_page_weighs_at_most_60_kilobytes() {
        List<String> heavy = new ArrayList<>();
        try (Sheet sheet = Desk.one().open(Eyes.OFFICE)) {
            long[] bytes = {0};
            sheet.page()
                    .onRequestFinished(
                            request -> {
                                if (!request.url().endsWith(".woff2")) {
                                    bytes[0] += request.sizes().responseBodySize;
                                }
                            });
            for (String page : PAGES) {
                bytes[0] = 0;
                sheet.to(page);
                if (bytes[0] > 60_000) {
                    heavy.add(String.format(Locale.ROOT, "%s %d", page, bytes[0]));
                }
            }
        }
        assertEquals(List.of(), heavy);
    }
}
