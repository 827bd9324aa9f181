package vigie.web.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.RowId;
import vigie.casework.review.Decided;
import vigie.casework.review.Decision;
import vigie.casework.review.Proposal;
import vigie.casework.review.Verdict;
import vigie.model.casefile.CaseName;
import vigie.web.Rooms;
import vigie.web.frame.Purposes;
import vigie.web.frame.Visitor;
import vigie.web.frame.Wording;

/// What a visitor decides about messages. Each act answers with the page that it came from.
@Controller
class DecisionActs {
    /// Pages to come back to, below their case: `search`, `messages/1-105`, each with a question.
    private static final Pattern PAGE = Pattern.compile("[a-z]+(/[0-9-]+)?(\\?[\\x21-\\x7e]*)?");

    private final Rooms rooms;
    private final Purposes purposes;
    private final Wording say;

    DecisionActs(Rooms rooms, Purposes purposes, Wording say) {
        this.rooms = rooms;
        this.purposes = purposes;
        this.say = say;
    }

    /// Decides about one or several messages.
    ///
    /// @param formKind `relevance`, `tag`, `note` or `translation`
    /// @param formWords the verdict, the tag, the note or the translation
    /// @param bulk  `tag` where the chosen messages of a list get the tag of `tag`, whatever else
    ///     the form says
    /// @param seen  the highest entry on relevance that the page showed
    @PostMapping("/cases/{case}/decisions")
    String decide(
            @PathVariable("case") CaseName name,
            @RequestParam(name = "row", defaultValue = "") List<String> rows,
            @RequestParam(name = "kind") String formKind,
            @RequestParam(name = "words", defaultValue = "") String formWords,
            @RequestParam(defaultValue = "") String bulk,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "" + Proposal.WHATEVER) long seen,
            @RequestParam(defaultValue = "") String back,
            Visitor visitor,
            RedirectAttributes next)
            throws IOException {
        String kind = bulk.equals("tag") ? "tag" : formKind;
        String words = bulk.equals("tag") ? tag : formWords;
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            Proposal proposal;
            try {
                proposal =
                        new Proposal(
                                rows.stream().map(RowId::parse).toList(),
                                decision(kind, words, language),
                                seen);
            } catch (IllegalArgumentException _) {
                next.addFlashAttribute("said", say.text("decide.fault." + fault(rows, kind)));
                return back(name, back);
            }
            said(rooms.reviewing().decide(opened, proposal, purposes.of(name, visitor)), next);
        }
        return back(name, back);
    }

    /// Takes a decision back.
    @PostMapping("/cases/{case}/decisions/{entry}/withdraw")
    String withdraw(
            @PathVariable("case") CaseName name,
            @PathVariable long entry,
            @RequestParam(name = "row", defaultValue = "") List<String> rows,
            @RequestParam(defaultValue = "") String back,
            Visitor visitor,
            RedirectAttributes next)
            throws IOException {
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            String purpose = purposes.of(name, visitor);
            List<Long> about = new ArrayList<>();
            try {
                rows.forEach(row -> about.add(RowId.parse(row)));
            } catch (IllegalArgumentException _) {
                return back(name, back);
            }
            if (entry < 0) {
                return back(name, back);
            }
            Decided decided =
                    about.isEmpty()
                            ? rooms.reviewing().withdraw(opened, entry, purpose)
                            : rooms.reviewing().withdraw(opened, entry, about, purpose);
            next.addFlashAttribute(
                    "said",
                    say.text(
                            decided instanceof Decided.Entered
                                    ? "decide.undone"
                                    : "decide.unchanged"));
        }
        return back(name, back);
    }

    private void said(Decided decided, RedirectAttributes next) {
        switch (decided) {
            case Decided.Entered(long entry, _, List<Long> rows) -> {
                next.addFlashAttribute(
                        "said",
                        say.text("decide.entered", say.number(rows.size()), Long.toString(entry)));
                next.addFlashAttribute("undo", entry);
            }
            case Decided.Outdated _ -> next.addFlashAttribute("said", say.text("decide.outdated"));
            case Decided.Unchanged _ ->
                    next.addFlashAttribute("said", say.text("decide.unchanged"));
        }
    }

    private static Decision decision(String kind, String words, String language) {
        return switch (kind) {
            case "relevance" -> new Decision.Relevance(Verdict.of(words));
            case "tag" -> new Decision.Tag(words);
            case "note" -> new Decision.Note(words.replace("\r\n", "\n"));
            case "translation" -> new Decision.Translation(language, words.replace("\r\n", "\n"));
            default -> throw new IllegalArgumentException("not a kind of decision: " + kind);
        };
    }

    private static String fault(List<String> rows, String kind) {
        if (rows.isEmpty()) {
            return "none";
        }
        return switch (kind) {
            case "tag" -> "tag";
            case "note" -> "note";
            case "translation" -> "translation";
            default -> "other";
        };
    }

    /// Back to a page of the same case, and to no other place.
    static String back(CaseName name, String back) {
        String own = "/cases/" + name + "/";
        boolean page = back.startsWith(own) && PAGE.matcher(back.substring(own.length())).matches();
        return "redirect:" + (page ? escaped(back) : own + "search");
    }

    /// Braces would be taken for variables of a template.
    private static String escaped(String address) {
        return address.replace("{", "%7B").replace("}", "%7D");
    }
}
