package vigie.sample.compose;

import java.util.ArrayList;
import java.util.List;
import vigie.sample.chat.Chat;
import vigie.sample.chat.Peer;
import vigie.sample.chat.Reaction;
import vigie.sample.dice.Dice;
import vigie.sample.people.Account;

/// How people react to messages.
final class Applause {
    private static final List<String> EMOJI = List.of("👍", "❤", "🔥", "🎉", "😁", "👏", "🤔");

    private Applause() {}

    static List<Reaction> of(List<Account> everybody, long at, Outline outline, Dice dice) {
        if (outline.kind() == Chat.Kind.SAVED || !dice.chance(0.12)) {
            return List.of();
        }
        var reactions = new ArrayList<Reaction>();
        int kinds = 1 + dice.weighted(7, 2, 1);
        int first = dice.below(EMOJI.size());
        for (int i = 0; i < kinds; i++) {
            int count = dice.between(1, 6);
            var recent = new ArrayList<Reaction.Recent>();
            if (!outline.kind().broadcasts()) {
                int named = Math.min(Math.min(count, 3), everybody.size());
                for (Account account : dice.some(named, everybody)) {
                    recent.add(new Reaction.Recent(Peer.of(account), at + dice.between(10, 5000)));
                }
            }
            String emoji = EMOJI.get((first + i) % EMOJI.size());
            reactions.add(
                    switch (dice.weighted(40, 2, 1)) {
                        case 0 -> new Reaction("emoji", emoji, count, recent);
                        case 1 ->
                                new Reaction(
                                        "custom_emoji",
                                        Long.toString(dice.between(5_000_000L, 9_000_000L)),
                                        count,
                                        recent);
                        default -> new Reaction("paid", "", count, recent);
                    });
        }
        return reactions;
    }
}
