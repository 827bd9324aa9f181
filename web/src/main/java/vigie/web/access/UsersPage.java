package vigie.web.access;

import java.io.IOException;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.casework.user.Role;
import vigie.casework.user.access.Invitation;
import vigie.casework.user.access.Users;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;
import vigie.web.Rooms;
import vigie.web.frame.Visitor;
import vigie.web.frame.Wording;

/// Who works here, as an administrator keeps them.
@Controller
class UsersPage {
    /// What the register enters as the purpose of what is done on this page.
    private static final String PURPOSE = "administration";

    private final Rooms rooms;
    private final Wording say;

    UsersPage(Rooms rooms, Wording say) {
        this.rooms = rooms;
        this.say = say;
    }

    @GetMapping("/users")
    String users(Visitor visitor, Model model) {
        requireAdministrator(visitor);
        model.addAttribute("users", rooms.access().users().all(visitor.actor()));
        model.addAttribute("roles", Arrays.stream(Role.values()).map(Role::word).toList());
        return "access/users";
    }

    @PostMapping("/users")
    String add(
            @RequestParam String actor,
            @RequestParam String name,
            @RequestParam String role,
            Visitor visitor,
            RedirectAttributes next)
            throws IOException {
        requireAdministrator(visitor);
        try {
            Invitation made =
                    rooms.access()
                            .users()
                            .add(
                                    visitor.actor(),
                                    new Actor(actor),
                                    name.isBlank() ? actor : name,
                                    Role.of(role).orElseThrow(IllegalArgumentException::new),
                                    PURPOSE);
            next.addFlashAttribute("invitation", made.path());
        } catch (IllegalArgumentException | Refusal _) {
            next.addFlashAttribute("said", say.text("users.fault"));
        }
        return "redirect:/users";
    }

    @PostMapping("/users/{actor}")
    String change(
            @PathVariable Actor actor,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String role,
            Visitor visitor,
            RedirectAttributes next)
            throws IOException {
        requireAdministrator(visitor);
        Users users = rooms.access().users();
        Actor by = visitor.actor();
        try {
            switch (act) {
                case "role" ->
                        users.role(
                                by,
                                actor,
                                Role.of(role).orElseThrow(IllegalArgumentException::new),
                                PURPOSE);
                case "out" -> users.stays(by, actor, false, PURPOSE);
                case "in" -> users.stays(by, actor, true, PURPOSE);
                case "unlock" -> users.unlock(by, actor, PURPOSE);
                case "reset" ->
                        next.addFlashAttribute(
                                "invitation", users.reset(by, actor, PURPOSE).path());
                default -> throw new IllegalArgumentException(act);
            }
            next.addFlashAttribute("said", say.text("users.done"));
        } catch (IllegalArgumentException | Refusal _) {
            next.addFlashAttribute("said", say.text("users.refused"));
        }
        return "redirect:/users";
    }

    private static void requireAdministrator(Visitor visitor) {
        if (visitor.role() != Role.ADMINISTRATOR) {
            throw new Refusal(Refusal.Kind.PERMISSION, "only an administrator keeps users");
        }
    }
}
