package vigie.web;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;

/// What the server answered.
///
/// @param headers by their names in lower case
public record Answer(int status, Map<String, String> headers, String body) {
    /// An element of a page.
    public record Element(String name, Map<String, String> attributes) {
        /// An attribute's value, or "".
        public String of(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }
    }

    static Answer of(HttpResponse<String> response, URI address) {
        Map<String, String> headers = new TreeMap<>();
        headers.put(":own", address.toString());
        response.headers()
                .map()
                .forEach(
                        (name, values) ->
                                headers.put(
                                        name.toLowerCase(java.util.Locale.ROOT),
                                        String.join(", ", values)));
        return new Answer(response.statusCode(), headers, response.body());
    }

    /// A header's value, or "".
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /// Where it leads, or ""; within the same server without its name.
    public String location() {
        String own = header(":own");
        String location = header("location");
        return location.startsWith(own) ? location.substring(own.length() - 1) : location;
    }

    /// The elements of the page, in its order.
    public List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        parse(
                new AbstractSimpleMarkupHandler() {
                    @Override
                    public void handleOpenElement(
                            String name,
                            @Nullable Map<String, String> attributes,
                            int line,
                            int col) {
                        elements.add(element(name, attributes));
                    }

                    @Override
                    public void handleStandaloneElement(
                            String name,
                            @Nullable Map<String, String> attributes,
                            boolean minimized,
                            int line,
                            int col) {
                        elements.add(element(name, attributes));
                    }
                });
        return elements;
    }

    private void parse(AbstractSimpleMarkupHandler handler) {
        try {
            new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(body, handler);
        } catch (ParseException broken) {
            throw new AssertionError("not a page: " + body, broken);
        }
    }

    private static Element element(String name, @Nullable Map<String, String> attributes) {
        return new Element(name, attributes == null ? Map.of() : Map.copyOf(attributes));
    }

    /// The text of the page with its references resolved.
    public String text() {
        StringBuilder text = new StringBuilder();
        parse(
                new AbstractSimpleMarkupHandler() {
                    @Override
                    public void handleText(
                            char[] buffer, int offset, int length, int line, int col) {
                        text.append(buffer, offset, length);
                    }
                });
        return resolved(text.toString());
    }

    /// A text with its references resolved.
    public static String resolved(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
