package vigie.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vigie.sample.chat.Entry;
import vigie.sample.chat.Media;
import vigie.sample.export.Export;
import vigie.sample.export.View;
import vigie.sample.people.Account;
import vigie.sample.people.Person;

/// The operation at full size as it is planned; no picture is drawn.
final class OperationPlanTest {
    private static final SampleOperation.Size SIZE = SampleOperation.Size.OPERATION;
    private static Design design;

    @BeforeAll
    static void plan() {
        design = new Design(SIZE, 1);
    }

    @Test
    void people_live_in_fifty_countries_and_speak_five_languages() {
        var countries = new TreeSet<String>();
        var languages = new TreeSet<String>();
        for (Person person : design.population().persons()) {
            countries.add(person.country().code());
            languages.add(person.language());
        }
        assertTrue(countries.size() >= 50, countries.toString());
        assertEquals(5, languages.size());
    }

    @Test
    void one_person_in_ten_uses_two_to_four_accounts_with_one_number() {
        Map<Person, Integer> accounts = new HashMap<>();
        design.population().accounts().forEach(a -> accounts.merge(a.person(), 1, Integer::sum));
        long several = accounts.values().stream().filter(count -> count > 1).count();
        double share = (double) several / accounts.size();
        assertTrue(share > 0.08 && share < 0.12, "share " + share);
        assertTrue(accounts.values().stream().allMatch(count -> count <= 4));
        var phones = new HashSet<String>();
        accounts.keySet().forEach(person -> assertTrue(phones.add(person.phone())));
        var handles = new HashSet<String>();
        var ids = new HashSet<Long>();
        for (Account account : design.population().accounts()) {
            assertTrue(handles.add(account.handle()));
            assertTrue(account.handle().matches("[a-z][a-z0-9_]{4,31}"), account.handle());
            assertTrue(ids.add(account.id()));
        }
        assertEquals(SIZE.members(), ids.size());
    }

    @Test
    void messages_pictures_and_speakers_are_as_many_as_promised() {
        int messages = 0;
        int files = 0;
        int clips = 0;
        Set<String> authors = new HashSet<>();
        Set<String> announced = new HashSet<>();
        for (Export export : design.exports()) {
            for (View view : export.views()) {
                messages += view.messages();
                for (Entry entry : view.entries()) {
                    Media media = null;
                    if (entry instanceof Entry.Post post) {
                        media = post.media();
                        authors.add(post.from().key());
                        post.statements().forEach(s -> announced.add(s.kind()));
                    } else if (entry instanceof Entry.Event event) {
                        media = event.photo();
                        if (event.actor() != null) {
                            authors.add(event.actor().key());
                        }
                    }
                    boolean kept = view.files();
                    files += kept && media instanceof Media.Photo p && p.picture() >= 0 ? 1 : 0;
                    clips += kept && media instanceof Media.Clip c && c.picture() >= 0 ? 1 : 0;
                }
            }
            if (export.own() != null) {
                files += export.own().pictures().size() + export.own().stories().size();
            }
        }
        assertEquals(SIZE.messages(), messages);
        assertEquals(SIZE.files(), files + clips);
        assertTrue(Math.abs(clips - 600) < 20, clips + " clips");
        for (Account account : design.population().accounts()) {
            assertTrue(authors.contains(account.peer()), account.peer());
        }
        assertEquals(
                Set.of("occupation", "family", "place", "phone", "handle", "new-account"),
                announced);
    }

    @Test
    void times_and_numbers_only_grow() {
        for (Export export : design.exports()) {
            for (View view : export.views()) {
                long id = Long.MIN_VALUE;
                long at = 0;
                for (Entry entry : view.entries()) {
                    assertTrue(entry.id() > id && entry.at() >= at, export.folder());
                    id = entry.id();
                    at = entry.at();
                }
            }
        }
    }
}
