package vigie.web.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A browser without script that keeps the bytes of every answer.
final class Visit {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .build();
    private @Nullable String token;

    Visit(URI address) {
        this.address = address;
    }

    /// What the server answered.
    static final class Got {
        private final int status;
        private final Map<String, String> headers;
        private final byte[] bytes;

        private Got(int status, Map<String, String> headers, byte[] bytes) {
            this.status = status;
            this.headers = Map.copyOf(headers);
            this.bytes = bytes;
        }

        int status() {
            return status;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /// The body with its references resolved.
        String text() {
            return body().replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
        }

        @Override
        public String toString() {
            return status + " " + headers;
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /// Where it leads, without the server's name.
        String location() {
            return header("location").replaceFirst("^https?://[^/]+", "");
        }
    }

    Got get(String path) {
        return send(request(path).GET());
    }

    /// Sends a form with the token of this session.
    Got post(String path, Map<String, String> fields) {
        return form(path, encoded(fields) + "&_csrf=" + encoded(token()));
    }

    /// Sends a form as it is.
    Got form(String path, String form) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String token() {
        String known = token;
        if (known == null) {
            Matcher found = TOKEN.matcher(get("/me").body());
            if (!found.find()) {
                throw new AssertionError("no token");
            }
            known = String.valueOf(found.group(1));
            token = known;
        }
        return known;
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path.substring(1)))
                .header("Accept-Language", "en");
    }

    private Got send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Got(
                    answer.statusCode(),
                    answer.headers().map().entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey,
                                            entry -> String.join(", ", entry.getValue()))),
                    answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
