package vigie.sample.compose;

import java.util.HashSet;
import java.util.Set;
import vigie.sample.dice.Dice;

/// Gives messages of one conversation their numbers.
public interface Numbering {
    /// The number of the next message, sent at this time; greater than those before.
    long next(long at);

    /// Numbers of a supergroup or channel: from 1, with gaps where messages were deleted.
    static Numbering ofConversation(Dice dice) {
        return new Numbering() {
            private long last;

            @Override
            public long next(long at) {
                last += last > 1 && dice.chance(0.03) ? dice.between(2, 5) : 1;
                return last;
            }
        };
    }

    /// The numbers of an exporter's account, which all private chats and basic groups share.
    final class OfAccount {
        private final long opened;
        private final Set<Long> taken = new HashSet<>();

        /// An account that was opened at this time.
        public OfAccount(long opened) {
            this.opened = opened;
        }

        /// The numbers for one conversation.
        public Numbering conversation() {
            return new Numbering() {
                private long last;

                @Override
                public long next(long at) {
                    long number = Math.max(last + 1, (at - opened) / 20);
                    while (!taken.add(number)) {
                        number++;
                    }
                    last = number;
                    return number;
                }
            };
        }
    }
}
