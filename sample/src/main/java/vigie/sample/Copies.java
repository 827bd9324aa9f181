package vigie.sample;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import vigie.sample.chat.Chat;
import vigie.sample.chat.Entry;
import vigie.sample.compose.Numbering;
import vigie.sample.dice.Dice;
import vigie.sample.export.View;

/// Two copies of one conversation, each lacking some messages of the other.
///
/// @param first   all of it but what was deleted before the first export
/// @param second  a part of it but what was deleted before the second
/// @param lacking what one copy lacks within its range
/// @param firstFolder  the folder of the export of the first
/// @param secondFolder that of the second
record Copies(
        View first, View second, List<Lack> lacking, String firstFolder, String secondFolder) {
    /// A message that the `holder` has and the other copy lacks.
    record Lack(long id, boolean holderIsFirst) {}

    Copies {
        lacking = List.copyOf(lacking);
    }

    /// The folder of the export that has the message.
    String holder(Lack lack) {
        return lack.holderIsFirst() ? firstFolder : secondFolder;
    }

    /// The folder of the export that lacks it.
    String lacking(Lack lack) {
        return lack.holderIsFirst() ? secondFolder : firstFolder;
    }

    /// Makes two copies.
    ///
    /// @param from where the second starts, as a share of the entries
    /// @param to   where it ends
    /// @param files whether the second has files
    static Copies of(
            Chat chat,
            double from,
            double to,
            boolean files,
            Dice dice,
            String firstFolder,
            String secondFolder) {
        List<Entry> all = chat.entries();
        int start = (int) (all.size() * from);
        int end = (int) (all.size() * to);
        var messages = new ArrayList<Integer>();
        for (int i = start + 1; i < end - 1; i++) {
            if (all.get(i) instanceof Entry.Post) {
                messages.add(i);
            }
        }
        int lost = Math.max(2, messages.size() / 60);
        BitSet chosen = dice.sample(lost, messages.size());
        var first = new ArrayList<>(all.subList(0, start + 1));
        var second = new ArrayList<Entry>(all.subList(start, start + 1));
        var lacking = new ArrayList<Lack>();
        BitSet gone = new BitSet();
        chosen.stream().forEach(i -> gone.set(messages.get(i)));
        for (int i = start + 1; i < all.size(); i++) {
            Entry entry = all.get(i);
            boolean inSecond = i < end;
            if (gone.get(i)) {
                boolean keptByFirst = dice.chance(0.6);
                (keptByFirst ? first : second).add(entry);
                lacking.add(new Lack(entry.id(), keptByFirst));
                continue;
            }
            first.add(entry);
            if (inSecond) {
                second.add(entry);
            }
        }
        return new Copies(
                new View(chat, first, true, false),
                new View(chat, second, files, false),
                lacking,
                firstFolder,
                secondFolder);
    }

    /// The same entries under the numbers of another account.
    static List<Entry> renumbered(List<Entry> entries, Numbering numbering) {
        var numbers = new java.util.HashMap<Long, Long>();
        var again = new ArrayList<Entry>();
        for (Entry entry : entries) {
            long id = numbering.next(entry.at());
            numbers.put(entry.id(), id);
            again.add(with(entry, id, numbers));
        }
        return again;
    }

    /// The same entries under numbers that differ by `shift`.
    static List<Entry> shifted(List<Entry> entries, long shift) {
        var numbers = new java.util.HashMap<Long, Long>();
        var again = new ArrayList<Entry>();
        for (Entry entry : entries) {
            numbers.put(entry.id(), entry.id() + shift);
            again.add(with(entry, entry.id() + shift, numbers));
        }
        return again;
    }

    private static Entry with(Entry entry, long id, java.util.Map<Long, Long> numbers) {
        return switch (entry) {
            case Entry.Post post ->
                    new Entry.Post(
                            id,
                            post.at(),
                            post.from(),
                            post.author(),
                            post.text(),
                            post.media(),
                            post.replyTo() == 0 ? 0 : numbers.getOrDefault(post.replyTo(), 0L),
                            post.replyPeer(),
                            post.forwarded(),
                            post.saved(),
                            post.edited(),
                            post.reactions(),
                            post.viaBot(),
                            post.buttons(),
                            post.statements());
            case Entry.Event event ->
                    new Entry.Event(
                            id,
                            event.at(),
                            event.actor(),
                            event.action(),
                            event.fields().stream()
                                    .map(
                                            field ->
                                                    field.value() instanceof Long number
                                                                    && field.key()
                                                                            .equals("message_id")
                                                            ? new Entry.Field(
                                                                    "message_id",
                                                                    numbers.getOrDefault(
                                                                            number, number))
                                                            : field)
                                    .toList(),
                            event.photo());
            case Entry.Unsupported _ -> new Entry.Unsupported(id, entry.at());
        };
    }
}
