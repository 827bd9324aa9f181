package vigie.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// An office desk: a browser before the served sample, signed in once for all tests of the JVM.
final class Desk {
    static final String CASE = "demo-small";

    /// Machines that test are busy: five seconds, which are usual, are too few.
    private static final double PATIENCE_MILLIS = 20_000;

    private static final Desk ONE = make();

    private final Served served;
    private final Browser browser;
    private final String session;

    private Desk(Served served, Browser browser, String session) {
        this.served = served;
        this.browser = browser;
        this.session = session;
    }

    static Desk one() {
        return ONE;
    }

    private static Desk make() {
        try {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Served served = Served.start();
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser =
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()));
            String session;
            try (BrowserContext first = browser.newContext()) {
                first.newPage().navigate(served.link());
                session = first.storageState();
            }
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> {
                                        try {
                                            served.close();
                                        } catch (IOException left) {
                                            throw new UncheckedIOException(left);
                                        }
                                    }));
            return new Desk(served, browser, session);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the browser tests need chromium (Debian and Ubuntu: apt install chromium)"));
    }

    /// How somebody looks at the pages.
    record Eyes(int width, int height, ColorScheme colours, boolean script, boolean forced) {
        static final Eyes OFFICE = new Eyes(1366, 850, ColorScheme.LIGHT, true, false);
        static final Eyes DARK = new Eyes(1366, 850, ColorScheme.DARK, true, false);
        static final Eyes NARROW = new Eyes(320, 640, ColorScheme.LIGHT, true, false);
        static final Eyes PLAIN = new Eyes(1366, 850, ColorScheme.LIGHT, false, false);
        static final Eyes FORCED = new Eyes(1366, 850, ColorScheme.DARK, true, true);
    }

    /// A fresh page of the signed-in user; what its console says is collected.
    Sheet open(Eyes eyes) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setStorageState(session)
                                .setViewportSize(eyes.width(), eyes.height())
                                .setColorScheme(eyes.colours())
                                .setForcedColors(
                                        eyes.forced() ? ForcedColors.ACTIVE : ForcedColors.NONE)
                                .setJavaScriptEnabled(eyes.script())
                                .setLocale("en-GB"));
        return new Sheet(context, served.address());
    }

    /// A fresh page before another server, signed in by its link.
    Sheet at(Served other) {
        Sheet sheet = new Sheet(browser.newContext(), other.address());
        sheet.page().navigate(other.link());
        return sheet;
    }

    /// A fresh page of somebody who is not signed in.
    Sheet outside() {
        return new Sheet(browser.newContext(), served.address());
    }

    /// A page and what its console said.
    static final class Sheet implements AutoCloseable {
        private static final String AXE = axe();

        private final BrowserContext context;
        private final Page page;
        private final String address;
        private final List<String> console = new ArrayList<>();

        Sheet(BrowserContext context, String address) {
            this.context = context;
            this.page = context.newPage();
            this.address = address;
            page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
            page.onPageError(console::add);
        }

        Page page() {
            return page;
        }

        List<String> console() {
            return console;
        }

        /// Goes to a path of the server.
        Sheet to(String path) {
            page.navigate(address + path.replaceFirst("^/", ""));
            return this;
        }

        /// Chooses the language of the pages, for the user.
        Sheet in(String language) {
            to("/me");
            page.locator("input[name=language][value=" + language + "]").check();
            page.locator("main button").click();
            return this;
        }

        /// What axe-core finds wrong by WCAG 2.2 AA and its best practices, one line each.
        List<String> faults() {
            page.evaluate(AXE);
            Object found =
                    page.evaluate(
                            """
                            () => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',
                                'wcag21aa', 'wcag22aa', 'best-practice']}).then(result =>
                                result.violations.flatMap(violation => violation.nodes.map(node =>
                                    violation.id + ': ' + node.target.join(' ') + ' ' + node.html.slice(0, 160))))""");
            List<String> faults = new ArrayList<>();
            if (found instanceof List<?> lines) {
                lines.forEach(line -> faults.add(String.valueOf(line)));
            }
            return faults;
        }

        /// Elements that stick out of the page at its side, which a reader would have to scroll to.
        List<String> overflowing() {
            Object found =
                    page.evaluate(
                            """
                            () => {
                                const wide = document.documentElement.scrollWidth;
                                const seen = document.documentElement.clientWidth;
                                if (wide <= seen) return [];
                                return [...document.querySelectorAll('body *')].filter(element => {
                                    const box = element.getBoundingClientRect();
                                    return (box.right > seen + 1 || box.left < -1)
                                        && getComputedStyle(element).position !== 'absolute'
                                        && !element.closest('.wide, .drawing, pre, .unseen, .skip');
                                }).slice(0, 5).map(element => element.outerHTML.slice(0, 120));
                            }""");
            List<String> wide = new ArrayList<>();
            if (found instanceof List<?> lines) {
                lines.forEach(line -> wide.add(String.valueOf(line)));
            }
            return wide;
        }

        /// Controls smaller than 24 by 24 CSS pixels that no sentence holds (WCAG 2.5.8).
        List<String> small() {
            Object found =
                    page.evaluate(
                            """
                            () => [...document.querySelectorAll('a, button, input, select, textarea, summary')]
                                .filter(element => {
                                    const box = element.getBoundingClientRect();
                                    if (!box.width || !box.height) return false;
                                    if (element.closest('.unseen, .skip, dialog:not([open])')) return false;
                                    if (element.matches('.unseen, .skip')) return false;
                                    const inline = getComputedStyle(element).display === 'inline';
                                    return !inline && (box.width < 23.5 || box.height < 23.5);
                                }).slice(0, 8).map(element => element.outerHTML.slice(0, 120))""");
            List<String> small = new ArrayList<>();
            if (found instanceof List<?> lines) {
                lines.forEach(line -> small.add(String.valueOf(line)));
            }
            return small;
        }

        /// Keeps a picture of the page among what the build makes; one of the tour, where pictures
        /// are asked for, in the manual.
        void keep(String name) {
            boolean draw = Boolean.getBoolean("vigie.draw") && name.matches("(fr|en)-[0-9].*");
            Path folder = Path.of(draw ? "../docs/manual/tour" : "target/screens");
            page.screenshot(
                    new Page.ScreenshotOptions()
                            // Else the driver adds a style of its own, which the policy forbids.
                            .setCaret(ScreenshotCaret.INITIAL)
                            .setPath(folder.resolve(name + ".png")));
        }

        private static String axe() {
            try (InputStream in = Desk.class.getResourceAsStream("/axe.min.js")) {
                if (in == null) {
                    throw new IllegalStateException("axe-core is not on the path");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
