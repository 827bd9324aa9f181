package vigie.edition;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Set;
import java.util.TreeSet;

/// The addresses that an edition answers, as the methods of its pages declare them.
final class Routes {
    private static final String MAPPINGS = "org.springframework.web.bind.annotation.";

    private Routes() {}

    /// `GET /cases/{case}`, in order.
    static Set<String> of(JavaClasses classes) {
        Set<String> routes = new TreeSet<>();
        classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .forEach(method -> add(method, routes));
        return routes;
    }

    private static void add(JavaMethod method, Set<String> routes) {
        for (JavaAnnotation<JavaMethod> annotation : method.getAnnotations()) {
            String name = annotation.getRawType().getName();
            if (name.startsWith(MAPPINGS) && name.endsWith("Mapping")) {
                String verb =
                        annotation
                                .getRawType()
                                .getSimpleName()
                                .replace("Mapping", "")
                                .toUpperCase(java.util.Locale.ROOT);
                for (String property : new String[] {"value", "path"}) {
                    if (annotation.get(property).orElse("") instanceof String[] paths) {
                        for (String path : paths) {
                            routes.add(verb + " " + path);
                        }
                    }
                }
            }
        }
    }
}
