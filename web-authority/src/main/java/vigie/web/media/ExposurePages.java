package vigie.web.media;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.casework.media.Exposure;
import vigie.casework.media.Limiting;
import vigie.casework.media.MediaRoom;
import vigie.casework.media.Revealing;
import vigie.casework.operation.OpenCase;
import vigie.casework.user.User;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.web.Rooms;
import vigie.web.frame.Purposes;
import vigie.web.frame.Visitor;
import vigie.web.frame.Wording;

/// What the visitor was shown, for their own sake; and for who leads the case, totals of the team
/// and the limits. Nobody is shown another person's sheet.
@Controller
class ExposurePages {
    private static final int DAYS = 30;
    private static final int MOST_REVEALS = 100_000;
    private static final int DAY = 24 * 60;
    private static final int LONGEST_LIFT = 12;

    private final Rooms rooms;
    private final MediaRoom media;
    private final Limiting limiting;
    private final Purposes purposes;
    private final Wording say;

    ExposurePages(Rooms rooms, MediaRoom media, Purposes purposes, Wording say) {
        this.rooms = rooms;
        this.media = media;
        this.limiting = new Limiting(media.exposure(), rooms.access().register());
        this.purposes = purposes;
        this.say = say;
    }

    @GetMapping("/cases/{case}/media/exposure")
    String sheet(@PathVariable("case") CaseName name, Visitor visitor, Model model) {
        visitor.requireReader();
        model.addAttribute("own", media.exposure().own(visitor.actor()));
        model.addAttribute("limits", media.exposure().limits(visitor.actor()));
        boolean leads = visitor.role().admits();
        model.addAttribute("leads", leads);
        if (leads) {
            model.addAttribute("totals", media.exposure().totals(name, visitor.actor(), DAYS));
            model.addAttribute("team", team(name, visitor));
            model.addAttribute("hours", List.of(1, 2, 4, 8, LONGEST_LIFT));
        }
        return "media/exposure";
    }

    /// Sets what the service allows one person, for a reason that the home's register keeps.
    @PostMapping("/cases/{case}/media/exposure/limits")
    String limits(
            @PathVariable("case") CaseName name,
            @RequestParam(defaultValue = "-1") int reveals,
            @RequestParam(defaultValue = "-1") int stretch,
            @RequestParam(defaultValue = "-1") int pause,
            @RequestParam(defaultValue = "") String why,
            Visitor visitor,
            RedirectAttributes next)
            throws IOException {
        requireHead(visitor);
        boolean fits =
                within(reveals, 0, MOST_REVEALS)
                        && within(stretch, 1, DAY)
                        && within(pause, 0, DAY)
                        && within(why.strip().length(), 1, Revealing.REASON);
        if (fits) {
            limiting.limit(
                    visitor.actor(),
                    new Exposure.Limits(
                            reveals, Duration.ofMinutes(stretch), Duration.ofMinutes(pause)),
                    why,
                    purposes.of(name, visitor));
        }
        next.addFlashAttribute("said", say.text(fits ? "exposure.set" : "exposure.fault"));
        return "redirect:/cases/{case}/media/exposure";
    }

    /// Lifts somebody's limit for some hours, for a named urgency.
    @PostMapping("/cases/{case}/media/exposure/lift")
    String lift(
            @PathVariable("case") CaseName name,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(defaultValue = "0") int hours,
            @RequestParam(defaultValue = "") String urgency,
            Visitor visitor,
            RedirectAttributes next)
            throws IOException {
        requireHead(visitor);
        String said = "exposure.unlifted";
        boolean member =
                rooms.workplace().members(name, visitor.actor()).stream()
                        .anyMatch(actor -> actor.id().equals(whom));
        if (member && within(hours, 1, LONGEST_LIFT)) {
            try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
                media.revealing()
                        .lift(
                                opened,
                                new Actor(whom),
                                Instant.now().plus(Duration.ofHours(hours)),
                                urgency,
                                purposes.of(name, visitor));
                said = "exposure.lifted";
            } catch (Refusal _) {
                said = "exposure.unlifted";
            }
        }
        next.addFlashAttribute("said", say.text(said));
        return "redirect:/cases/{case}/media/exposure";
    }

    /// Who may be shown something on the case, but the visitor.
    private List<User> team(CaseName name, Visitor visitor) {
        List<Actor> on = rooms.workplace().members(name, visitor.actor());
        return rooms.users().all(visitor.actor()).stream()
                .filter(user -> on.contains(user.actor()) && user.role().decides())
                .filter(user -> !user.actor().equals(visitor.actor()))
                .toList();
    }

    private static boolean within(int number, int least, int most) {
        return number >= least && number <= most;
    }

    private static void requireHead(Visitor visitor) {
        if (!visitor.role().admits()) {
            throw new Refusal(Refusal.Kind.PERMISSION, visitor.actor() + " is no head of unit");
        }
    }
}
