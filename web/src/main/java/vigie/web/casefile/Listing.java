package vigie.web.casefile;

import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import vigie.casework.overview.Slice;

/// A long list as its address states it.
///
/// @param path       of the list, without its question
/// @param text       what rows must hold
/// @param sort       by what it is sorted: the name of a constant in lower case
/// @param descending whether the largest comes first
/// @param page       from 1
public record Listing(String path, String text, String sort, boolean descending, int page) {
    /// How many rows stand on a page.
    static final int SIZE = 100;

    public Listing {
        page = Math.clamp(page, 1, 1_000_000);
    }

    /// The part of the list.
    Slice slice() {
        return new Slice((page - 1) * SIZE, SIZE);
    }

    /// The constant by which it is sorted.
    <E extends Enum<E>> E by(Class<E> type) {
        try {
            return Enum.valueOf(type, sort.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return type.getEnumConstants()[0];
        }
    }

    /// The address of another page.
    public String at(int otherPage) {
        return address(sort, descending, otherPage);
    }

    /// The address of the same sorted by another column; by the same column, the other way round.
    public String sorted(String other) {
        return address(other, !other.equals(sort) || !descending, 1);
    }

    /// Which way a column is sorted, as `aria-sort` says it.
    public String direction(String column) {
        return !column.equals(sort) ? "none" : descending ? "descending" : "ascending";
    }

    /// How many pages so many rows fill.
    public long pages(long total) {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }

    private String address(String by, boolean down, int number) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(path)
                        .queryParam("sort", by)
                        .queryParam("down", down ? 1 : 0);
        if (!text.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (number > 1) {
            address.queryParam("page", number);
        }
        return address.encode().buildAndExpand(Map.of("q", text)).toUriString();
    }
}
