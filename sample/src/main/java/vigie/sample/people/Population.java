package vigie.sample.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.sample.dice.Dice;

/// The people of the sample and their accounts. One person in ten uses two to four accounts.
public record Population(List<Person> persons, List<Account> accounts) {
    private static final List<String> ENDINGS =
            List.of("", "", "", "", " 🌱", "!!", " :)", "...", " ☀️", " 👍", " ^^", " ;-)");
    private static final List<String> WORDS =
            List.of("garden", "goal", "kitchen", "rail", "bird", "green", "bike", "tea", "hill");

    public Population {
        persons = List.copyOf(persons);
        accounts = List.copyOf(accounts);
    }

    /// As many people as use exactly `members` accounts.
    public static Population of(
            long seed, int members, List<String> occupations, List<String> families) {
        var made = new Making(seed, occupations, families);
        while (made.accounts.size() < members) {
            made.person(members);
        }
        return new Population(made.persons, made.accounts);
    }

    /// The other accounts of the same person, in order.
    public List<Account> others(Account account) {
        var others = new ArrayList<Account>();
        for (int step : new int[] {-1, 1}) {
            for (int i = account.number() + step; i >= 0 && i < accounts.size(); i += step) {
                if (accounts.get(i).person().number() != account.person().number()) {
                    break;
                }
                others.add(accounts.get(i));
            }
        }
        return List.copyOf(others);
    }

    private static final class Making {
        final Dice dice;
        final Atlas atlas = Atlas.load();
        final Names names = new Names();
        final Phones phones = new Phones();
        final List<String> occupations;
        final List<String> families;
        final Set<String> handles = new HashSet<>();
        final Set<Long> ids = new HashSet<>();
        final List<Person> persons = new ArrayList<>();
        final List<Account> accounts = new ArrayList<>();

        Making(long seed, List<String> occupations, List<String> families) {
            dice = Dice.of(seed, "population");
            this.occupations = occupations;
            this.families = families;
        }

        void person(int members) {
            int number = persons.size() + 1;
            Country country =
                    number <= atlas.countries().size() * 2
                            ? atlas.countries().get((number - 1) % atlas.countries().size())
                            : atlas.pick(dice);
            Names.Name first = names.first(country.language(), dice);
            Names.Name last = names.last(country.language(), dice);
            var person =
                    new Person(
                            number,
                            country,
                            dice.pick(country.cities()),
                            first.written(),
                            last.written(),
                            first.latin() + "_" + last.latin(),
                            dice.pick(occupations),
                            dice.pick(families),
                            phones.next(country),
                            new Habit(dice.pick(ENDINGS), dice.chance(0.15), dice.chance(0.3)));
            persons.add(person);
            int count = number == 1 ? 2 : dice.chance(0.1) ? 2 + dice.weighted(6, 3, 1) : 1;
            String base = handle(person);
            for (int i = 0; i < count && accounts.size() < members; i++) {
                accounts.add(
                        new Account(
                                accounts.size(),
                                id(),
                                person,
                                name(person, i),
                                i == 0 ? unique(base) : unique(variant(base, i))));
            }
        }

        private @Nullable String name(Person person, int rank) {
            if (person.number() > 60 && dice.chance(0.02)) {
                return null;
            }
            String first = person.first();
            String last = person.last();
            return switch (dice.weighted(8, 4, 3, 2, 1)) {
                case 0 -> rank == 0 ? first + " " + last : last + " " + first;
                case 1 -> rank == 0 ? first : first + " " + (rank + 1);
                case 2 -> first + " " + last.charAt(0) + ".";
                case 3 -> first + " " + person.home().local();
                default -> first + " 🌻";
            };
        }

        private String handle(Person person) {
            int underscore = person.latin().indexOf('_');
            String first = person.latin().substring(0, underscore);
            String last = person.latin().substring(underscore + 1);
            return switch (dice.below(4)) {
                case 0 -> first + "_" + last;
                case 1 -> first + dice.pick(WORDS) + dice.between(10, 99);
                case 2 -> dice.pick(WORDS) + "_" + first + dice.between(1, 99);
                default -> first + last.charAt(0) + "_" + dice.between(50, 99);
            };
        }

        private String variant(String base, int rank) {
            return switch (dice.below(4)) {
                case 0 -> base + "_" + (rank + 1);
                case 1 -> base.contains("_") ? base.replace("_", "") : base + "_";
                case 2 -> base + "0" + rank;
                default -> "the_" + base;
            };
        }

        private String unique(String wished) {
            String handle = wished.endsWith("_") ? wished + "x" : wished;
            while (handle.length() < 6 || !handles.add(handle)) {
                handle += dice.below(10);
            }
            return handle;
        }

        private long id() {
            while (true) {
                long id =
                        dice.chance(0.5)
                                ? dice.between(100_000_000L, 2_100_000_000L)
                                : dice.between(5_000_000_000L, 7_900_000_000L);
                if (ids.add(id)) {
                    return id;
                }
            }
        }
    }
}
