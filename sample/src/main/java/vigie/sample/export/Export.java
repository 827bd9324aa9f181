package vigie.sample.export;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.sample.people.Account;

/// One export, as one account made it.
///
/// @param folder    where it lies, below the root of the sample, with `/`
/// @param basis     the folder of its basis
/// @param zone      whose local time its dates are in
/// @param own       what it says about the exporting account; null where it holds one chat only
/// @param renamed   display names that the exporter chose, by peer
/// @param forwardIds whether it gives the ids of those who are forwarded
public record Export(
        String folder,
        String basis,
        ZoneId zone,
        @Nullable Own own,
        List<View> views,
        Map<String, String> renamed,
        boolean forwardIds) {
    public Export {
        views = List.copyOf(views);
        renamed = Map.copyOf(renamed);
    }

    /// The exporting account and what belongs to it.
    ///
    /// @param contacts people whom it knows; those with a null name are known by phone only
    /// @param frequent those whom it writes to most
    /// @param pictures numbers of its profile pictures in the picture plan
    /// @param stories  numbers of the pictures of its stories
    /// @param bot      an inline bot that it uses
    public record Own(
            Account account,
            String bio,
            List<Contact> contacts,
            List<Account> frequent,
            List<Integer> pictures,
            List<Integer> stories,
            Account bot) {
        public Own {
            contacts = List.copyOf(contacts);
            frequent = List.copyOf(frequent);
            pictures = List.copyOf(pictures);
            stories = List.copyOf(stories);
        }
    }

    /// An entry of the address book.
    ///
    /// @param user the account, or null where only the number is known
    public record Contact(
            @Nullable Account user, String first, String last, String phone, long date) {}
}
