package vigie.web.media;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.casework.media.CaseRules;
import vigie.casework.media.DecisionStore.Decided;
import vigie.casework.media.MediaRoom;
import vigie.casework.media.StackDecision;
import vigie.casework.media.StackLine;
import vigie.casework.media.decide.Deciding;
import vigie.casework.operation.OpenCase;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.web.Rooms;
import vigie.web.frame.Purposes;
import vigie.web.frame.Visitor;
import vigie.web.frame.Wording;

/// What a visitor decides about stacks. A category leads to the next stack of the list.
@Controller
class StackActs {
    private final Rooms rooms;
    private final MediaRoom media;
    private final Purposes purposes;
    private final Wording say;

    StackActs(Rooms rooms, MediaRoom media, Purposes purposes, Wording say) {
        this.rooms = rooms;
        this.media = media;
        this.purposes = purposes;
        this.say = say;
    }

    /// Decides about a stack.
    ///
    /// @param kind  `category` or `note`
    /// @param words the category's code, or the note
    /// @param seen  the highest entry among the decisions that the page showed
    /// @param listed whether a list stood beside it
    @PostMapping("/cases/{case}/media/stacks/{stack}/decisions")
    String decide(
            @PathVariable("case") CaseName name,
            @PathVariable int stack,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "" + Deciding.WHATEVER) long seen,
            @RequestParam(defaultValue = "false") boolean listed,
            @RequestParam(required = false) @Nullable String find,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "1") int page,
            Visitor visitor,
            RedirectAttributes next)
            throws IOException {
        requireDecider(visitor);
        StackQuestion question = StackQuestion.of(name.value(), find, open, page);
        String here = listed ? question.opening(stack) : alone(name, stack);
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            Optional<StackDecision> decision = decision(opened, visitor, kind, words);
            if (decision.isEmpty()) {
                next.addFlashAttribute("said", say.text("stack.fault"));
                return "redirect:" + here;
            }
            Optional<Integer> following =
                    media.reads().next(name, visitor.actor(), question.filter(), stack);
            Decided decided =
                    media.deciding()
                            .decide(
                                    opened,
                                    stack,
                                    decision.get(),
                                    seen,
                                    purposes.of(name, visitor));
            boolean entered = said(decided, stack, next);
            return "redirect:"
                    + (entered && listed && decision.get() instanceof StackDecision.Category
                            ? following
                                    .map(number -> address(question, number, visitor))
                                    .orElse(here)
                            : here);
        }
    }

    /// Takes a decision back.
    @PostMapping("/cases/{case}/media/stacks/{stack}/withdraw")
    String withdraw(
            @PathVariable("case") CaseName name,
            @PathVariable int stack,
            @RequestParam(defaultValue = "-1") long entry,
            @RequestParam(defaultValue = "false") boolean listed,
            @RequestParam(required = false) @Nullable String find,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "1") int page,
            Visitor visitor,
            RedirectAttributes next)
            throws IOException {
        requireDecider(visitor);
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            boolean known =
                    media.reads().stack(name, visitor.actor(), stack).stream()
                            .flatMap(view -> view.decided().stream())
                            .anyMatch(act -> act.entry() == entry && !act.withdrawn());
            if (known) {
                media.deciding()
                        .decide(
                                opened,
                                stack,
                                new StackDecision.Withdrawal(entry),
                                Deciding.WHATEVER,
                                purposes.of(name, visitor));
            }
            next.addFlashAttribute("said", say.text(known ? "decide.undone" : "decide.unchanged"));
        }
        return "redirect:"
                + (listed
                        ? StackQuestion.of(name.value(), find, open, page).opening(stack)
                        : alone(name, stack));
    }

    private Optional<StackDecision> decision(
            OpenCase opened, Visitor visitor, String kind, String words) throws IOException {
        try {
            return switch (kind) {
                case "category" -> category(opened, visitor, words);
                case "note" -> Optional.of(new StackDecision.Note(words.replace("\r\n", "\n")));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<StackDecision> category(OpenCase opened, Visitor visitor, String code)
            throws IOException {
        CaseRules rules = media.reads().rules(opened.name(), visitor.actor());
        return media.schemes()
                .get(rules.scheme())
                .flatMap(scheme -> scheme.category(code))
                .map(found -> new StackDecision.Category(rules.scheme(), found.code()));
    }

    private boolean said(Decided decided, int stack, RedirectAttributes next) {
        return switch (decided) {
            case Decided.Entered(long entry, _) -> {
                next.addFlashAttribute("said", say.text("stack.entered", Long.toString(entry)));
                next.addFlashAttribute("undoStack", stack);
                next.addFlashAttribute("undoEntry", entry);
                yield true;
            }
            case Decided.Outdated _ -> {
                next.addFlashAttribute("said", say.text("decide.outdated"));
                yield false;
            }
            case Decided.Unchanged _ -> {
                next.addFlashAttribute("said", say.text("decide.unchanged"));
                yield false;
            }
        };
    }

    private List<Integer> numbers(StackQuestion question, Visitor visitor) {
        return media
                .reads()
                .stacks(
                        new CaseName(question.name()),
                        visitor.actor(),
                        question.filter(),
                        question.slice())
                .rows()
                .stream()
                .map(StackLine::stack)
                .toList();
    }

    /// The page of the list on which the next stack stands: this one, or the one that follows.
    private String address(StackQuestion question, int stack, Visitor visitor) {
        boolean here = numbers(question, visitor).contains(stack);
        return (here ? question : question.following()).opening(stack);
    }

    private static String alone(CaseName name, int stack) {
        return "/cases/" + name + "/media/stacks/" + stack;
    }

    private static void requireDecider(Visitor visitor) {
        if (!visitor.role().decides()) {
            throw new Refusal(
                    Refusal.Kind.PERMISSION, visitor.actor() + " does not decide about evidence");
        }
    }
}
