package vigie.sample.export;

import java.io.IOException;
import java.util.List;
import vigie.sample.people.Account;
import vigie.sample.people.Person;

/// Writes what an export of a whole account says about that account.
final class AccountWriter {
    private static final long CREATED = 1_700_000_000L;

    private final JsonOut out;
    private final MessageWriter dates;
    private final Tally tally;

    AccountWriter(JsonOut out, MessageWriter dates, Tally tally) {
        this.out = out;
        this.dates = dates;
        this.tally = tally;
    }

    void person(Export.Own own) throws IOException {
        Person person = own.account().person();
        out.key("personal_information")
                .object()
                .field("user_id", own.account().id())
                .field("first_name", person.first())
                .field("last_name", person.last())
                .field("phone_number", person.phone())
                .field("username", "@" + own.account().handle())
                .field("bio", own.bio())
                .endObject();
        tally.account(own.account().peer());
    }

    void pictures(String list, List<String> paths, List<Long> posted) throws IOException {
        boolean story = list.equals("stories");
        out.key(list).array();
        for (int i = 0; i < paths.size(); i++) {
            out.object();
            dates.date("date", posted.get(i));
            if (story) {
                dates.date("expires", posted.get(i) + 86_400);
                out.field("pinned", i == 0);
            }
            out.field(story ? "media" : "photo", paths.get(i)).endObject();
            tally.refer(story ? "media" : "photo", paths.get(i), true);
        }
        out.endArray();
    }

    void contacts(Export.Own own) throws IOException {
        out.key("contacts").object().field("about", About.CONTACTS).key("list").array();
        for (Export.Contact contact : own.contacts()) {
            out.object();
            Account user = contact.user();
            if (user != null) {
                out.field("user_id", user.id());
                tally.account(user.peer());
            }
            out.field("first_name", contact.first())
                    .field("last_name", contact.last())
                    .field("phone_number", contact.phone());
            dates.date("date", contact.date());
            out.endObject();
        }
        out.endArray().endObject();
    }

    void frequent(Export.Own own) throws IOException {
        out.key("frequent_contacts").object().field("about", About.FREQUENT);
        out.key("list").array();
        double rating = 40;
        for (Account account : own.frequent()) {
            frequent(account, "people", rating);
            rating *= 0.8;
        }
        frequent(own.bot(), "inline_bots", 2.5);
        out.endArray().endObject();
    }

    private void frequent(Account account, String category, double rating) throws IOException {
        out.object()
                .field("id", account.id())
                .field("category", category)
                .field("type", "user")
                .field("name", account.name())
                .field("rating", Math.round(rating * 1000) / 1000.0)
                .endObject();
        tally.account(account.peer());
    }

    /// Sessions with addresses that are reserved for documentation (RFC 5737).
    void sessions() throws IOException {
        out.key("sessions").object().field("about", About.SESSIONS).key("list").array();
        List<String> addresses = List.of("192.0.2.17", "198.51.100.4", "203.0.113.90");
        List<String> devices = List.of("PC 64bit", "Telephone X1", "Tablet T8");
        for (int i = 0; i < addresses.size(); i++) {
            out.object();
            dates.date("last_active", 1_764_000_000L - i * 90_000L);
            out.field("last_ip", addresses.get(i))
                    .field("last_country", i == 2 ? "Belgium" : "France")
                    .field("last_region", i == 2 ? "Namur" : "Lyon")
                    .field("application_name", i == 0 ? "Telegram Desktop" : "Telegram Android")
                    .field("application_version", i == 0 ? "6.1.3 x64" : "11.4.2")
                    .field("device_model", devices.get(i))
                    .field("platform", i == 0 ? "Linux" : "Android")
                    .field("system_version", i == 0 ? "Debian 13" : "SDK 35");
            dates.date("created", CREATED + i * 8_000_000L);
            out.endObject();
        }
        out.endArray().endObject();
        out.key("web_sessions").object().field("about", About.WEB).key("list").array().object();
        dates.date("last_active", 1_763_000_000L);
        out.field("last_ip", "203.0.113.5")
                .field("last_region", "Lyon")
                .field("bot_username", "@gardenclock_bot")
                .field("domain_name", "garden.example.org")
                .field("browser", "Firefox")
                .field("platform", "Linux");
        dates.date("created", 1_755_000_000L);
        out.endObject().endArray().endObject();
    }
}
