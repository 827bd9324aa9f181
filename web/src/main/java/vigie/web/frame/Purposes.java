package vigie.web.frame;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vigie.casework.user.Role;
import vigie.model.casefile.CaseName;

/// What a visitor looks at a case for, as the ledger enters it with each consultation: what they
/// said in this session, else what their role is for.
@Component("purposes")
public final class Purposes {
    /// The purposes that are offered; the ledger keeps these words in every language of the pages.
    public static final List<String> OFFERED =
            List.of(
                    "case work",
                    "supervision",
                    "translation",
                    "data protection check",
                    "for court");

    private static final Pattern PHRASE = Pattern.compile("\\P{Cntrl}{1,200}");

    /// The purpose for which the visitor of this request looks at a case.
    public String of(CaseName name, Visitor visitor) {
        HttpSession session = session();
        return session != null && session.getAttribute(key(name)) instanceof String said
                ? said
                : usual(visitor.role());
    }

    /// The same, for a template.
    public String of(String name) {
        Visitor visitor = Visitor.current();
        return visitor == null ? "" : of(new CaseName(name), visitor);
    }

    /// The key of a purpose's text, for one that is offered.
    public String key(String purpose) {
        return purpose.replace(' ', '-');
    }

    /// Keeps what the visitor said, for the rest of their session.
    ///
    /// @throws IllegalArgumentException if it is not one line of 1 to 200 characters
    void say(CaseName name, String purpose) {
        String said = purpose.strip();
        if (!PHRASE.matcher(said).matches()) {
            throw new IllegalArgumentException("a purpose is one line of at most 200 characters");
        }
        HttpSession session = session();
        if (session != null) {
            session.setAttribute(key(name), said);
        }
    }

    private static String usual(Role role) {
        return switch (role) {
            case INVESTIGATOR -> "case work";
            case HEAD -> "supervision";
            case TRANSLATOR -> "translation";
            case OFFICER -> "data protection check";
            case ADMINISTRATOR -> "administration";
        };
    }

    private static String key(CaseName name) {
        return "purpose " + name;
    }

    private static @org.jspecify.annotations.Nullable HttpSession session() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? now.getRequest().getSession(false)
                : null;
    }
}
