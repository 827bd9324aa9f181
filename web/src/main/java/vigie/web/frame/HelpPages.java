package vigie.web.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.web.Rooms;

/// What the palette and the list of keys show, for who has no script, and where keys are changed.
@Controller
class HelpPages {
    private final Rooms rooms;
    private final Wording say;
    private final Keys.More more;

    HelpPages(Rooms rooms, Wording say, ObjectProvider<FramePart> parts) {
        this.rooms = rooms;
        this.say = say;
        this.more = FramePart.keys(parts.stream().toList());
    }

    @GetMapping("/palette")
    String palette() {
        return "frame/palette";
    }

    @GetMapping("/keys")
    String keys(Visitor visitor, Model model) {
        model.addAttribute("typed", null);
        return "frame/keys";
    }

    /// Keeps a user's own keys, or gives the usual ones back.
    ///
    /// @param typed the key of each act, by `key.` and its name
    @PostMapping("/keys")
    String change(
            @RequestParam Map<String, String> typed,
            Visitor visitor,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Map<String, String> stated = new HashMap<>();
        if (!typed.containsKey("usual")) {
            typed.forEach(
                    (name, key) -> {
                        if (name.startsWith("key.")) {
                            stated.put(name.substring("key.".length()), key);
                        }
                    });
        }
        Keys keys;
        try {
            keys = Keys.stated(stated, more);
        } catch (IllegalArgumentException _) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fault", true);
            model.addAttribute("typed", stated);
            return "frame/keys";
        }
        rooms.users()
                .prefer(
                        visitor.actor(),
                        visitor.user().language(),
                        visitor.preferences().with(keys).words());
        next.addFlashAttribute("said", say.text("keys.kept"));
        return "redirect:/keys";
    }
}
