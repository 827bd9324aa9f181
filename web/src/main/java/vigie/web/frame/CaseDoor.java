package vigie.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import vigie.casework.operation.Workplace;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;

/// Lets nobody past an address of a case that they are not on, whatever stands behind it.
public final class CaseDoor implements HandlerInterceptor {
    private final Workplace workplace;

    /// @param workplace who knows who is on which case
    public CaseDoor(Workplace workplace) {
        this.workplace = workplace;
    }

    /// The attribute of a request whose cases were read at the door.
    static final String CASES = CaseDoor.class.getName() + ".cases";

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables instanceof Map<?, ?> map && map.get("case") instanceof String name) {
            Visitor visitor = Visitor.current();
            if (visitor == null || !on(name, visitor, request)) {
                throw new Refusal(Refusal.Kind.PERMISSION, "there is no such case");
            }
        }
        return true;
    }

    private boolean on(String name, Visitor visitor, HttpServletRequest request) {
        try {
            CaseName asked = new CaseName(name);
            List<CaseName> cases = workplace.cases(visitor.actor());
            request.setAttribute(CASES, cases);
            return cases.contains(asked);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
