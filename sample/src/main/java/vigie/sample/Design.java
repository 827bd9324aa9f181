package vigie.sample;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vigie.sample.chat.Chat;
import vigie.sample.chat.Entry;
import vigie.sample.chat.Media;
import vigie.sample.compose.Composer;
import vigie.sample.compose.Numbering;
import vigie.sample.compose.Outline;
import vigie.sample.compose.Slots;
import vigie.sample.dice.Dice;
import vigie.sample.export.Export;
import vigie.sample.export.View;
import vigie.sample.people.Account;
import vigie.sample.people.Habit;
import vigie.sample.people.Person;
import vigie.sample.people.Population;
import vigie.sample.talk.Speech;

/// Decides which conversations there are, how large they are, and which export holds which.
final class Design {
    static final String SEIZED = "seized/DataExport_2025-12-02";
    static final String PSEUDONYM = "pseudonym/ChatExport_2025-12-03";
    static final String WITNESS = "witness/DataExport_2025-11-29";
    static final String ASSOCIATION = "association/ChatExport_2025-11-28";

    private final long seed;
    private final SampleOperation.Size size;
    private final Dice dice;
    private final Speech speech = new Speech();
    private final Slots slots = new Slots();
    private final Population population;
    private final Account owner;
    private final Account witness;
    private final Account pseudonym;
    private final Account bot;
    private final Composer composer;
    private final Venues venues;
    private final List<Export> exports = new ArrayList<>();
    private final List<Copies> copies = new ArrayList<>();
    private final Set<View> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    private int messages;
    private int files;
    private int clips;

    Design(SampleOperation.Size size, long seed) {
        this.seed = seed;
        this.size = size;
        dice = Dice.of(seed, "design");
        population = Population.of(seed, size.members(), speech.occupations(), speech.families());
        composer = new Composer(seed, speech, population, slots);
        owner = population.accounts().getFirst();
        witness = population.accounts().get(7);
        pseudonym = extra(-1, 6_120_000_777L, "Lina M.", "lina_balcony");
        bot = extra(-2, 6_450_000_123L, "Garden Clock", "gardenclock_bot");
        venues =
                new Venues(
                        composer,
                        seed,
                        size.messages(),
                        population.accounts().subList(0, 4),
                        owner,
                        bot);
        make();
    }

    List<Export> exports() {
        return List.copyOf(exports);
    }

    List<Copies> copies() {
        return List.copyOf(copies);
    }

    Population population() {
        return population;
    }

    Slots slots() {
        return slots;
    }

    Account pseudonym() {
        return pseudonym;
    }

    private void make() {
        var capacity = new ArrayList<Integer>();
        for (double share : new double[] {0.19, 0.185, 0.11, 0.10, 0.09, 0.04, 0.035}) {
            capacity.add(Math.max(2, venues.part(share) * 3 / 4));
        }
        capacity.set(5, Math.min(capacity.get(5), 190));
        capacity.set(6, Math.min(capacity.get(6), 190));
        Guests guests = new Guests(population, capacity, List.of(owner, witness), dice);
        var accountNumbers = new Numbering.OfAccount(Venues.START - 200 * 86_400L);

        // The association's channel, of which the seized account has a copy.
        Chat letters =
                composer.compose(
                        venues.channel(
                                Chat.Kind.PRIVATE_CHANNEL, 1_900_100_001L, "Seed letters", 0.02),
                        venues.numbers(1),
                        List.of());
        Copies lettersCopies =
                Copies.of(
                        letters, 0.05, 0.97, true, Dice.of(seed, "copies", 1), SEIZED, ASSOCIATION);
        copies.add(lettersCopies);
        count(lettersCopies.first());
        count(lettersCopies.second());
        exports.add(single(ASSOCIATION, "association", "Africa/Cairo", lettersCopies.second()));

        // The garden supergroup, seen by the pseudonym and by the witness.
        Chat gardens =
                composer.compose(
                        venues.group(
                                Chat.Kind.PUBLIC_SUPERGROUP,
                                1_800_200_002L,
                                "Gardens of the world",
                                List.of("gardening", "gardening", "cooking", "birds"),
                                guests,
                                0,
                                0.19,
                                Venues.START,
                                pseudonym),
                        venues.numbers(2),
                        List.of());
        Copies gardenCopies =
                Copies.of(
                        gardens, 0.35, 0.88, false, Dice.of(seed, "copies", 2), PSEUDONYM, WITNESS);
        copies.add(gardenCopies);
        count(gardenCopies.first());
        count(gardenCopies.second());
        exports.add(single(PSEUDONYM, "pseudonym", "Europe/Paris", gardenCopies.first()));

        View recipes =
                View.whole(
                        composer.compose(
                                venues.channel(
                                        Chat.Kind.PUBLIC_CHANNEL,
                                        1_700_300_003L,
                                        "Soup of the day",
                                        0.035),
                                venues.numbers(3),
                                List.of()));
        count(recipes);
        exports.add(single(PSEUDONYM + " (2)", "pseudonym", "Europe/Paris", recipes));

        Chat founders = venues.founders(guests, accountNumbers);
        View travel = venues.travel(guests, founders);
        count(travel);
        View foundersCopy = venues.foundersCopy(founders);
        count(foundersCopy);
        exports.add(witnessExport(gardenCopies.second(), foundersCopy));
        exports.add(seizedExport(guests, accountNumbers, travel, lettersCopies.first()));

        // The football supergroup takes what is left of messages, pictures and clips.
        int photosAndClips = size.files() - files;
        int leftClips = Math.max(1, size.clips() - clips);
        int leftMessages = size.messages() - messages;
        View football =
                View.whole(
                        composer.compose(
                                new Outline(
                                        Chat.Kind.PUBLIC_SUPERGROUP,
                                        1_600_400_004L,
                                        "Sunday football",
                                        List.of("football", "football", "train", "cooking"),
                                        guests.speakers(1),
                                        guests.quiet(1),
                                        pseudonym,
                                        leftMessages,
                                        photosAndClips - leftClips,
                                        leftClips,
                                        Venues.START + 9_000,
                                        Venues.END,
                                        false),
                                venues.numbers(4),
                                List.of()));
        count(football);
        exports.add(single(PSEUDONYM + " (1)", "pseudonym", "Europe/Paris", football));
        exports.sort(java.util.Comparator.comparing(Export::folder));
    }

    private Export witnessExport(View gardens, View founders) {
        var views = new ArrayList<View>();
        views.add(gardens);
        views.add(founders);
        var numbers = new Numbering.OfAccount(Venues.START - 80 * 86_400L);
        List<Account> partners = partners(witness, Math.max(2, size.privateChats() / 5));
        for (Account partner : partners) {
            views.add(venues.personal(witness, partner, numbers, Math.max(6, venues.part(0.001))));
        }
        views.forEach(this::count);
        return new Export(
                WITNESS,
                "witness",
                ZoneId.of("America/Montreal"),
                own(witness, partners, 1),
                views,
                renamed(partners, " 🌿"),
                false);
    }

    private Export seizedExport(
            Guests guests, Numbering.OfAccount numbers, View travel, View letters) {
        var views = new ArrayList<View>();
        views.add(travel);
        views.add(letters);
        views.add(
                View.whole(
                        composer.compose(
                                venues.group(
                                        Chat.Kind.PRIVATE_SUPERGROUP,
                                        1_400_600_006L,
                                        "Birds at dawn",
                                        List.of("birds", "birds", "gardening"),
                                        guests,
                                        3,
                                        0.10,
                                        Venues.START + 40_000,
                                        null),
                                venues.numbers(6),
                                List.of())));
        for (int i = 5; i < 7; i++) {
            views.add(
                    View.whole(
                            composer.compose(
                                    venues.group(
                                            Chat.Kind.GROUP,
                                            900_000_000L + i,
                                            i == 5 ? "School fair committee" : "Jardins partagés",
                                            List.of(i == 5 ? "fair" : "gardening"),
                                            guests,
                                            i,
                                            i == 5 ? 0.04 : 0.035,
                                            Venues.START + 70_000L * i,
                                            null),
                                    numbers.conversation(),
                                    List.of())));
        }
        List<Account> partners = partners(owner, size.privateChats());
        for (Account partner : partners) {
            int count = Math.max(6, venues.part(0.045) / partners.size() + dice.between(-4, 4));
            views.add(venues.personal(owner, partner, numbers, count));
        }
        views.add(venues.bot(numbers));
        views.add(venues.saved(numbers));
        Chat kitchen =
                composer.compose(
                        venues.group(
                                Chat.Kind.PUBLIC_SUPERGROUP,
                                1_300_700_007L,
                                "Open kitchen",
                                List.of("cooking", "cooking", "football", "fair"),
                                guests,
                                4,
                                0.09,
                                Venues.START + 5_000,
                                null),
                        venues.numbers(7),
                        List.of());
        views.add(new View(kitchen, kitchen.entries(), true, true));
        views.forEach(this::count);
        Export.Own own = own(owner, partners, size.privateChats() / 5 + 1);
        return new Export(
                SEIZED,
                "seized",
                ZoneId.of("Europe/Paris"),
                own,
                views,
                renamed(partners, " (jardin)"),
                true);
    }

    private Export.Own own(Account account, List<Account> partners, int pictures) {
        Dice own = Dice.of(seed, "own", account.number());
        var contacts = new ArrayList<Export.Contact>();
        for (Account partner : partners) {
            Person person = partner.person();
            contacts.add(
                    new Export.Contact(
                            partner,
                            person.first(),
                            person.last(),
                            person.phone(),
                            own.between(Venues.START - 90_000_000, Venues.START)));
        }
        for (int i = 0; i < partners.size() / 2 + 1; i++) {
            Person person = own.pick(population.persons());
            contacts.add(
                    new Export.Contact(
                            null,
                            person.first(),
                            "",
                            person.phone(),
                            own.between(Venues.START - 90_000_000, Venues.START)));
        }
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < pictures + 1; i++) {
            numbers.add(
                    slots.add(
                            own.between(Venues.START - 9_000_000, Venues.END),
                            account.person(),
                            false));
        }
        files += numbers.size();
        return new Export.Own(
                account,
                "🌱 " + account.person().home().name(),
                contacts,
                partners.subList(0, Math.min(10, partners.size())),
                numbers.subList(0, pictures),
                numbers.subList(pictures, pictures + 1),
                bot);
    }

    private List<Account> partners(Account account, int count) {
        var others =
                new ArrayList<>(population.accounts().subList(8, population.accounts().size()));
        others.remove(account);
        return Dice.of(seed, "partners", account.number()).some(count, others);
    }

    private static Map<String, String> renamed(List<Account> partners, String note) {
        var renamed = new HashMap<String, String>();
        for (int i = 0; i < partners.size(); i += 2) {
            Account partner = partners.get(i);
            renamed.put(partner.peer(), partner.person().first() + note);
        }
        return renamed;
    }

    private static Export single(String folder, String basis, String zone, View view) {
        return new Export(folder, basis, ZoneId.of(zone), null, List.of(view), Map.of(), false);
    }

    private Account extra(int number, long id, String name, String handle) {
        Person first = population.persons().getFirst();
        var person =
                new Person(
                        number,
                        first.country(),
                        first.home(),
                        name,
                        "",
                        handle,
                        "gardener",
                        "no-children",
                        "",
                        new Habit("", false, false));
        return new Account(number, id, person, name, handle);
    }

    private void count(View view) {
        if (!counted.add(view)) {
            return;
        }
        messages += view.messages();
        if (!view.files()) {
            return;
        }
        for (Entry entry : view.entries()) {
            Media media =
                    switch (entry) {
                        case Entry.Post post -> post.media();
                        case Entry.Event event -> event.photo();
                        case Entry.Unsupported _ -> null;
                    };
            if (media instanceof Media.Photo photo && photo.picture() >= 0) {
                files++;
            } else if (media instanceof Media.Clip clip && clip.picture() >= 0) {
                files++;
                clips++;
            }
        }
    }
}
