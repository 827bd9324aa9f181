package vigie.web.casefile;

import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.WorkInProgress;
import vigie.casework.overview.Accounts;
import vigie.casework.overview.Activity;
import vigie.casework.overview.Conversations;
import vigie.casework.overview.Custody;
import vigie.casework.overview.Exhibits;
import vigie.casework.overview.Provenance;
import vigie.casework.overview.Slice;
import vigie.model.casefile.CaseName;
import vigie.web.Rooms;
import vigie.web.frame.Consultations;
import vigie.web.frame.Visitor;
import vigie.web.frame.Wording;
import vigie.web.writing.Bars;

/// The page of a case.
@Controller
class CasePage {
    /// How many conversations and accounts stand on the page itself.
    private static final int FIRST = 8;

    /// How often the page asks whether work began: ten minutes at five seconds.
    private static final int IDLE = 120;

    private final Rooms rooms;
    private final Consultations consultations;
    private final Wording say;

    CasePage(Rooms rooms, Consultations consultations, Wording say) {
        this.rooms = rooms;
        this.consultations = consultations;
        this.say = say;
    }

    @GetMapping("/cases/{case}")
    String page(
            @PathVariable("case") CaseName name,
            @RequestParam(name = "as", defaultValue = "") String as,
            Visitor visitor,
            Model model)
            throws IOException {
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            if (visitor.role().readsContent()) {
                Activity activity = rooms.overview().activity(name, visitor.actor(), 0);
                model.addAttribute("activity", activity);
                model.addAttribute("bars", bars(activity, say));
            }
            model.addAttribute("twin", "/cases/" + name + "?as=table");
            if (as.equals("table")) {
                visitor.requireReader();
                consultations.enter(opened, visitor, "case", List.of());
                return "casefile/activity";
            }
            model.addAttribute("counts", opened.store().counts(opened.name(), opened.actor()));
            model.addAttribute(
                    "provenance", Provenance.of(opened, rooms.bases(), rooms.overview()));
            model.addAttribute("custody", Custody.of(opened, rooms.bases()));
            watch(name, false, 0, model);
            model.addAttribute(
                    "remarkable",
                    rooms.overview()
                            .exhibits(
                                    name,
                                    visitor.actor(),
                                    Exhibits.Which.REMARKABLE,
                                    Slice.first(FIRST)));
            model.addAttribute(
                    "migrations", opened.store().migrations(name, visitor.actor(), FIRST));
            if (visitor.role().readsContent()) {
                model.addAttribute(
                        "conversations",
                        rooms.overview()
                                .conversations(
                                        name,
                                        visitor.actor(),
                                        Conversations.Question.ALL,
                                        Slice.first(FIRST)));
                model.addAttribute(
                        "accounts",
                        rooms.overview()
                                .accounts(
                                        name,
                                        visitor.actor(),
                                        Accounts.Question.ALL,
                                        Slice.first(FIRST)));
            }
            consultations.enter(opened, visitor, "case", List.of());
        }
        return "casefile/case";
    }

    /// What is being done to the case now, and how much it holds by now. The page asks again and
    /// again: while something is done, and for some minutes where nothing is, so that it sees the
    /// command line begin. After that an unattended screen is quiet, and its session can end.
    ///
    /// @param seen whether the page showed work before
    /// @param idle how often it asked since, without any
    @GetMapping("/cases/{case}/progress")
    String progress(
            @PathVariable("case") CaseName name,
            @RequestParam(defaultValue = "false") boolean seen,
            @RequestParam(defaultValue = "0") int idle,
            Visitor visitor,
            Model model)
            throws IOException {
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            watch(name, seen, idle, model);
            model.addAttribute("counts", opened.store().counts(opened.name(), opened.actor()));
        }
        return "casefile/progress :: news";
    }

    private void watch(CaseName name, boolean seen, int idle, Model model) throws IOException {
        WorkInProgress work = WorkInProgress.of(rooms.home(), name).orElse(null);
        model.addAttribute("work", work);
        model.addAttribute("ended", work == null && seen);
        model.addAttribute(
                "again",
                "/cases/%s/progress?seen=%b&idle=%d"
                        .formatted(name, seen || work != null, work == null ? idle + 1 : 0));
        model.addAttribute("every", work != null ? "every 2s" : idle < IDLE ? "every 5s" : null);
    }

    /// Messages over time as a drawing.
    static Bars bars(Activity activity, Wording say) {
        return Bars.of(
                activity.bars().stream()
                        .map(bar -> new Bars.Value(period(activity, bar, say), bar.messages()))
                        .toList(),
                say);
    }

    private static String period(Activity activity, Activity.Bar bar, Wording say) {
        return switch (activity.unit()) {
            case DAY, WEEK -> say.day(bar.start());
            case MONTH -> say.month(bar.start());
            case YEAR -> Integer.toString(bar.start().getYear());
        };
    }
}
