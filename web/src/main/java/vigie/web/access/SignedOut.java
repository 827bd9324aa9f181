package vigie.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import vigie.web.frame.Visitor;

/// Leads whoever is not signed in to the door, and keeps what they were about to send.
public final class SignedOut implements AuthenticationEntryPoint, AccessDeniedHandler {
    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        toTheDoor(request, response);
    }

    /// A form whose token is wrong is refused; one whose session ended has no right token.
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        if (Visitor.current() == null) {
            toTheDoor(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void toTheDoor(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Draft draft = request.getMethod().equals("POST") ? Draft.from(request) : null;
        if (draft != null) {
            draft.keep(request.getSession(true));
        }
        String door = draft != null ? "/sign-in?kept" : "/sign-in";
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", door);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", door);
        }
    }
}
