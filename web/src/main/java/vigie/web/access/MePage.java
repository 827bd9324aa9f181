package vigie.web.access;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.web.Rooms;
import vigie.web.frame.Preferences;
import vigie.web.frame.Visitor;
import vigie.web.frame.VisitorLocale;

/// What a visitor chooses of the interface.
@Controller
class MePage {
    private final Rooms rooms;

    MePage(Rooms rooms) {
        this.rooms = rooms;
    }

    @GetMapping("/me")
    String me(Model model) {
        model.addAttribute("languages", VisitorLocale.LANGUAGES);
        return "access/me";
    }

    @PostMapping("/me")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "auto") String theme,
            @RequestParam(defaultValue = "false") boolean keys,
            Visitor visitor,
            RedirectAttributes next) {
        if (VisitorLocale.LANGUAGES.contains(language) && theme.matches("auto|light|dark")) {
            rooms.access()
                    .users()
                    .prefer(
                            visitor.actor(),
                            language,
                            new Preferences(keys, theme, visitor.preferences().own()).words());
            next.addFlashAttribute("chosen", true);
        }
        return "redirect:/me";
    }
}
