package vigie.web.review;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.casework.review.SavedSearch;
import vigie.model.casefile.CaseName;
import vigie.web.Rooms;
import vigie.web.frame.Visitor;
import vigie.web.frame.Wording;

/// Questions that visitors keep.
@Controller
class SavedSearchPages {
    private final Rooms rooms;
    private final Wording say;

    SavedSearchPages(Rooms rooms, Wording say) {
        this.rooms = rooms;
        this.say = say;
    }

    @GetMapping("/cases/{case}/searches")
    String all(@PathVariable("case") CaseName name, Visitor visitor, Model model) {
        visitor.requireReader();
        model.addAttribute("saved", rooms.searches().all(name, visitor.actor()));
        model.addAttribute("mine", visitor.actor());
        return "review/searches";
    }

    /// The address of a saved search is that of its question.
    @GetMapping("/cases/{case}/searches/{number}")
    String one(@PathVariable("case") CaseName name, @PathVariable long number, Visitor visitor) {
        visitor.requireReader();
        return rooms.searches()
                .one(name, visitor.actor(), number)
                .map(
                        saved ->
                                "redirect:"
                                        + address(name, saved)
                                                .replace("{", "%7B")
                                                .replace("}", "%7D"))
                .orElse("redirect:/cases/{case}/searches");
    }

    private static String address(CaseName name, SavedSearch saved) {
        return Questions.of(
                        name.value(),
                        saved.query(),
                        saved.filter().state().word(),
                        saved.filter().tag(),
                        null,
                        1)
                .address();
    }

    @PostMapping("/cases/{case}/searches")
    String save(
            @PathVariable("case") CaseName name,
            @RequestParam String called,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "") String back,
            Visitor visitor,
            RedirectAttributes next) {
        visitor.requireReader();
        Questions question = Questions.of(name.value(), q, state, tag, null, 1);
        try {
            SavedSearch saved =
                    rooms.searches()
                            .save(name, visitor.actor(), called, question.q(), question.filter());
            rooms.searches().share(name, visitor.actor(), saved.number(), shared);
            next.addFlashAttribute("said", say.text("saved.kept", saved.name()));
        } catch (IllegalArgumentException _) {
            next.addFlashAttribute("said", say.text("saved.fault"));
        }
        return DecisionActs.back(name, back);
    }

    /// Renames, shares or deletes one's own.
    @PostMapping("/cases/{case}/searches/{number}")
    String change(
            @PathVariable("case") CaseName name,
            @PathVariable long number,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String called,
            Visitor visitor,
            RedirectAttributes next) {
        visitor.requireReader();
        boolean done;
        try {
            done =
                    switch (act) {
                        case "rename" ->
                                rooms.searches().rename(name, visitor.actor(), number, called);
                        case "share" -> rooms.searches().share(name, visitor.actor(), number, true);
                        case "keep" -> rooms.searches().share(name, visitor.actor(), number, false);
                        case "delete" -> rooms.searches().delete(name, visitor.actor(), number);
                        default -> false;
                    };
        } catch (IllegalArgumentException _) {
            done = false;
        }
        next.addFlashAttribute("said", say.text(done ? "saved.changed" : "saved.fault"));
        return "redirect:/cases/{case}/searches";
    }
}
