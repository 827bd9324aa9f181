package vigie.web.media;

import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vigie.casework.media.MediaRoom;
import vigie.casework.media.Revealing;
import vigie.casework.media.Revealing.Purpose;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;

/// What a visitor looks for in a case, chosen once for a stretch of work: kept in their session
/// and gone with it, so that each session begins without a purpose. How clearly they are shown
/// things is theirs in every session.
@Component("looking")
final class Looking {
    private final MediaRoom media;

    Looking(MediaRoom media) {
        this.media = media;
    }

    /// What was chosen for a case.
    ///
    /// @param purpose null before one was chosen
    /// @param reason  in the visitor's words, or ""
    /// @param clear   how clear, 0 to 2
    public record Chosen(@Nullable Purpose purpose, String reason, int clear)
            implements Serializable {
        @Serial private static final long serialVersionUID = 1L;

        static final Chosen NOTHING = new Chosen(null, "", 0);

        public Chosen {
            reason = reason.strip();
            if (clear < 0 || clear > 2 || reason.length() > Revealing.REASON) {
                throw new IllegalArgumentException("not a way to look");
            }
        }

        /// The purpose's word, or "".
        public String word() {
            return purpose == null ? "" : purpose.word();
        }
    }

    /// What the visitor of this request chose.
    Chosen of(CaseName name, Actor visitor) {
        HttpSession session = session();
        Chosen kept =
                session != null && session.getAttribute(key(name)) instanceof Chosen chosen
                        ? chosen
                        : Chosen.NOTHING;
        return new Chosen(kept.purpose(), kept.reason(), media.exposure().clearness(visitor));
    }

    /// Keeps what they look for, and how clearly they chose to be shown things from now on.
    void choose(CaseName name, Actor visitor, Chosen chosen) {
        media.exposure().prefer(visitor, chosen.clear());
        keep(name, chosen);
    }

    /// Forgets what they look for.
    void end(CaseName name) {
        keep(name, Chosen.NOTHING);
    }

    private static void keep(CaseName name, Chosen chosen) {
        HttpSession session = session();
        if (session != null) {
            session.setAttribute(key(name), chosen);
        }
    }

    private static String key(CaseName name) {
        return "looking " + name;
    }

    private static @Nullable HttpSession session() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? now.getRequest().getSession(false)
                : null;
    }
}
