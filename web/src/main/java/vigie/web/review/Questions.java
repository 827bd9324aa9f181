package vigie.web.review;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vigie.casework.operation.SearchIndex.Order;
import vigie.casework.review.ReviewFilter;
import vigie.casework.review.ReviewFilter.State;

/// What a search page asks, as its address states it: the address is the question.
///
/// @param q     the query as it was typed
/// @param state only messages of which this was decided
/// @param tag   only messages with this tag, or ""
/// @param page  from 1
public record Questions(String name, String q, State state, String tag, Order order, int page) {
    /// How many hits stand on a page.
    public static final int SIZE = 50;

    /// The question of an address; what makes no sense is left out.
    static Questions of(
            String name,
            @Nullable String q,
            @Nullable String state,
            @Nullable String tag,
            @Nullable String order,
            int page) {
        return new Questions(
                name,
                q == null ? "" : q.strip(),
                State.of(state),
                tag == null ? "" : tag.strip(),
                order(order),
                Math.clamp(page, 1, 10_000 / SIZE));
    }

    private static Order order(@Nullable String word) {
        for (Order order : Order.values()) {
            if (order.name().toLowerCase(Locale.ROOT).equals(word)) {
                return order;
            }
        }
        return Order.NEWEST;
    }

    /// The filter by what was decided.
    public ReviewFilter filter() {
        return new ReviewFilter(state, tag.isEmpty() ? null : tag);
    }

    /// How many hits come before the page.
    public int from() {
        return (page - 1) * SIZE;
    }

    /// The address of this question.
    public String address() {
        return address(q, state, tag, order, page, null);
    }

    /// The address of this question with a message opened beside it.
    public String opening(String row) {
        return address(q, state, tag, order, page, row);
    }

    /// The address of another page of it.
    public String at(int otherPage) {
        return address(q, state, tag, order, otherPage, null);
    }

    /// The address of the same in another order.
    public String ordered(String other) {
        return address(q, state, tag, order(other), 1, null);
    }

    /// The address of the same among messages of another state.
    public String among(String other) {
        return address(q, State.of(other), tag, order, 1, null);
    }

    /// The address of the same with another tag, or any for "".
    public String tagged(String other) {
        return address(q, state, other, order, 1, null);
    }

    /// The address of the question narrowed by one more condition.
    public String with(String condition) {
        return address((q + " " + condition).strip(), state, tag, order, 1, null);
    }

    /// The word of the order.
    public String orderWord() {
        return order.name().toLowerCase(Locale.ROOT);
    }

    private String address(
            String query, State among, String label, Order by, int number, @Nullable String row) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/cases/{name}/search").queryParam("q", "{q}");
        if (among != State.ANY) {
            address.queryParam("state", among.word());
        }
        if (!label.isEmpty()) {
            address.queryParam("tag", "{tag}");
        }
        if (by != Order.NEWEST) {
            address.queryParam("order", by.name().toLowerCase(Locale.ROOT));
        }
        if (number > 1) {
            address.queryParam("page", number);
        }
        if (row != null) {
            address.queryParam("m", row);
        }
        return address.encode()
                .buildAndExpand(java.util.Map.of("name", name, "q", query, "tag", label))
                .toUriString();
    }
}
