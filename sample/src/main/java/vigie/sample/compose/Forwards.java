package vigie.sample.compose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.sample.chat.Entry;
import vigie.sample.dice.Dice;

/// Messages that others may forward.
final class Forwards {
    private static final int KEPT = 4000;

    private final List<Entry.Post> posts = new ArrayList<>();

    /// Keeps one message in three for later.
    void offer(Entry.Post post, Dice dice) {
        if (post.text().isEmpty() || post.forwarded() != null || !dice.chance(0.34)) {
            return;
        }
        if (posts.size() < KEPT) {
            posts.add(post);
        } else {
            posts.set(dice.below(KEPT), post);
        }
    }

    /// A message that was written before `at`, if one is found.
    Entry.@Nullable Post before(long at, Dice dice) {
        for (int i = 0; i < 12 && !posts.isEmpty(); i++) {
            Entry.Post post = dice.pick(posts);
            if (post.at() < at) {
                return post;
            }
        }
        return null;
    }
}
