package vigie.web.review;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.RowId;
import vigie.casework.operation.Surroundings;
import vigie.casework.review.ReviewState;
import vigie.casework.user.User;
import vigie.model.casefile.Refusal;
import vigie.web.Rooms;
import vigie.web.writing.EvidenceText;

/// Opens messages for a page.
@Component
class Items {
    /// How many messages stand before and after an opened one: what a person reads at a glance.
    private static final int AROUND = 8;

    private final Rooms rooms;
    private final EvidenceText texts;

    Items(Rooms rooms, EvidenceText texts) {
        this.rooms = rooms;
        this.texts = texts;
    }

    /// Puts the message of an address on the page, entered as a consultation; null opens none.
    ///
    /// @throws Refusal where the case has no such message that the visitor may read
    void open(OpenCase opened, @Nullable String row, String purpose, Model model)
            throws IOException {
        if (row == null) {
            model.addAttribute("item", null);
            return;
        }
        long number;
        Surroundings around;
        try {
            number = RowId.parse(row);
            around = Surroundings.of(opened, number, AROUND, AROUND, purpose);
        } catch (IllegalArgumentException | NoSuchElementException absent) {
            throw new Refusal(Refusal.Kind.PERMISSION, "there is no message " + row);
        }
        ReviewState state =
                rooms.reviewing()
                        .of(opened, List.of(number))
                        .getOrDefault(number, ReviewState.NONE);
        model.addAttribute("item", new Item(around, state, people(opened), texts));
    }

    private Map<String, String> people(OpenCase opened) {
        return rooms.users().all(opened.actor()).stream()
                .collect(Collectors.toMap(user -> user.actor().id(), User::name));
    }
}
