package vigie.sample.compose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.sample.chat.Chat;
import vigie.sample.chat.Entry;
import vigie.sample.chat.Entry.Field;
import vigie.sample.chat.Media;
import vigie.sample.chat.Peer;
import vigie.sample.dice.Dice;
import vigie.sample.people.Account;
import vigie.sample.people.Person;
import vigie.sample.people.Population;
import vigie.sample.talk.Speech;

/// Makes a conversation from its outline.
public final class Composer {
    private final long seed;
    private final Speech speech;
    private final Population population;
    private final Slots slots;
    private final Forwards forwards = new Forwards();

    /// A composer that asks for pictures through `slots`.
    public Composer(long seed, Speech speech, Population population, Slots slots) {
        this.seed = seed;
        this.speech = speech;
        this.population = population;
        this.slots = slots;
    }

    /// The whole conversation.
    ///
    /// @param before what came before it under another number, already numbered
    public Chat compose(Outline outline, Numbering numbering, List<Entry> before) {
        var entries = new ArrayList<>(before);
        entries.addAll(new Making(outline, numbering).entries());
        return new Chat(outline.kind(), outline.id(), outline.name(), outline.topics(), entries);
    }

    /// Something to come: exactly one of the three is meant.
    private record Coming(
            long at,
            int order,
            Cast.@Nullable Speaker speaker,
            Attachments.Kind kind,
            Occasions.@Nullable Occasion occasion,
            @Nullable Account actor) {}

    private final class Making {
        final Outline outline;
        final Numbering numbering;
        final Dice dice;
        final Attachments attachments;
        final Wording wording;
        final List<Account> everybody = new ArrayList<>();
        final List<Entry.Post> history = new ArrayList<>();
        int eventPhotos;

        Making(Outline outline, Numbering numbering) {
            this.outline = outline;
            this.numbering = numbering;
            dice = Dice.of(seed, "chat " + outline.kind().word(), outline.id());
            attachments = new Attachments(dice, slots);
            wording = new Wording(speech, population, dice);
            everybody.addAll(outline.speakers());
            everybody.addAll(outline.quiet());
        }

        List<Entry> entries() {
            var coming = new ArrayList<Coming>();
            events(coming);
            messages(coming);
            coming.sort(Comparator.comparingLong(Coming::at).thenComparingInt(Coming::order));
            var entries = new ArrayList<Entry>(coming.size());
            for (Coming next : coming) {
                long id = numbering.next(next.at());
                if (next.speaker() != null) {
                    Entry.Post post = post(id, next.at(), next.speaker(), next.kind());
                    history.add(post);
                    forwards.offer(post, dice);
                    entries.add(post);
                } else if (next.occasion() != null) {
                    entries.add(event(id, next.at(), next.occasion(), next.actor()));
                } else {
                    entries.add(new Entry.Unsupported(id, next.at()));
                }
            }
            return entries;
        }

        private void messages(List<Coming> coming) {
            int count = outline.messages();
            long[] times = Times.many(dice, count, outline.from() + 60, outline.to());
            List<Cast.Speaker> speakers = Cast.of(outline, dice);
            List<Attachments.Kind> kinds = kinds(count);
            for (int i = 0; i < count; i++) {
                coming.add(new Coming(times[i], 1, speakers.get(i), kinds.get(i), null, null));
            }
            int unsupported = count < 100 ? 0 : Math.max(1, count / 1000);
            for (int i = 0; i < unsupported; i++) {
                coming.add(blank(Times.one(dice, outline.from() + 60, outline.to()), null, null));
            }
        }

        private List<Attachments.Kind> kinds(int count) {
            var kinds = new ArrayList<Attachments.Kind>(count);
            kinds.addAll(
                    Collections.nCopies(outline.photos() - eventPhotos, Attachments.Kind.PHOTO));
            kinds.addAll(Collections.nCopies(outline.clips(), Attachments.Kind.CLIP));
            for (Attachments.Kind kind : Attachments.Kind.values()) {
                int extra = Math.min(Attachments.extra(kind, count), count - kinds.size());
                kinds.addAll(Collections.nCopies(extra, kind));
            }
            kinds.addAll(Collections.nCopies(count - kinds.size(), Attachments.Kind.TEXT));
            dice.shuffle(kinds);
            return kinds;
        }

        private Coming blank(
                long at, Occasions.@Nullable Occasion occasion, @Nullable Account actor) {
            return new Coming(at, 0, null, Attachments.Kind.TEXT, occasion, actor);
        }

        private void events(List<Coming> coming) {
            Chat.Kind kind = outline.kind();
            String name = outline.name() == null ? "" : outline.name();
            if (kind == Chat.Kind.SAVED) {
                return;
            }
            Account first = everybody.getFirst();
            if (outline.migrated()) {
                coming.add(blank(outline.from(), titled("migrate_from_group", name), first));
            } else if (kind == Chat.Kind.GROUP) {
                var made =
                        new Occasions.Occasion(
                                "create_group",
                                true,
                                List.of(
                                        new Field("title", name),
                                        new Field("members", Occasions.MEMBERS)));
                coming.add(blank(outline.from(), made, first));
            } else if (kind.numbered()) {
                coming.add(blank(outline.from(), titled("create_channel", name), first));
            }
            if (!kind.broadcasts() && kind.numbered()) {
                var join =
                        new Occasions.Occasion(
                                "join_group_by_link", true, List.of(new Field("inviter", INVITER)));
                for (Account account : everybody) {
                    if (outline.quiet().contains(account) || dice.chance(0.05)) {
                        long at = Times.one(dice, outline.from() + 30, outline.to());
                        coming.add(blank(at, join, account));
                    }
                }
            }
            int count = outline.messages() / 150;
            if (kind == Chat.Kind.PERSONAL) {
                count = dice.chance(0.7) ? 1 + outline.messages() / 25 : 0;
            } else if (kind == Chat.Kind.BOT) {
                count = 8;
            } else if (outline.messages() > 20) {
                count = Math.max(count, outline.messages() < 120 ? 4 : 19);
            }
            List<Occasions.Occasion> all = Occasions.of(kind, name, "channel" + outline.id(), dice);
            for (Occasions.Occasion occasion : Occasions.choose(all, count, dice)) {
                long at = Times.one(dice, outline.from() + 30, outline.to());
                coming.add(blank(at, occasion, dice.pick(everybody)));
                if (occasion.action().endsWith("photo")
                        && !occasion.action().startsWith("delete")
                        && eventPhotos < outline.photos()) {
                    eventPhotos++;
                }
            }
        }

        private Occasions.Occasion titled(String action, String title) {
            return new Occasions.Occasion(action, true, List.of(new Field("title", title)));
        }

        private int eventPhotosMade;

        private Entry event(
                long id, long at, Occasions.Occasion occasion, @Nullable Account actor) {
            Account who = actor == null ? everybody.getFirst() : actor;
            Peer peer =
                    outline.kind().broadcasts()
                            ? new Peer("channel" + outline.id(), outline.name())
                            : Peer.of(who);
            var fields = new ArrayList<Field>();
            for (Field field : occasion.fields()) {
                fill(field, fields);
            }
            if (occasion.action().equals("pin_message") && !history.isEmpty()) {
                fields.add(new Field("message_id", history.getLast().id()));
            }
            Media.Photo photo = null;
            if (occasion.action().endsWith("photo") && !occasion.action().startsWith("delete")) {
                boolean kept = eventPhotosMade++ < eventPhotos;
                photo =
                        new Media.Photo(
                                kept ? slots.add(at, who.person(), false) : -1,
                                kept ? Media.Skip.NONE : Media.Skip.NOT_INCLUDED,
                                false,
                                0);
            }
            return new Entry.Event(
                    id, at, occasion.acts() ? peer : null, occasion.action(), fields, photo);
        }

        private void fill(Field field, List<Field> fields) {
            Account one = dice.pick(everybody);
            if (Occasions.MEMBERS.equals(field.value())) {
                var names = new ArrayList<@Nullable String>();
                int count = dice.between(1, 4);
                for (int i = 0; i < count; i++) {
                    names.add(dice.pick(everybody).name());
                }
                fields.add(new Field(field.key(), names));
            } else if (Occasions.FROM.equals(field.value()) || Occasions.TO.equals(field.value())) {
                fields.add(new Field(field.key(), one.name()));
                fields.add(new Field(field.key() + "_id", one.peer()));
            } else if (Occasions.NAME.equals(field.value())) {
                fields.add(new Field(field.key(), outline.name()));
            } else if (INVITER.equals(field.value())) {
                fields.add(new Field(field.key(), one.name()));
            } else {
                fields.add(field);
            }
        }

        private Entry.Post post(long id, long at, Cast.Speaker speaker, Attachments.Kind kind) {
            Account other = dice.pick(everybody);
            Person poster =
                    speaker.peer().key().startsWith("channel") ? null : speaker.account().person();
            Media media = attachments.make(kind, at, poster, other);
            Entry.Post forwarded =
                    kind == Attachments.Kind.TEXT
                                    && dice.chance(outline.kind() == Chat.Kind.SAVED ? 0.6 : 0.04)
                            ? forwards.before(at, dice)
                            : null;
            boolean answers = forwarded == null && history.size() > 3 && dice.chance(0.22);
            long replyTo = answers ? recent().id() : 0;
            Speech.Said said =
                    forwarded != null
                            ? new Speech.Said(forwarded.text(), List.of())
                            : wording.words(outline, speaker, kind, answers, other);
            boolean bot = outline.kind() == Chat.Kind.BOT;
            return new Entry.Post(
                    id,
                    at,
                    speaker.peer(),
                    speaker.signature(),
                    said.parts(),
                    media,
                    replyTo,
                    answers && outline.kind().numbered() && dice.chance(0.005)
                            ? "channel" + outline.id()
                            : null,
                    forwarded == null ? null : forwarded.from(),
                    forwarded != null && outline.kind() == Chat.Kind.SAVED
                            ? forwarded.from()
                            : null,
                    dice.chance(0.03) ? at + dice.between(5, 4000) : 0,
                    Applause.of(everybody, at, outline, dice),
                    media == null && dice.chance(0.002) ? "@gardenclock_bot" : null,
                    bot && speaker.account().handle().endsWith("_bot") && dice.chance(0.4),
                    said.statements());
        }

        private Entry.Post recent() {
            int back = 1 + dice.below(Math.min(history.size(), 30));
            return history.get(history.size() - back);
        }
    }

    private static final String INVITER = "\u0000inviter";
}
