package vigie.web.frame;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.model.casefile.CaseName;

/// Where a visitor says what they look at a case for.
@Controller
class PurposePage {
    private final Purposes purposes;
    private final Wording say;

    PurposePage(Purposes purposes, Wording say) {
        this.purposes = purposes;
        this.say = say;
    }

    @GetMapping("/cases/{case}/purpose")
    String page() {
        return "frame/purpose";
    }

    @PostMapping("/cases/{case}/purpose")
    String say(
            @PathVariable("case") CaseName name,
            @RequestParam String purpose,
            @RequestParam(defaultValue = "") String other,
            RedirectAttributes next) {
        try {
            purposes.say(name, purpose.equals("other") ? other : purpose);
        } catch (IllegalArgumentException _) {
            next.addFlashAttribute("said", say.text("purpose.fault"));
            return "redirect:/cases/{case}/purpose";
        }
        next.addFlashAttribute("said", say.text("purpose.said"));
        return "redirect:/cases/{case}";
    }
}
