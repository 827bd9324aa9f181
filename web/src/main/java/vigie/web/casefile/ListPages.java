package vigie.web.casefile;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vigie.casework.operation.OpenCase;
import vigie.casework.overview.Accounts;
import vigie.casework.overview.Activity;
import vigie.casework.overview.Conversations;
import vigie.casework.overview.Exhibits;
import vigie.casework.overview.Slice;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.web.Rooms;
import vigie.web.frame.Consultations;
import vigie.web.frame.Visitor;
import vigie.web.frame.Wording;

/// The lists behind the page of a case, and one page for each of what they list.
@Controller
class ListPages {
    private final Rooms rooms;
    private final Consultations consultations;
    private final Wording say;

    ListPages(Rooms rooms, Consultations consultations, Wording say) {
        this.rooms = rooms;
        this.consultations = consultations;
        this.say = say;
    }

    @GetMapping("/cases/{case}/conversations")
    String conversations(
            @PathVariable("case") CaseName name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "messages") String sort,
            @RequestParam(defaultValue = "1") int down,
            @RequestParam(defaultValue = "1") int page,
            Visitor visitor,
            Model model)
            throws IOException {
        visitor.requireReader();
        Listing listing =
                new Listing("/cases/" + name + "/conversations", q.strip(), sort, down == 1, page);
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            model.addAttribute("listing", listing);
            model.addAttribute(
                    "list",
                    rooms.overview()
                            .conversations(
                                    name,
                                    visitor.actor(),
                                    new Conversations.Question(
                                            listing.text(),
                                            listing.by(Conversations.Sort.class),
                                            listing.descending()),
                                    listing.slice()));
            consultations.enter(opened, visitor, "conversations", List.of());
        }
        return "casefile/conversations";
    }

    @GetMapping("/cases/{case}/conversations/{number}")
    String conversation(
            @PathVariable("case") CaseName name,
            @PathVariable int number,
            @RequestParam(name = "as", defaultValue = "") String as,
            Visitor visitor,
            Model model)
            throws IOException {
        visitor.requireReader();
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            Conversations.Whole whole =
                    rooms.overview()
                            .conversation(name, visitor.actor(), number)
                            .orElseThrow(() -> missing("conversation", number));
            Activity activity = rooms.overview().activity(name, visitor.actor(), number);
            model.addAttribute("whole", whole);
            model.addAttribute("activity", activity);
            model.addAttribute("bars", CasePage.bars(activity, say));
            model.addAttribute("twin", "/cases/" + name + "/conversations/" + number + "?as=table");
            model.addAttribute(
                    "members",
                    rooms.overview().members(name, visitor.actor(), number, Slice.first(50)));
            consultations.enter(opened, visitor, "conversation", List.of(whole.line().key()));
        }
        return as.equals("table") ? "casefile/activity" : "casefile/conversation";
    }

    /// Where ids are missing, each stretch between the messages that stand around it.
    @GetMapping("/cases/{case}/conversations/{number}/gaps")
    String gaps(
            @PathVariable("case") CaseName name,
            @PathVariable int number,
            @RequestParam(defaultValue = "1") int page,
            Visitor visitor,
            Model model)
            throws IOException {
        visitor.requireReader();
        Listing listing =
                new Listing(
                        "/cases/" + name + "/conversations/" + number + "/gaps",
                        "",
                        "",
                        false,
                        page);
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            Conversations.Whole whole =
                    rooms.overview()
                            .conversation(name, visitor.actor(), number)
                            .orElseThrow(() -> missing("conversation", number));
            model.addAttribute("whole", whole);
            model.addAttribute("listing", listing);
            model.addAttribute(
                    "list", rooms.overview().gaps(name, visitor.actor(), number, listing.slice()));
            consultations.enter(opened, visitor, "conversation", List.of(whole.line().key()));
        }
        return "casefile/gaps";
    }

    @GetMapping("/cases/{case}/accounts")
    String accounts(
            @PathVariable("case") CaseName name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "messages") String sort,
            @RequestParam(defaultValue = "1") int down,
            @RequestParam(defaultValue = "1") int page,
            Visitor visitor,
            Model model)
            throws IOException {
        visitor.requireReader();
        Listing listing =
                new Listing("/cases/" + name + "/accounts", q.strip(), sort, down == 1, page);
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            model.addAttribute("listing", listing);
            model.addAttribute(
                    "list",
                    rooms.overview()
                            .accounts(
                                    name,
                                    visitor.actor(),
                                    new Accounts.Question(
                                            listing.text(),
                                            listing.by(Accounts.Sort.class),
                                            listing.descending()),
                                    listing.slice()));
            consultations.enter(opened, visitor, "accounts", List.of());
        }
        return "casefile/accounts";
    }

    @GetMapping("/cases/{case}/accounts/{number}")
    String account(
            @PathVariable("case") CaseName name,
            @PathVariable int number,
            Visitor visitor,
            Model model)
            throws IOException {
        visitor.requireReader();
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            Accounts.Whole whole =
                    rooms.overview()
                            .account(name, visitor.actor(), number)
                            .orElseThrow(() -> missing("account", number));
            model.addAttribute("whole", whole);
            consultations.enter(opened, visitor, "account", List.of(whole.line().key()));
        }
        return "casefile/account";
    }

    @GetMapping("/cases/{case}/exhibits")
    String exhibits(
            @PathVariable("case") CaseName name,
            @RequestParam(defaultValue = "read") String which,
            @RequestParam(defaultValue = "1") int page,
            Visitor visitor,
            Model model)
            throws IOException {
        Listing listing = new Listing("/cases/" + name + "/exhibits", "", which, false, page);
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            Exhibits.Which asked = listing.by(Exhibits.Which.class);
            model.addAttribute("listing", listing);
            model.addAttribute("which", asked.name().toLowerCase(Locale.ROOT));
            model.addAttribute(
                    "list",
                    rooms.overview().exhibits(name, visitor.actor(), asked, listing.slice()));
            consultations.enter(opened, visitor, "exhibits", List.of());
        }
        return "casefile/exhibits";
    }

    /// What the exports say of their exporters, and what their reader kept without understanding.
    @GetMapping("/cases/{case}/own/{list}")
    String own(
            @PathVariable("case") CaseName name,
            @PathVariable String list,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String path,
            Visitor visitor,
            Model model)
            throws IOException {
        visitor.requireReader();
        Listing listing = new Listing("/cases/" + name + "/own/" + list, path, "", false, page);
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            model.addAttribute("listing", listing);
            model.addAttribute("which", list);
            model.addAttribute("path", path);
            model.addAttribute(
                    "list",
                    switch (list) {
                        case "contacts" ->
                                rooms.overview().contacts(name, visitor.actor(), listing.slice());
                        case "sessions" ->
                                rooms.overview().sessions(name, visitor.actor(), listing.slice());
                        case "media" ->
                                rooms.overview().ownMedia(name, visitor.actor(), listing.slice());
                        case "unknown" ->
                                path.isEmpty()
                                        ? rooms.overview()
                                                .unknownPaths(
                                                        name, visitor.actor(), listing.slice())
                                        : rooms.overview()
                                                .unknown(
                                                        name,
                                                        visitor.actor(),
                                                        path,
                                                        listing.slice());
                        default -> throw missing("list", 0);
                    });
            consultations.enter(opened, visitor, "own-" + list, List.of());
        }
        return "casefile/own";
    }

    private static Refusal missing(String what, int number) {
        return new Refusal(Refusal.Kind.PERMISSION, "there is no " + what + " " + number);
    }
}
