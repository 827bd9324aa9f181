package vigie.web.template;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.util.ExpressionUtils;

/// A method by its name and number of arguments, found once for each class that has it. What the
/// template engine forbids to call, what nobody outside may call, and what several methods could
/// be, is not found.
final class Method {
    private final String name;
    private final int arguments;
    private final Map<Class<?>, Optional<MethodHandle>> found = new ConcurrentHashMap<>();

    Method(String name, int arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    /// Calls it.
    ///
    /// @param values the target, then the arguments
    @Nullable Object call(Object target, @Nullable Object[] values) {
        Optional<MethodHandle> handle = found.get(target.getClass());
        if (handle == null) {
            handle = find(target);
            found.put(target.getClass(), handle);
        }
        if (handle.isEmpty()) {
            return Plain.UNSURE;
        }
        try {
            return handle.get().invokeExact(values);
        } catch (ClassCastException | NullPointerException _) {
            // An argument that wants converting, or a fault of the method: evaluated anew, it is
            // converted, or fails with the template's name.
            return Plain.UNSURE;
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Optional<MethodHandle> find(Object target) {
        if (target instanceof Class<?>
                || name.equals("getClass")
                || ExpressionUtils.isMemberForbidden(target, name)) {
            return Optional.empty();
        }
        List<java.lang.reflect.Method> named = new ArrayList<>();
        for (java.lang.reflect.Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == arguments
                    && !method.isVarArgs()
                    && !method.isBridge()
                    && !Modifier.isStatic(method.getModifiers())) {
                named.add(method);
            }
        }
        if (named.size() != 1) {
            return Optional.empty();
        }
        java.lang.reflect.Method open = open(target.getClass(), named.getFirst());
        if (open == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    MethodHandles.publicLookup()
                            .unreflect(open)
                            .asType(MethodType.genericMethodType(arguments + 1))
                            .asSpreader(Object[].class, arguments + 1));
        } catch (IllegalAccessException _) {
            return Optional.empty();
        }
    }

    /// The same method where a public class or interface has it.
    private static java.lang.reflect.@Nullable Method open(
            Class<?> type, java.lang.reflect.Method method) {
        if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
            return method;
        }
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            for (Class<?> face : one.getInterfaces()) {
                java.lang.reflect.Method open = declared(face, method);
                if (open != null) {
                    return open;
                }
            }
        }
        return null;
    }

    private static java.lang.reflect.@Nullable Method declared(
            Class<?> face, java.lang.reflect.Method method) {
        if (!Modifier.isPublic(face.getModifiers())) {
            return null;
        }
        try {
            return face.getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException _) {
            return null;
        }
    }
}
