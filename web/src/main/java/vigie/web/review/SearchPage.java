package vigie.web.review;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vigie.casework.operation.Finding;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.RowId;
import vigie.casework.operation.SearchIndex.Restriction;
import vigie.casework.operation.Searching;
import vigie.casework.operation.StoredMessage;
import vigie.casework.review.ReviewSets;
import vigie.casework.review.ReviewState;
import vigie.casework.review.Reviewing;
import vigie.model.casefile.CaseName;
import vigie.text.query.Query;
import vigie.text.query.QueryError;
import vigie.text.query.QueryParser;
import vigie.web.Rooms;
import vigie.web.frame.Purposes;
import vigie.web.frame.Visitor;
import vigie.web.frame.Wording;
import vigie.web.writing.EvidenceText;

/// The page on which an investigator spends the day: a question, what it found, the message that is
/// open, and what was decided about it.
@Controller
class SearchPage {
    private static final int NARROWINGS = 8;

    private final Rooms rooms;
    private final Purposes purposes;
    private final EvidenceText texts;
    private final Items items;
    private final Wording say;

    SearchPage(Rooms rooms, Purposes purposes, EvidenceText texts, Items items, Wording say) {
        this.say = say;
        this.rooms = rooms;
        this.purposes = purposes;
        this.texts = texts;
        this.items = items;
    }

    @GetMapping("/cases/{case}/search")
    String search(
            @PathVariable("case") CaseName name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String m,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Visitor visitor,
            Model model)
            throws IOException {
        Questions question = Questions.of(name.value(), q, state, tag, order, page);
        model.addAttribute("question", question);
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            String purpose = purposes.of(name, visitor);
            model.addAttribute("back", m == null ? question.address() : question.opening(m));
            items.open(opened, m, purpose, model);
            if ("item".equals(target)) {
                return "review/item :: both";
            }
            ReviewSets sets = rooms.reviewing().store().sets(name, visitor.actor());
            model.addAttribute("tags", sets.tagCounts());
            model.addAttribute("saved", rooms.searches().all(name, visitor.actor()));
            model.addAttribute("progress", Reviewing.progress(opened, sets));
            ask(opened, question, question.filter().over(sets), purpose, m, model);
        }
        return "review/search";
    }

    private void ask(
            OpenCase opened,
            Questions question,
            Restriction only,
            String purpose,
            @Nullable String now,
            Model model)
            throws IOException {
        Query query;
        try {
            query = QueryParser.parse(question.q());
        } catch (QueryError wrong) {
            model.addAttribute("fault", wrong);
            return;
        }
        Searching.Question asked =
                new Searching.Question(
                        query,
                        question.q(),
                        only,
                        question.order(),
                        question.from(),
                        Questions.SIZE);
        Searching.Page found = Searching.page(opened, asked, purpose);
        Map<Long, ReviewState> states =
                rooms.reviewing()
                        .of(opened, found.hits().stream().map(hit -> hit.message().row()).toList());
        model.addAttribute("found", found);
        model.addAttribute(
                "hits",
                found.hits().stream()
                        .map(hit -> hit(hit, question, states.get(hit.message().row()), now))
                        .toList());
        model.addAttribute("narrowings", Searching.narrowings(opened, asked, NARROWINGS));
        model.addAttribute("last", pages(found.total()));
    }

    private Hit hit(
            Finding.Hit hit,
            Questions question,
            @Nullable ReviewState state,
            @Nullable String now) {
        StoredMessage message = hit.message();
        String row = RowId.text(message.row());
        return new Hit(
                row,
                texts.runs(message.authorName() == null ? "" : message.authorName()),
                say.machine(message.sent()),
                say.moment(message.sent()),
                texts.runs(hit.snippet(), hit.marks()),
                message.action(),
                Item.room(message),
                question.opening(row),
                state == null ? ReviewState.NONE : state,
                row.equals(now));
    }

    private static int pages(long total) {
        long reachable = Math.min(total, vigie.casework.operation.SearchIndex.DEEPEST);
        return (int) Math.max(1, (reachable + Questions.SIZE - 1) / Questions.SIZE);
    }

    /// How to ask.
    @GetMapping("/search-help")
    String help() {
        return "review/help";
    }

    /// A message with its surroundings, without a list beside it.
    @GetMapping("/cases/{case}/messages/{row}")
    String message(
            @PathVariable("case") CaseName name,
            @PathVariable String row,
            Visitor visitor,
            Model model)
            throws IOException {
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            model.addAttribute("back", "/cases/" + name + "/messages/" + row);
            items.open(opened, row, purposes.of(name, visitor), model);
            model.addAttribute(
                    "tags", rooms.reviewing().store().sets(name, visitor.actor()).tagCounts());
        }
        return "review/message";
    }
}
