package vigie.web.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the expressions that are plain; of any other, says that it is not.
final class PlainParser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(@?[A-Za-z_][A-Za-z0-9_]*|\\d{1,9}|'[^']*'|[=!]=|[().,])");

    /// What the template engine gives names of the request and not of the page, and words of its
    /// expression language.
    private static final Set<String> OTHERS =
            Set.of(
                    "param",
                    "session",
                    "application",
                    "root",
                    "this",
                    "new",
                    "T",
                    "true",
                    "false",
                    "and",
                    "or",
                    "not",
                    "eq",
                    "ne",
                    "lt",
                    "gt",
                    "le",
                    "ge",
                    "div",
                    "mod",
                    "instanceof",
                    "matches",
                    "between");

    private final List<String> tokens;
    private final Function<String, Object> beans;
    private int at;

    private PlainParser(List<String> tokens, Function<String, Object> beans) {
        this.tokens = tokens;
        this.beans = beans;
    }

    /// Reads an expression; empty where it is not plain.
    ///
    /// @param beans finds what stands after `@`
    static Optional<Plain> parse(String expression, Function<String, Object> beans) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(expression);
        int end = 0;
        while (token.find() && token.start() == end) {
            tokens.add(token.group(1));
            end = token.end();
        }
        if (!expression.substring(end).isBlank()) {
            return Optional.empty();
        }
        PlainParser parser = new PlainParser(tokens, beans);
        Plain read = parser.any();
        return read == null || parser.at < tokens.size() ? Optional.empty() : Optional.of(read);
    }

    private @Nullable Plain any() {
        Plain read = all();
        while (read != null && accept("or")) {
            Plain other = all();
            read = other == null ? null : new Plain.Both(read, other, true);
        }
        return read;
    }

    private @Nullable Plain all() {
        Plain read = one();
        while (read != null && accept("and")) {
            Plain other = one();
            read = other == null ? null : new Plain.Both(read, other, false);
        }
        return read;
    }

    /// In the expression language `not` binds closer than a comparison: `not a == b` is left to it.
    private @Nullable Plain one() {
        if (accept("not")) {
            Plain what = path();
            return what == null || comparing() ? null : new Plain.Not(what);
        }
        Plain read = path();
        if (read == null || !comparing()) {
            return read;
        }
        boolean wanted = tokens.get(at++).equals("==");
        Plain other = path();
        return other == null || comparing() ? null : new Plain.Same(read, other, wanted);
    }

    private boolean comparing() {
        return peek().equals("==") || peek().equals("!=");
    }

    private @Nullable Plain path() {
        Plain read = start();
        while (read != null && accept(".")) {
            String name = peek();
            at++;
            if (!named(name) || !accept("(")) {
                return null;
            }
            List<Plain> arguments = arguments();
            read =
                    arguments == null
                            ? null
                            : new Plain.Call(read, new Method(name, arguments.size()), arguments);
        }
        return read;
    }

    private @Nullable List<Plain> arguments() {
        List<Plain> arguments = new ArrayList<>();
        if (accept(")")) {
            return arguments;
        }
        do {
            Plain argument = path();
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
        } while (accept(","));
        return accept(")") ? arguments : null;
    }

    private @Nullable Plain start() {
        String token = peek();
        at++;
        if (token.isEmpty()) {
            return null;
        }
        return switch (token.charAt(0)) {
            case '\'' -> new Plain.Constant(token.substring(1, token.length() - 1));
            case '@' -> new Plain.Bean(beans.apply(token.substring(1)));
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                    new Plain.Constant(Integer.valueOf(token));
            default ->
                    token.equals("null")
                            ? new Plain.Constant(null)
                            : named(token) ? new Plain.Variable(token) : null;
        };
    }

    private static boolean named(String token) {
        return !token.isEmpty()
                && Character.isJavaIdentifierStart(token.charAt(0))
                && !OTHERS.contains(token);
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private boolean accept(String token) {
        if (peek().equals(token)) {
            at++;
            return true;
        }
        return false;
    }
}
