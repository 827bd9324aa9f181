package vigie.sample;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vigie.sample.dice.Dice;
import vigie.sample.people.Account;
import vigie.sample.people.Population;

/// Who is in which group: everybody in one, some in more.
final class Guests {
    /// Shares of the groups, in the order of [Design]: two large ones, five smaller.
    private static final int[] SHARES = {28, 25, 17, 12, 13, 2, 3};

    /// The groups that no more than some can be in.
    private static final int SMALL_FROM = 5;

    private final List<List<Account>> speakers = new ArrayList<>();
    private final List<List<Account>> quiet = new ArrayList<>();

    /// Spreads the population over the groups.
    ///
    /// @param capacity the greatest number of speakers of each group
    Guests(Population population, List<Integer> capacity, List<Account> hosts, Dice dice) {
        var lists = new ArrayList<Set<Account>>();
        var silent = new ArrayList<Set<Account>>();
        for (int i = 0; i < SHARES.length; i++) {
            lists.add(new LinkedHashSet<>(hosts));
            silent.add(new LinkedHashSet<>());
        }
        int previous = 0;
        for (Account account : population.accounts()) {
            boolean sibling =
                    account.number() > 0
                            && population.accounts().get(account.number() - 1).person().number()
                                    == account.person().number();
            int group = sibling && dice.chance(0.5) ? previous : dice.weighted(SHARES);
            if (group >= SMALL_FROM && lists.get(group).size() >= capacity.get(group)) {
                group = dice.below(2);
            }
            previous = group;
            boolean silence = group < SMALL_FROM && !hosts.contains(account) && dice.chance(0.15);
            if (silence || lists.get(group).size() >= capacity.get(group)) {
                silent.get(Math.min(group, SMALL_FROM - 1)).add(account);
            } else {
                lists.get(group).add(account);
            }
            if (dice.chance(0.25)) {
                int other = dice.weighted(SHARES);
                if (lists.get(other).size() < capacity.get(other)
                        && !silent.get(other).contains(account)) {
                    lists.get(other).add(account);
                }
            }
        }
        for (int i = 0; i < SHARES.length; i++) {
            var inOrder = new ArrayList<>(lists.get(i));
            inOrder.removeAll(hosts);
            dice.shuffle(inOrder);
            inOrder.addAll(0, hosts);
            silent.get(i).removeAll(lists.get(i));
            speakers.add(List.copyOf(inOrder));
            quiet.add(List.copyOf(silent.get(i)));
        }
    }

    /// Those who certainly write in a group.
    List<Account> speakers(int group) {
        return speakers.get(group);
    }

    /// Those who certainly join it.
    List<Account> quiet(int group) {
        return quiet.get(group);
    }
}
