package vigie.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.web.Rooms;

/// What the frame needs on every page, and what it says where a page is refused.
@ControllerAdvice
class FrameAdvice {
    private final Rooms rooms;
    private final Assets assets;
    private final List<FramePart> parts;

    FrameAdvice(Rooms rooms, Assets assets, ObjectProvider<FramePart> parts) {
        this.rooms = rooms;
        this.assets = assets;
        this.parts = parts.stream().toList();
    }

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        Visitor visitor = Visitor.current();
        model.addAttribute("assets", assets.version());
        model.addAttribute("parts", parts);
        model.addAttribute("visitor", visitor);
        model.addAttribute("caseName", caseName(request));
        HttpSession session = request.getSession(false);
        model.addAttribute("ends", session == null ? 0 : session.getMaxInactiveInterval());
        model.addAttribute(
                "myCases",
                visitor == null
                        ? List.of()
                        : rooms.workplace().cases(visitor.actor()).stream()
                                .map(CaseName::value)
                                .toList());
    }

    /// A case that is not theirs is answered like one that does not exist.
    @ExceptionHandler(Refusal.class)
    String refused(
            Refusal refusal,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean hidden = refusal.kind() == Refusal.Kind.PERMISSION;
        response.setStatus((hidden ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN).value());
        frame(request, model);
        model.addAttribute("caseName", null);
        model.addAttribute("problem", hidden ? "missing" : "refused");
        model.addAttribute("reason", hidden ? null : refusal.getMessage());
        return "error";
    }

    private static @Nullable String caseName(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map && map.get("case") instanceof String name
                ? name
                : null;
    }
}
