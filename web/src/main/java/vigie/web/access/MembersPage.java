package vigie.web.access;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.casework.operation.Members;
import vigie.casework.operation.OpenCase;
import vigie.casework.user.Role;
import vigie.casework.user.User;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.web.Rooms;
import vigie.web.frame.Purposes;
import vigie.web.frame.Visitor;
import vigie.web.frame.Wording;

/// Who is on a case.
@Controller
class MembersPage {
    private final Rooms rooms;
    private final Purposes purposes;
    private final Wording say;

    MembersPage(Rooms rooms, Purposes purposes, Wording say) {
        this.rooms = rooms;
        this.purposes = purposes;
        this.say = say;
    }

    @GetMapping("/cases/{case}/members")
    String members(@PathVariable("case") CaseName name, Visitor visitor, Model model) {
        List<Actor> on = rooms.workplace().members(name, visitor.actor());
        var known =
                rooms.access().users().all(visitor.actor()).stream()
                        .collect(Collectors.toMap(User::actor, Function.identity()));
        model.addAttribute("on", on);
        model.addAttribute("known", known);
        model.addAttribute(
                "others",
                known.values().stream()
                        .filter(User::active)
                        .filter(user -> user.role() != Role.ADMINISTRATOR)
                        .filter(user -> !on.contains(user.actor()))
                        .sorted(java.util.Comparator.comparing(User::name))
                        .toList());
        return "access/members";
    }

    @PostMapping("/cases/{case}/members")
    String change(
            @PathVariable("case") CaseName name,
            @RequestParam String act,
            @RequestParam Actor member,
            Visitor visitor,
            RedirectAttributes next)
            throws IOException {
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            String purpose = purposes.of(name, visitor);
            try {
                if (act.equals("admit")) {
                    requireUser(member, visitor);
                    Members.admit(opened, visitor.actor(), member, purpose);
                } else {
                    Members.dismiss(opened, visitor.actor(), member, purpose);
                }
                next.addFlashAttribute("said", say.text("members.done"));
            } catch (Refusal _) {
                next.addFlashAttribute("said", say.text("members.refused"));
            }
        }
        return "redirect:/cases/{case}/members";
    }

    /// Who is no user acts from the command line, with all rights there: no page puts them on a
    /// case.
    private void requireUser(Actor member, Visitor visitor) {
        if (rooms.access().users().find(visitor.actor(), member).isEmpty()) {
            throw new Refusal(Refusal.Kind.PERMISSION, "there is no user " + member);
        }
    }
}
