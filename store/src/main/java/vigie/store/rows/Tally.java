package vigie.store.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.Author;
import vigie.model.claim.Moment;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;
import vigie.store.digest.CanonicalJson;
import vigie.store.digest.ClaimJson;
import vigie.store.digest.Utf8;

/// What one exhibit says in all about conversations, authors and accounts, while its claims pass.
final class Tally {
    /// The roles of `derived.presence`.
    static final int AUTHOR = 1;

    static final int FORWARD = 2;
    static final int SAVED = 4;
    static final int REACTOR = 8;
    static final int CONTACT = 16;
    static final int OWNER = 32;
    static final int MENTION = 64;

    private final int caseId;
    private final int exhibit;
    private final CaseNumbers numbers;
    private final Map<Author, Alias> aliases = new HashMap<>();
    private final Map<ConversationId, Copy> copiesById = new HashMap<>();
    private final Map<Integer, Copy> copies = new HashMap<>();
    private int[] roles = new int[1024];
    private @Nullable ConversationId lastConversation;
    private @Nullable Copy lastCopy;

    Tally(int caseId, int exhibit, CaseNumbers numbers) {
        this.caseId = caseId;
        this.exhibit = exhibit;
        this.numbers = numbers;
    }

    /// An author as this exhibit names one.
    static final class Alias {
        final int number;
        final int account;
        final byte[] json;
        private final Author author;
        private long first = Moment.ABSENT;
        private long last = Moment.ABSENT;
        private long messages;

        private Alias(int number, int account, byte[] json, Author author) {
            this.number = number;
            this.account = account;
            this.json = json;
            this.author = author;
        }

        void used(Moment sent) {
            messages++;
            long at = sent.best();
            if (at != Moment.ABSENT) {
                first = first == Moment.ABSENT ? at : Math.min(first, at);
                last = Math.max(last, at);
            }
        }
    }

    /// A conversation as this exhibit holds it.
    static final class Copy {
        final int conversation;
        final byte[] json;
        private final boolean numbered;
        private long messages;
        private long ids;
        private long lowest = Long.MAX_VALUE;
        private long highest;
        private boolean ascending = true;
        private long first = Moment.ABSENT;
        private long last = Moment.ABSENT;
        private final Map<Integer, Day> days = new HashMap<>();
        private final Map<Integer, Part> parts = new HashMap<>();
        private Day lastDay = new Day(Integer.MIN_VALUE);
        private Part lastPart = new Part(0);

        private Copy(int conversation, byte[] json, boolean numbered) {
            this.conversation = conversation;
            this.json = json;
            this.numbered = numbered;
        }

        /// @param account the author's number, or 0
        void holds(@Nullable Long id, Moment sent, int account, boolean message) {
            messages++;
            boolean hasId = id != null && id > 0;
            if (message) {
                day(Day.of(sent.best())).count(hasId);
            }
            if (account != 0) {
                part(account).count(hasId, message, sent.best());
            }
            if (id != null && id > 0) {
                ids++;
                ascending &= id > highest;
                lowest = Math.min(lowest, id);
                highest = Math.max(highest, id);
            }
            long at = sent.best();
            if (at != Moment.ABSENT) {
                first = first == Moment.ABSENT ? at : Math.min(first, at);
                last = Math.max(last, at);
            }
        }

        private Day day(int number) {
            if (lastDay.number != number) {
                lastDay = days.computeIfAbsent(number, Day::new);
            }
            return lastDay;
        }

        private Part part(int account) {
            if (lastPart.account != account) {
                lastPart = parts.computeIfAbsent(account, Part::new);
            }
            return lastPart;
        }

        /// Replaces the count of ids, some of which came twice.
        void distinctIds(long distinct) {
            ids = distinct;
        }

        private long gaps() {
            return numbered && ids > 0 ? highest - lowest + 1 - ids : 0;
        }
    }

    /// Messages of one day.
    private static final class Day {
        /// Stands for a time that is absent or that no drawing can hold.
        static final int NONE = -1;

        private static final long SECONDS = 86_400;

        /// The first second of 2100.
        private static final long END = 4_102_444_800L;

        final int number;
        private long messages;
        private long numbered;

        Day(int number) {
            this.number = number;
        }

        static int of(long second) {
            return second < 0 || second >= END ? NONE : (int) (second / SECONDS);
        }

        void count(boolean hasId) {
            messages++;
            numbered += hasId ? 1 : 0;
        }
    }

    /// What one account does in one conversation.
    private static final class Part {
        final int account;
        private long messages;
        private long numbered;
        private long first = Moment.ABSENT;
        private long last = Moment.ABSENT;

        Part(int account) {
            this.account = account;
        }

        void count(boolean hasId, boolean message, long at) {
            if (message) {
                messages++;
                numbered += hasId ? 1 : 0;
            }
            if (at != Moment.ABSENT) {
                first = first == Moment.ABSENT ? at : Math.min(first, at);
                last = Math.max(last, at);
            }
        }
    }

    Copy copy(ConversationId id) {
        if (lastCopy != null && id.equals(lastConversation)) {
            return lastCopy;
        }
        Copy copy = copiesById.get(id);
        if (copy == null) {
            CanonicalJson json = new CanonicalJson();
            json.string(Utf8.of(id.key()));
            boolean numbered = id.type().equals("channel");
            copy =
                    copies.computeIfAbsent(
                            numbers.conversation(id),
                            number -> new Copy(number, json.copy(), numbered));
            copiesById.put(id, copy);
        }
        lastConversation = id;
        lastCopy = copy;
        return copy;
    }

    Alias alias(Author author) {
        Alias alias = aliases.get(author);
        if (alias == null) {
            AccountId account = author.account();
            CanonicalJson json = new CanonicalJson();
            ClaimJson.author(json, account == null ? null : account.key(), author.name());
            alias = new Alias(aliases.size() + 1, seen(account, AUTHOR), json.copy(), author);
            aliases.put(author, alias);
        }
        return alias;
    }

    /// The number of an account, or 0 for none, noted in a role.
    int seen(@Nullable AccountId account, int role) {
        if (account == null) {
            return 0;
        }
        int number = numbers.account(account);
        if (number >= roles.length) {
            roles = Arrays.copyOf(roles, Math.max(number + 1, roles.length * 2));
        }
        roles[number] |= role;
        return number;
    }

    /// The conversations whose ids did not ascend, so that some may have come twice.
    List<Copy> unordered() {
        List<Copy> unordered = new ArrayList<>();
        for (Copy copy : copies.values()) {
            if (!copy.ascending) {
                unordered.add(copy);
            }
        }
        return unordered;
    }

    /// Sends the rows of `alias`, `presence` and `copy`.
    void send(CopyStream copy) throws SQLException {
        CopyBuffer buffer =
                new CopyBuffer(
                        "derived.alias (case_id, exhibit, number, account, name, first_sent,"
                                + " last_sent, messages)",
                        "",
                        4096);
        for (Alias alias : aliases.values()) {
            buffer.row().int4(caseId).int4(exhibit).int4(alias.number).number(alias.account);
            buffer.text(alias.author.name()).time(alias.first).time(alias.last);
            buffer.int8(alias.messages);
            copy.offer(buffer);
        }
        copy.send(buffer);
        buffer = new CopyBuffer("derived.presence (case_id, exhibit, account, roles)", "", 4096);
        for (int account = 0; account < roles.length; account++) {
            if (roles[account] != 0) {
                buffer.row().int4(caseId).int4(exhibit).int4(account).int4(roles[account]);
                copy.offer(buffer);
            }
        }
        copy.send(buffer);
        sendCopies(copy);
        sendDays(copy);
        sendParts(copy);
    }

    private void sendDays(CopyStream copy) throws SQLException {
        CopyBuffer buffer =
                new CopyBuffer(
                        "derived.day_count (case_id, exhibit, conversation, day, messages,"
                                + " numbered)",
                        "",
                        4096);
        for (Copy held : copies.values()) {
            for (Day day : held.days.values()) {
                buffer.row().int4(caseId).int4(exhibit).int4(held.conversation).int4(day.number);
                buffer.int8(day.messages).int8(day.numbered);
                copy.offer(buffer);
            }
        }
        copy.send(buffer);
    }

    private void sendParts(CopyStream copy) throws SQLException {
        CopyBuffer buffer =
                new CopyBuffer(
                        "derived.participation (case_id, exhibit, conversation, account, messages,"
                                + " numbered, first_sent, last_sent, counts)",
                        "",
                        4096);
        for (Copy held : copies.values()) {
            for (Part part : held.parts.values()) {
                buffer.row().int4(caseId).int4(exhibit).int4(held.conversation).int4(part.account);
                buffer.int8(part.messages).int8(part.numbered).time(part.first).time(part.last);
                buffer.truth(true);
                copy.offer(buffer);
            }
        }
        copy.send(buffer);
    }

    private void sendCopies(CopyStream copy) throws SQLException {
        CopyBuffer buffer =
                new CopyBuffer(
                        "derived.copy (case_id, exhibit, conversation, messages, ids, lowest,"
                                + " highest, gaps, first_sent, last_sent, settled)",
                        "",
                        4096);
        for (Copy held : copies.values()) {
            buffer.row().int4(caseId).int4(exhibit).int4(held.conversation);
            buffer.int8(held.messages).int8(held.ids);
            boolean any = held.ids > 0;
            buffer.int8(any ? Long.valueOf(held.lowest) : null);
            buffer.int8(any ? Long.valueOf(held.highest) : null);
            buffer.int8(held.gaps()).time(held.first).time(held.last).truth(false);
            copy.offer(buffer);
        }
        copy.send(buffer);
    }
}
