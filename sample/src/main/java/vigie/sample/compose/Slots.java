package vigie.sample.compose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.sample.people.Person;

/// The places in conversations where a picture or clip is wanted.
public final class Slots {
    /// One of them.
    ///
    /// @param number from 0, in the order of making
    /// @param at     when it is posted
    /// @param poster by whom, null where a conversation itself posts
    public record Slot(int number, long at, @Nullable Person poster, boolean clip) {}

    private final List<Slot> slots = new ArrayList<>();

    /// Another place for a picture; its number.
    public int add(long at, @Nullable Person poster, boolean clip) {
        slots.add(new Slot(slots.size(), at, poster, clip));
        return slots.size() - 1;
    }

    /// All places, by number.
    public List<Slot> all() {
        return List.copyOf(slots);
    }
}
