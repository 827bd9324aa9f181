package vigie.web.desk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vigie.casework.user.Role;
import vigie.web.Rooms;
import vigie.web.frame.Visitor;

/// The first page: what waits for the visitor, what changed, their cases with their state.
@Controller
class DeskPage {
    /// What changed is shown for this long, so that coming back after lunch does not empty it.
    private static final Duration NEWS = Duration.ofDays(2);

    private final Rooms rooms;

    DeskPage(Rooms rooms) {
        this.rooms = rooms;
    }

    @GetMapping("/")
    String desk(Visitor visitor, Model model) throws IOException {
        if (visitor.role() == Role.ADMINISTRATOR) {
            return "redirect:/users";
        }
        model.addAttribute("cases", rooms.desk().of(visitor.actor(), Instant.now().minus(NEWS)));
        return "desk/desk";
    }
}
