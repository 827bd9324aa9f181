package vigie.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vigie.casework.user.Standing;
import vigie.casework.user.User;
import vigie.casework.user.access.Enrolment;
import vigie.casework.user.secret.TotpSecret;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;
import vigie.web.Rooms;

/// What a link that works once leads to: setting password and second factor, or, for somebody of
/// the made-up sample, straight in.
@Controller
class LinkPage {
    private final Rooms rooms;
    private final Sessions sessions;

    LinkPage(Rooms rooms, Sessions sessions) {
        this.rooms = rooms;
        this.sessions = sessions;
    }

    @GetMapping("/link/{token}")
    String link(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Enrolment enrolment = rooms.access().enrolment();
        if (enrolment.isFirst(token) || enrolment.look(token).isPresent()) {
            return form(token, request, model);
        }
        Optional<Standing> in = rooms.access().signIn().byLink(token);
        if (in.isPresent()) {
            sessions.begin(request, response, in.get());
            return "redirect:/";
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "access/gone";
    }

    @PostMapping("/link/{token}")
    String enrol(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam String password,
            @RequestParam String again,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        HttpSession session = request.getSession(true);
        TotpSecret secret = ShownSecret.of(session);
        model.addAttribute("actor", actor);
        model.addAttribute("name", name);
        if (!password.equals(again)) {
            return fault("again", token, request, response, model);
        }
        Enrolment enrolment = rooms.access().enrolment();
        Enrolment.Outcome outcome;
        try {
            outcome =
                    enrolment.isFirst(token)
                            ? enrolment.enrolFirst(
                                    token, new Actor(actor), name, secret, password, code)
                            : enrolment.enrol(token, secret, password, code);
        } catch (IllegalArgumentException | Refusal _) {
            return fault("name", token, request, response, model);
        }
        return switch (outcome) {
            case Enrolment.Outcome.Enrolled(Actor user, var recovery) -> {
                ShownSecret.drop(session);
                model.addAttribute("user", user.id());
                model.addAttribute("recovery", recovery);
                yield "access/enrolled";
            }
            case Enrolment.Outcome.Weak(var problem) ->
                    fault(
                            "weak." + problem.name().toLowerCase(java.util.Locale.ROOT),
                            token,
                            request,
                            response,
                            model);
            case Enrolment.Outcome.WrongCode() -> fault("code", token, request, response, model);
            case Enrolment.Outcome.Gone() -> {
                response.setStatus(HttpStatus.NOT_FOUND.value());
                yield "access/gone";
            }
        };
    }

    private String fault(
            String fault,
            String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", fault);
        return form(token, request, model);
    }

    private String form(String token, HttpServletRequest request, Model model) {
        TotpSecret secret = ShownSecret.of(request.getSession(true));
        Optional<User> user = rooms.access().enrolment().look(token);
        String account = user.map(known -> known.actor().id()).orElse("vigie");
        model.addAttribute("token", token);
        model.addAttribute("user", user.orElse(null));
        ShownSecret.show(secret, account, model);
        return "access/enrol";
    }
}
