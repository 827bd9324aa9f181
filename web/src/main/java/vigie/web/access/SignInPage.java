package vigie.web.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.casework.user.access.SignIn;
import vigie.model.casefile.Actor;
import vigie.web.Rooms;
import vigie.web.Setting;
import vigie.web.frame.Visitor;
import vigie.web.frame.VisitorLocale;
import vigie.web.frame.Wording;

/// The door.
@Controller
class SignInPage {
    private final Rooms rooms;
    private final Sessions sessions;
    private final Wording say;
    private final boolean encrypted;

    SignInPage(Rooms rooms, Sessions sessions, Wording say, Setting setting) {
        this.rooms = rooms;
        this.sessions = sessions;
        this.say = say;
        this.encrypted = setting.encrypted();
    }

    @GetMapping("/sign-in")
    String door(HttpServletRequest request, Model model) {
        if (Visitor.current() != null) {
            return "redirect:/";
        }
        model.addAttribute("out", request.getParameter("out") != null);
        model.addAttribute("kept", request.getParameter("kept") != null);
        model.addAttribute("languages", VisitorLocale.LANGUAGES);
        return "access/sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next)
            throws IOException {
        return switch (rooms.access().signIn().signIn(name, password, code)) {
            case SignIn.Outcome.Refused() -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                model.addAttribute("refused", true);
                model.addAttribute("languages", VisitorLocale.LANGUAGES);
                yield "access/sign-in";
            }
            case SignIn.Outcome.In(var standing, int failures, boolean recovery, int left) -> {
                sessions.begin(request, response, standing);
                remember(response, standing.user().actor());
                if (recovery) {
                    next.addFlashAttribute("said", say.text("door.recovery", say.number(left)));
                } else if (failures > 0) {
                    next.addFlashAttribute("said", say.text("door.failures", say.number(failures)));
                }
                yield "redirect:" + entrance(request, standing.user().actor());
            }
        };
    }

    /// Where somebody goes who just came in: to what they were about to send, else to their desk.
    private static String entrance(HttpServletRequest request, Actor user) {
        HttpSession session = request.getSession(false);
        Draft draft = session == null ? null : Draft.of(session);
        if (draft == null) {
            return "/";
        }
        if (draft.of(user)) {
            return "/resume";
        }
        Draft.drop(session);
        return "/";
    }

    @GetMapping("/resume")
    String resume(HttpServletRequest request, Visitor visitor, Model model) {
        HttpSession session = request.getSession(false);
        Draft draft = session == null ? null : Draft.of(session);
        if (draft == null || !draft.of(visitor.actor())) {
            return "redirect:/";
        }
        Draft.drop(session);
        model.addAttribute("draft", draft);
        return "access/resume";
    }

    /// Begins a session's half hour anew.
    @GetMapping("/stay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stay() {
        // That it was asked is all.
    }

    private void remember(HttpServletResponse response, Actor user) {
        Cookie last = new Cookie(Draft.COOKIE, Draft.mark(user));
        last.setHttpOnly(true);
        last.setSecure(encrypted);
        last.setPath("/");
        last.setAttribute("SameSite", "Strict");
        response.addCookie(last);
    }
}
