package vigie.web;

import java.util.List;
import org.springframework.web.bind.annotation.RequestMethod;

/// The addresses of the Media screen, asked of the server itself.
public final class MediaRoutes {
    /// How an address is asked, and with its variables.
    public record Route(boolean posts, String pattern) {
        /// The address in a case, for one stack and one item.
        public String address(String caseName, int stack, int item) {
            String filled =
                    pattern.replace("{case}", caseName)
                            .replace("{stack}", Integer.toString(stack))
                            .replace("{item}", Integer.toString(item));
            if (filled.contains("{")) {
                throw new IllegalStateException("what stands for " + filled + "?");
            }
            return filled;
        }
    }

    private MediaRoutes() {}

    /// All of them.
    public static List<Route> of(Server server) {
        return server.routes().getHandlerMethods().keySet().stream()
                .flatMap(
                        mapping ->
                                mapping.getPatternValues().stream()
                                        .filter(pattern -> pattern.contains("/media"))
                                        .map(
                                                pattern ->
                                                        new Route(
                                                                mapping.getMethodsCondition()
                                                                        .getMethods()
                                                                        .contains(
                                                                                RequestMethod.POST),
                                                                pattern)))
                .sorted(java.util.Comparator.comparing(Route::toString))
                .toList();
    }
}
