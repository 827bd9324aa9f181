package vigie.store.rows;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.RowId;
import vigie.model.claim.Attachment;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.claim.Reaction;
import vigie.model.claim.Reply;
import vigie.model.claim.TextEntity;
import vigie.model.material.Exhibit;
import vigie.model.material.ReaderVersion;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;
import vigie.store.digest.CanonicalJson;
import vigie.store.digest.ClaimJson;
import vigie.store.digest.MaterialRows;
import vigie.store.digest.RowSum;
import vigie.store.digest.Utf8;

/// Turns the claims of one exhibit into rows and digests, in one pass.
final class ClaimRows {
    private static final String WHERE = " (case_id, exhibit, claim, start, length, ";

    private final int caseId;
    private final Exhibit exhibit;
    private final boolean hidden;
    private final CaseNumbers numbers;
    private final Tally tally;
    private final CopyStream copy;
    private final CopyBuffer messages;
    private final CopyBuffer references;
    private final CopyBuffer namings = buffer("naming", "conversation, type, name, is_left");
    private final CopyBuffer migrations = buffer("migration", "before, after");
    private final CopyBuffer profiles =
            buffer("own_profile", "hidden, account, first_name, last_name, phone, username, bio");
    private final CopyBuffer contacts =
            buffer(
                    "contact",
                    "list, account, first_name, last_name, phone, date_unix, date_local, details");
    private final CopyBuffer sessions =
            buffer(
                    "session",
                    "hidden, list, ip, country, created_unix, created_local, active_unix,"
                            + " active_local, details");
    private final CopyBuffer ownMedia =
            buffer("own_media", "hidden, list, date_unix, date_local, attachments");
    private final CopyBuffer unknowns = buffer("unknown_field", "path, json");
    private final CanonicalJson details = new CanonicalJson();
    private final MaterialRows.Claims claims;
    private final MaterialRows rows = new MaterialRows();
    private final RowSum mediaSum = new RowSum();
    private long written;
    private long events;
    private long unsupported;
    private long lastMessage = -1;
    private long unknown;
    private long absent;
    private long media;
    private int owner;

    /// @param hidden whether what the export says about its owner is kept from users
    ClaimRows(
            int caseId,
            Exhibit exhibit,
            ReaderVersion reader,
            boolean hidden,
            CaseNumbers numbers,
            Tally tally,
            CopyStream copy,
            CopyBuffer messages,
            CopyBuffer references) {
        this.caseId = caseId;
        this.exhibit = exhibit;
        this.hidden = hidden;
        this.numbers = numbers;
        this.tally = tally;
        this.copy = copy;
        this.messages = messages;
        this.references = references;
        this.claims = new MaterialRows.Claims(exhibit.digest(), reader);
    }

    void add(Claim claim) throws SQLException {
        switch (claim) {
            case Claim.Message message -> message(message);
            case Claim.Conversation conversation -> conversation(conversation);
            case Claim.Migration migration -> migration(migration);
            case Claim.Owner stated -> owner(stated);
            case Claim.Contact contact -> contact(contact);
            case Claim.Session session -> session(session);
            case Claim.OwnMedia own -> ownMedia(own);
            case Claim.Unknown value -> unknown(value);
        }
        claims.taken();
    }

    /// Sends what is still held; the COPY in progress ends.
    void send() throws SQLException {
        numbers.send(copy);
        for (CopyBuffer buffer :
                List.of(
                        messages,
                        references,
                        namings,
                        migrations,
                        profiles,
                        contacts,
                        sessions,
                        ownMedia,
                        unknowns)) {
            copy.send(buffer);
        }
        copy.end();
    }

    MaterialRows.Claims claims() {
        return claims;
    }

    RowSum mediaSum() {
        return mediaSum;
    }

    long messages() {
        return written;
    }

    long events() {
        return events;
    }

    long unsupported() {
        return unsupported;
    }

    long unknown() {
        return unknown;
    }

    long absent() {
        return absent;
    }

    long media() {
        return media;
    }

    /// The number of the account that the export states as its own, or 0.
    int owner() {
        return owner;
    }

    private void message(Claim.Message message) throws SQLException {
        long offset = message.at().offset();
        if (offset <= lastMessage) {
            throw new IllegalArgumentException(
                    "messages out of order at byte " + offset + " of exhibit " + exhibit.number());
        }
        lastMessage = offset;
        long row = RowId.of(exhibit.number(), offset);
        Tally.Copy held = tally.copy(message.conversation());
        Author author = message.author();
        Tally.Alias alias = author == null ? null : tally.alias(author);
        held.holds(
                message.id(),
                message.sent(),
                alias == null ? 0 : alias.account,
                message.kind() == Claim.Message.Kind.MESSAGE);
        if (alias != null) {
            alias.used(message.sent());
        }
        boolean detailed = ClaimJson.details(details.reset(0), message);
        byte[] text = Utf8.of(message.text());
        ClaimJson.message(
                claims.next(),
                message.at(),
                message.kind(),
                held.json,
                message.id(),
                message.sent(),
                message.edited(),
                alias == null ? null : alias.json,
                message.action(),
                text,
                detailed ? details : null);
        messages.row()
                .int8(row)
                .int8(message.id())
                .int8(repliedTo(message))
                .moment(message.sent())
                .moment(message.edited())
                .int4(caseId)
                .int4(Math.toIntExact(message.at().length()))
                .int4(held.conversation)
                .number(alias == null ? 0 : alias.account)
                .number(alias == null ? 0 : alias.number)
                .int2(Kinds.number(message.kind()))
                .text(message.action())
                .bytes(text);
        if (detailed) {
            messages.bytes(details.bytes(), details.length());
            others(message);
            references(row, message.attachments());
        } else {
            messages.none();
        }
        copy.offer(messages);
        switch (message.kind()) {
            case MESSAGE -> written++;
            case EVENT -> events++;
            case UNSUPPORTED -> unsupported++;
        }
    }

    /// The id of the message of the same conversation that a message answers.
    private static @Nullable Long repliedTo(Claim.Message message) {
        Reply reply = message.reply();
        return reply == null || reply.peer() != null ? null : Long.valueOf(reply.messageId());
    }

    /// Notes the accounts that a message names beside its author.
    private void others(Claim.Message message) {
        seen(message.forwardedFrom(), Tally.FORWARD);
        seen(message.savedFrom(), Tally.SAVED);
        for (Reaction reaction : message.reactions()) {
            for (Reaction.Reactor reactor : reaction.recent()) {
                seen(reactor.author(), Tally.REACTOR);
            }
        }
        for (TextEntity entity : message.entities()) {
            String target = entity.target();
            if (entity.type().equals("mention_name")
                    && target != null
                    && target.matches("[^:]+:[^:]+:.+")) {
                tally.seen(AccountId.parse(target), Tally.MENTION);
            }
        }
    }

    private void seen(@Nullable Author author, int role) {
        if (author != null) {
            tally.seen(author.account(), role);
        }
    }

    private void references(long row, List<? extends Attachment> attachments) throws SQLException {
        int item = 0;
        for (Attachment attachment : attachments) {
            if (attachment instanceof Attachment.Media file) {
                references.row().int8(row).int4(caseId).int4(item).none();
                references.text(file.role()).text(file.path());
                copy.offer(references);
                mediaSum.add(
                        rows.reference(
                                exhibit.digest(),
                                RowId.offset(row),
                                item,
                                file.role(),
                                file.path(),
                                null));
                media++;
                if (file.path() == null) {
                    absent++;
                }
            }
            item++;
        }
    }

    private void conversation(Claim.Conversation claim) throws SQLException {
        Tally.Copy held = tally.copy(claim.conversation());
        ClaimJson.conversation(
                claims.next(), claim.at(), held.json, claim.type(), claim.name(), claim.left());
        start(namings, claim)
                .int4(held.conversation)
                .text(claim.type())
                .text(claim.name())
                .truth(claim.left());
        copy.offer(namings);
    }

    /// Neither conversation counts as held for being named here.
    private void migration(Claim.Migration claim) throws SQLException {
        ClaimJson.migration(claims.next(), claim.at(), json(claim.from()), json(claim.to()));
        start(migrations, claim)
                .int4(numbers.conversation(claim.from()))
                .int4(numbers.conversation(claim.to()));
        copy.offer(migrations);
    }

    private void owner(Claim.Owner claim) throws SQLException {
        int account = tally.seen(claim.account(), Tally.OWNER);
        if (owner == 0) {
            owner = account;
        }
        ClaimJson.owner(
                claims.next(),
                claim.at(),
                key(claim.account()),
                claim.firstName(),
                claim.lastName(),
                claim.phone(),
                claim.username(),
                claim.bio());
        start(profiles, claim)
                .truth(hidden)
                .number(account)
                .text(claim.firstName())
                .text(claim.lastName())
                .text(claim.phone())
                .text(claim.username())
                .text(claim.bio());
        copy.offer(profiles);
    }

    private void contact(Claim.Contact claim) throws SQLException {
        boolean detailed = attachments(claim.details());
        ClaimJson.contact(
                claims.next(),
                claim.at(),
                claim.list(),
                key(claim.account()),
                claim.firstName(),
                claim.lastName(),
                claim.phone(),
                claim.date(),
                detailed ? details.copy() : null);
        start(contacts, claim)
                .text(claim.list())
                .number(tally.seen(claim.account(), Tally.CONTACT))
                .text(claim.firstName())
                .text(claim.lastName())
                .text(claim.phone())
                .moment(claim.date());
        details(contacts, detailed);
    }

    private void session(Claim.Session claim) throws SQLException {
        boolean detailed = attachments(claim.details());
        ClaimJson.session(
                claims.next(),
                claim.at(),
                claim.list(),
                claim.ip(),
                claim.country(),
                claim.created(),
                claim.lastActive(),
                detailed ? details.copy() : null);
        start(sessions, claim)
                .truth(hidden)
                .text(claim.list())
                .text(claim.ip())
                .text(claim.country())
                .moment(claim.created())
                .moment(claim.lastActive());
        details(sessions, detailed);
    }

    private void ownMedia(Claim.OwnMedia claim) throws SQLException {
        boolean detailed = attachments(claim.attachments());
        ClaimJson.ownMedia(
                claims.next(),
                claim.at(),
                claim.list(),
                claim.date(),
                detailed ? details.copy() : null);
        start(ownMedia, claim).truth(hidden).text(claim.list()).moment(claim.date());
        details(ownMedia, detailed);
        references(RowId.of(exhibit.number(), claim.at().offset()), claim.attachments());
    }

    private void unknown(Claim.Unknown claim) throws SQLException {
        ClaimJson.unknown(claims.next(), claim.at(), claim.path(), claim.json());
        start(unknowns, claim).text(claim.path()).text(claim.json());
        copy.offer(unknowns);
        unknown++;
    }

    /// Writes a list to `details`, unless it is empty.
    private boolean attachments(List<? extends Attachment> attachments) {
        if (attachments.isEmpty()) {
            return false;
        }
        ClaimJson.attachments(details.reset(0), attachments);
        return true;
    }

    private void details(CopyBuffer buffer, boolean detailed) throws SQLException {
        if (detailed) {
            buffer.bytes(details.bytes(), details.length());
        } else {
            buffer.none();
        }
        copy.offer(buffer);
    }

    private CopyBuffer start(CopyBuffer buffer, Claim claim) {
        return buffer.row()
                .int4(caseId)
                .int4(exhibit.number())
                .int8(claims.count())
                .int8(claim.at().offset())
                .int8(claim.at().length());
    }

    private static byte[] json(ConversationId conversation) {
        CanonicalJson json = new CanonicalJson();
        json.string(Utf8.of(conversation.key()));
        return json.copy();
    }

    private static @Nullable String key(@Nullable AccountId account) {
        return account == null ? null : account.key();
    }

    private static CopyBuffer buffer(String table, String columns) {
        return new CopyBuffer("derived." + table + WHERE + columns + ")", "", 4096);
    }
}
