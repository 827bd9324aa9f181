package vigie.web.media;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vigie.casework.media.CaseRules;
import vigie.casework.media.Finding;
import vigie.casework.media.MediaRoom;
import vigie.casework.media.Post;
import vigie.casework.media.StackLine;
import vigie.casework.media.StackMember;
import vigie.casework.media.StackView;
import vigie.casework.operation.OpenCase;
import vigie.casework.overview.Page;
import vigie.casework.overview.Slice;
import vigie.casework.user.User;
import vigie.media.sets.scheme.Scheme;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.web.Rooms;
import vigie.web.frame.Consultations;
import vigie.web.frame.Visitor;

/// Stacks in the order of looking, and one of them opened. No picture of the case is on any of
/// these pages, nor an address that has one.
@Controller
class MediaPages {
    private static final int POSTS = StackView.POSTS;
    private static final int MOST = 100_000;

    private final Rooms rooms;
    private final MediaRoom media;
    private final Consultations consultations;
    private final Looking looking;

    MediaPages(Rooms rooms, MediaRoom media, Consultations consultations, Looking looking) {
        this.rooms = rooms;
        this.media = media;
        this.consultations = consultations;
        this.looking = looking;
    }

    @GetMapping("/cases/{case}/media")
    String list(
            @PathVariable("case") CaseName name,
            @RequestParam(required = false) @Nullable String find,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") int s,
            Visitor visitor,
            Model model)
            throws IOException {
        visitor.requireReader();
        StackQuestion question = StackQuestion.of(name.value(), find, open, page);
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            Page<StackLine> stacks =
                    media.reads()
                            .stacks(name, visitor.actor(), question.filter(), question.slice());
            model.addAttribute("stacks", stacks);
            model.addAttribute("question", question);
            model.addAttribute("counts", media.reads().counts(name, visitor.actor()));
            model.addAttribute("findings", Finding.values());
            model.addAttribute("back", s > 0 ? question.opening(s) : question.address());
            if (s > 0) {
                open(opened, visitor, s, model);
            } else {
                model.addAttribute("stack", null);
                model.addAttribute("categories", categories(visitor));
                consultations.enter(opened, visitor, "media", List.of());
            }
        }
        return "media/list";
    }

    /// A stack without a list beside it, and its posts page by page.
    @GetMapping("/cases/{case}/media/stacks/{stack}")
    String stack(
            @PathVariable("case") CaseName name,
            @PathVariable int stack,
            @RequestParam(defaultValue = "1") int page,
            Visitor visitor,
            Model model)
            throws IOException {
        visitor.requireReader();
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            model.addAttribute("back", "/cases/" + name + "/media/stacks/" + stack);
            open(opened, visitor, stack, model);
            int at = Math.clamp(page, 1, MOST);
            Page<Post> posts =
                    media.reads()
                            .posts(
                                    name,
                                    visitor.actor(),
                                    stack,
                                    new Slice((at - 1) * POSTS, POSTS));
            model.addAttribute("posts", posts.rows());
            model.addAttribute("postPage", at);
            model.addAttribute("postPages", Math.max(1, (posts.total() + POSTS - 1) / POSTS));
        }
        return "media/stack";
    }

    /// What is said before one item is shown; the act itself is the form on this page.
    @GetMapping("/cases/{case}/media/items/{item}")
    String item(
            @PathVariable("case") CaseName name,
            @PathVariable int item,
            Visitor visitor,
            Model model)
            throws IOException {
        visitor.requireReader();
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            int stack =
                    media.reads()
                            .stackOf(name, visitor.actor(), item)
                            .orElseThrow(() -> absent("item", item));
            model.addAttribute("back", "/cases/" + name + "/media/items/" + item);
            OpenStack shown = open(opened, visitor, stack, model);
            StackMember member = shown.member(item).orElseThrow(() -> absent("item", item));
            model.addAttribute("member", member);
        }
        return "media/item";
    }

    private OpenStack open(OpenCase opened, Visitor visitor, int number, Model model)
            throws IOException {
        CaseName name = opened.name();
        StackView view =
                media.reads()
                        .stack(name, visitor.actor(), number)
                        .orElseThrow(() -> absent("stack", number));
        CaseRules rules = media.reads().rules(name, visitor.actor());
        CategoryText categories = categories(visitor);
        @Nullable Scheme scheme = categories.schemes().get(rules.scheme()).orElse(null);
        OpenStack stack = new OpenStack(view, rules, scheme, visitor.actor(), people(visitor));
        model.addAttribute("stack", stack);
        model.addAttribute("categories", categories);
        model.addAttribute("posts", view.posts());
        model.addAttribute("chosen", looking.of(name, visitor.actor()));
        model.addAttribute("assigned", media.exposure().assigned(name, visitor.actor()));
        consultations.enter(
                opened,
                visitor,
                "stack",
                view.members().stream().map(member -> member.digest().hex()).toList());
        return stack;
    }

    private CategoryText categories(Visitor visitor) throws IOException {
        return new CategoryText(media.schemes(), visitor.locale().getLanguage());
    }

    private Map<String, String> people(Visitor visitor) {
        return rooms.users().all(visitor.actor()).stream()
                .collect(Collectors.toMap(user -> user.actor().id(), User::name));
    }

    private static Refusal absent(String what, int number) {
        return new Refusal(Refusal.Kind.PERMISSION, "there is no " + what + " " + number);
    }
}
