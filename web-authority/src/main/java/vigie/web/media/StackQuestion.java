package vigie.web.media;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vigie.casework.media.Finding;
import vigie.casework.media.StackFilter;
import vigie.casework.overview.Slice;

/// Which stacks are listed, as an address states it.
///
/// @param name the case
/// @param find the word of a finding, or "" for all
/// @param open only those without the decisions that the case requires
/// @param page from 1
public record StackQuestion(String name, String find, boolean open, int page) {
    /// How many stacks stand on a page.
    public static final int SIZE = 50;

    private static final int LAST = 1_000_000;

    /// The question of an address; what makes no sense is left out.
    static StackQuestion of(String name, @Nullable String find, boolean open, int page) {
        return new StackQuestion(
                name,
                Finding.of(find == null ? "" : find).map(Finding::word).orElse(""),
                open,
                Math.clamp(page, 1, LAST));
    }

    /// As the reads take it.
    StackFilter filter() {
        return new StackFilter(find.isEmpty() ? Optional.empty() : Finding.of(find), open);
    }

    /// The part of the list.
    Slice slice() {
        return new Slice((page - 1) * SIZE, SIZE);
    }

    /// How many pages so many stacks fill.
    public long pages(long total) {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }

    /// The address of the list alone.
    public String address() {
        return address(find, open, page, 0);
    }

    /// The address of another page of it.
    public String at(int other) {
        return address(find, open, other, 0);
    }

    /// The address of stacks that stand otherwise; all for "".
    public String among(String other) {
        return address(other, open, 1, 0);
    }

    /// The address of all of them, or only of those without a decision.
    public String undecided(boolean only) {
        return address(find, only, 1, 0);
    }

    /// The address of the list with a stack opened beside it.
    public String opening(int stack) {
        return address(find, open, page, stack);
    }

    /// The same on the page after this one.
    StackQuestion following() {
        return new StackQuestion(name, find, open, page + 1);
    }

    private String address(String finding, boolean only, int number, int stack) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases/{name}/media");
        if (!finding.isEmpty()) {
            address.queryParam("find", finding);
        }
        if (only) {
            address.queryParam("open", "1");
        }
        if (number > 1) {
            address.queryParam("page", number);
        }
        if (stack > 0) {
            address.queryParam("s", stack);
        }
        return address.encode().buildAndExpand(name).toUriString();
    }
}
