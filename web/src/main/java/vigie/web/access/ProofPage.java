package vigie.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.casework.user.access.OwnProofs;
import vigie.web.Rooms;
import vigie.web.frame.Visitor;
import vigie.web.frame.Wording;

/// Where visitors change what they prove themselves with: password, second factor, recovery codes.
@Controller
class ProofPage {
    private final Rooms rooms;
    private final Sessions sessions;
    private final Wording say;

    ProofPage(Rooms rooms, Sessions sessions, Wording say) {
        this.rooms = rooms;
        this.sessions = sessions;
        this.say = say;
    }

    @GetMapping("/me/proof")
    String page(HttpServletRequest request, Visitor visitor, Model model) {
        OptionalInt left = rooms.access().own().recoveryLeft(visitor.actor());
        model.addAttribute("left", left.isPresent() ? left.getAsInt() : null);
        ShownSecret.show(ShownSecret.of(request.getSession(true)), visitor.actor().id(), model);
        return "access/proof";
    }

    /// Changes one thing; each is the user's own act, and their other sessions end by it.
    ///
    /// @param what     `password`, `factor` or `recovery`
    /// @param password the present one
    /// @param code     of the present authenticator, or a recovery code
    /// @param fresh    the new password, twice, or the code of the new authenticator
    @PostMapping("/me/proof")
    String change(
            @RequestParam String what,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Visitor visitor,
            Model model,
            RedirectAttributes next)
            throws IOException {
        OwnProofs own = rooms.access().own();
        OwnProofs.Typed typed = new OwnProofs.Typed(password, code);
        OwnProofs.Outcome outcome;
        switch (what) {
            case "password" -> {
                if (!fresh.equals(again)) {
                    return fault("enrol.fault.again", what, request, response, visitor, model);
                }
                outcome = own.password(visitor.actor(), typed, fresh);
            }
            case "factor" ->
                    outcome =
                            own.secondFactor(
                                    visitor.actor(),
                                    typed,
                                    ShownSecret.of(request.getSession(true)),
                                    fresh);
            case "recovery" -> outcome = own.recoveryCodes(visitor.actor(), typed);
            default -> {
                return "redirect:/me/proof";
            }
        }
        String fault = fault(outcome);
        if (fault != null) {
            return fault(fault, what, request, response, visitor, model);
        }
        if (outcome instanceof OwnProofs.Outcome.Changed(var standing, var recovery)) {
            sessions.begin(request, response, standing);
            next.addFlashAttribute("said", say.text("proofs.changed." + what));
            if (!recovery.isEmpty()) {
                next.addFlashAttribute("recovery", recovery);
            }
        }
        return "redirect:/me/proof";
    }

    /// What is said of an outcome that changed nothing, by its key.
    private static @Nullable String fault(OwnProofs.Outcome outcome) {
        return switch (outcome) {
            case OwnProofs.Outcome.Changed _ -> null;
            case OwnProofs.Outcome.Refused() -> "proofs.fault";
            case OwnProofs.Outcome.WrongCode() -> "enrol.fault.code";
            case OwnProofs.Outcome.Weak(var problem) ->
                    "enrol.fault.weak." + problem.name().toLowerCase(Locale.ROOT);
        };
    }

    private String fault(
            String fault,
            String what,
            HttpServletRequest request,
            HttpServletResponse response,
            Visitor visitor,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", say.text(fault));
        model.addAttribute("what", what);
        return page(request, visitor, model);
    }
}
