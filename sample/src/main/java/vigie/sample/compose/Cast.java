package vigie.sample.compose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.sample.chat.Chat;
import vigie.sample.chat.Peer;
import vigie.sample.dice.Dice;
import vigie.sample.people.Account;

/// Who writes which message of a conversation.
final class Cast {
    /// Somebody at the keyboard and the peer that the conversation shows.
    ///
    /// @param signature the name under a channel's message
    record Speaker(Account account, Peer peer, @Nullable String signature) {
        /// Whether a statement about oneself would be understood as the account's own.
        boolean oneself() {
            return peer.key().equals(account.peer()) && account.number() >= 0;
        }
    }

    private Cast() {}

    /// One speaker for each message: every account of the outline at least once, then some much
    /// more often than others.
    static List<Speaker> of(Outline outline, Dice dice) {
        int messages = outline.messages();
        List<Account> accounts = outline.speakers();
        var speakers = new ArrayList<Speaker>(messages);
        if (outline.kind().broadcasts()) {
            Peer channel = new Peer("channel" + outline.id(), outline.name());
            for (int i = 0; i < messages; i++) {
                Account editor = dice.pickEarly(accounts);
                String signature = dice.chance(0.3) ? editor.person().first() : null;
                speakers.add(new Speaker(editor, channel, signature));
            }
            return speakers;
        }
        boolean known = outline.kind() == Chat.Kind.PERSONAL || outline.kind() == Chat.Kind.BOT;
        if (!known && accounts.size() > messages) {
            throw new IllegalArgumentException(
                    accounts.size() + " accounts and " + messages + " messages: " + outline.name());
        }
        for (int i = 0; i < Math.min(messages, accounts.size()); i++) {
            speakers.add(own(accounts.get(i)));
        }
        Account visitor = outline.visitor();
        if (visitor != null) {
            for (int i = 0; i < 12 && speakers.size() < messages; i++) {
                speakers.add(own(visitor));
            }
        }
        Peer group = new Peer("channel" + outline.id(), outline.name());
        if (outline.kind().numbered() && speakers.size() < messages) {
            speakers.add(new Speaker(accounts.getFirst(), group, null));
        }
        while (speakers.size() < messages) {
            Account account = known ? dice.pick(accounts) : dice.pickEarly(accounts);
            speakers.add(
                    outline.kind().numbered() && dice.chance(0.005)
                            ? new Speaker(account, group, null)
                            : own(account));
        }
        dice.shuffle(speakers);
        return speakers;
    }

    private static Speaker own(Account account) {
        return new Speaker(account, Peer.of(account), null);
    }
}
