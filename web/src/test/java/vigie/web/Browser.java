package vigie.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A browser without script: keeps cookies, follows nothing, sends the token of its last page.
public final class Browser {
    private final URI address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(cookies)
                    .build();
    private @Nullable String token;

    Browser(URI address) {
        this.address = address;
    }

    /// Asks for a page.
    ///
    /// @param headers names and values in turn
    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /// Sends a form with the token that its page holds.
    public Answer post(String path, Map<String, String> fields, String... headers) {
        return form(path, encoded(fields) + "&_csrf=" + encoded(token()), headers);
    }

    /// Sends a form as it is.
    public Answer form(String path, String form, String... headers) {
        Answer answer =
                send(
                        request(path, headers)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (path.equals("/sign-in") || path.equals("/sign-out")) {
            token = null;
        }
        return answer;
    }

    /// Sends a form with files, its token in a header.
    public Answer upload(String path, String parts, String boundary) {
        return send(
                request(path, "X-CSRF-TOKEN", token())
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(parts)));
    }

    /// The token that forms of this session carry.
    public String token() {
        String known = token;
        if (known == null) {
            Answer page = get("/me");
            known = field(page.status() == 200 ? page : get("/sign-in"), "_csrf");
            token = known;
        }
        return known;
    }

    /// The value of a page's field.
    public static String field(Answer page, String name) {
        return page.elements().stream()
                .filter(element -> element.of("name").equals(name))
                .map(element -> element.of("value"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + name + " in " + page.body()));
    }

    /// The cookies that the browser holds.
    public List<HttpCookie> cookies() {
        return List.copyOf(cookies.getCookieStore().getCookies());
    }

    /// The value of a cookie, or "".
    public String cookie(String name) {
        return cookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /// Plants a cookie.
    public void plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(address, cookie);
        token = null;
    }

    /// Forgets the session, as a browser does when it was closed.
    public void forget() {
        cookies().stream()
                .filter(cookie -> cookie.getName().equals("vigie"))
                .forEach(cookie -> cookies.getCookieStore().remove(address, cookie));
        token = null;
    }

    /// A form's fields.
    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /// A value as forms and addresses hold it.
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path.substring(1)))
                        .header("Accept-Language", "en");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(
                    client.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)),
                    address);
        } catch (IOException failed) {
            throw new UncheckedIOException(request.build().uri().toString(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
