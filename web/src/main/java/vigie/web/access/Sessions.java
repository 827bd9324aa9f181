package vigie.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import vigie.casework.user.Standing;
import vigie.web.Rooms;
import vigie.web.frame.Preferences;
import vigie.web.frame.Visitor;

/// The sessions of signed-in users: made at the door under a fresh id, over after half an hour
/// without a request of a person, after twelve hours in any case, and as soon as the user stands
/// otherwise. A page that asks again and again by itself keeps nobody signed in.
@Component
public final class Sessions {
    /// A working day; longer sessions outlive the person in front of the screen.
    static final Duration LONGEST = Duration.ofHours(12);

    /// How long a person may do nothing.
    static final Duration IDLE = Duration.ofMinutes(30);

    /// How addresses end that pages ask again and again.
    private static final String PROGRESS = "/progress";

    private static final String BEGUN = "vigie.begun";
    private static final String EPOCH = "vigie.epoch";
    private static final String ACTED = "vigie.acted";

    private final InstantSource clock;

    Sessions(Rooms rooms) {
        this.clock = rooms.access().clock();
    }

    /// Begins a session for a user who proved who they are.
    void begin(HttpServletRequest request, HttpServletResponse response, Standing standing) {
        HttpSession before = request.getSession(false);
        Draft draft = before == null ? null : Draft.of(before);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(BEGUN, clock.instant());
        session.setAttribute(ACTED, clock.instant());
        session.setAttribute(EPOCH, standing.epoch());
        if (draft != null) {
            draft.keep(session);
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new Visitor.SignedIn(visitor(standing)));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }

    /// Whether a session still holds for somebody who stands so now; null stands nowhere.
    boolean holds(HttpSession session, @Nullable Standing standing) {
        Instant now = clock.instant();
        return standing != null
                && session.getAttribute(EPOCH) instanceof Long epoch
                && epoch == standing.epoch()
                && session.getAttribute(BEGUN) instanceof Instant begun
                && begun.plus(LONGEST).isAfter(now)
                && session.getAttribute(ACTED) instanceof Instant acted
                && acted.plus(IDLE).isAfter(now);
    }

    /// Begins the session's half hour anew, unless the page asked by itself.
    void touch(HttpSession session, HttpServletRequest request) {
        if (!request.getRequestURI().endsWith(PROGRESS)) {
            session.setAttribute(ACTED, clock.instant());
        }
    }

    /// A user as pages know them.
    static Visitor visitor(Standing standing) {
        return new Visitor(standing.user(), Preferences.of(standing.settings()));
    }
}
