package vigie.web;

import java.util.List;
import org.springframework.web.bind.annotation.RequestMethod;

/// Every address that the server answers, asked of the server itself.
///
/// @param method  how it is asked
/// @param pattern with its variables
record Routes(RequestMethod method, String pattern) {
    /// All of them, but where errors are shown.
    static List<Routes> all(House house) {
        return house.server().routes().getHandlerMethods().keySet().stream()
                .flatMap(
                        mapping ->
                                mapping.getPatternValues().stream()
                                        .filter(pattern -> !pattern.equals("/error"))
                                        .flatMap(
                                                pattern ->
                                                        mapping
                                                                .getMethodsCondition()
                                                                .getMethods()
                                                                .stream()
                                                                .map(
                                                                        method ->
                                                                                new Routes(
                                                                                        method,
                                                                                        pattern))))
                .sorted(java.util.Comparator.comparing(Routes::toString))
                .toList();
    }

    /// Those of a case.
    static List<Routes> ofCases(House house) {
        return all(house).stream().filter(route -> route.pattern.contains("{case}")).toList();
    }

    boolean posts() {
        return method == RequestMethod.POST;
    }

    /// The address for a case, its other variables filled with what there is in each case.
    String address(String caseName, String row) {
        String filled =
                pattern.replace("{case}", caseName)
                        .replace("{row}", row)
                        .replace("{list}", "contacts")
                        .replace("{token}", "none")
                        .replace("{actor}", House.ANNE.id())
                        .replaceAll("\\{(number|seq|entry)}", "1");
        if (filled.contains("{")) {
            throw new IllegalStateException("what stands for " + filled + "?");
        }
        return filled;
    }
}
