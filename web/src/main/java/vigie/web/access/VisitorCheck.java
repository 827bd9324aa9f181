package vigie.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vigie.casework.user.Standing;
import vigie.casework.user.access.Users;
import vigie.web.frame.Visitor;

/// Asks at each request how the user of a session stands now: whoever left, has another role or
/// another password is signed out by their next request.
public final class VisitorCheck extends OncePerRequestFilter {
    private final Users users;
    private final Sessions sessions;

    /// @param users    who knows how they stand
    /// @param sessions which of theirs hold
    public VisitorCheck(Users users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        Visitor visitor = Visitor.current();
        HttpSession session = request.getSession(false);
        if (visitor != null && session != null) {
            Standing standing = users.standing(visitor.actor()).orElse(null);
            SecurityContext now = SecurityContextHolder.createEmptyContext();
            if (standing != null && sessions.holds(session, standing)) {
                sessions.touch(session, request);
                now.setAuthentication(new Visitor.SignedIn(Sessions.visitor(standing)));
            } else {
                session.invalidate();
            }
            SecurityContextHolder.setContext(now);
        }
        rest.doFilter(request, response);
    }
}
