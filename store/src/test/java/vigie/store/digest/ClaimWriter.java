package vigie.store.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.Attachment;
import vigie.model.claim.Claim;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;

/// Writes a whole claim, from the claim alone.
final class ClaimWriter {
    private ClaimWriter() {}

    static void write(CanonicalJson out, Claim claim) {
        switch (claim) {
            case Claim.Message m -> message(out, m);
            case Claim.Conversation c ->
                    ClaimJson.conversation(
                            out, c.at(), key(c.conversation()), c.type(), c.name(), c.left());
            case Claim.Migration m -> ClaimJson.migration(out, m.at(), key(m.from()), key(m.to()));
            case Claim.Owner o ->
                    ClaimJson.owner(
                            out,
                            o.at(),
                            key(o.account()),
                            o.firstName(),
                            o.lastName(),
                            o.phone(),
                            o.username(),
                            o.bio());
            case Claim.Contact c ->
                    ClaimJson.contact(
                            out,
                            c.at(),
                            c.list(),
                            key(c.account()),
                            c.firstName(),
                            c.lastName(),
                            c.phone(),
                            c.date(),
                            list(c.details()));
            case Claim.Session s ->
                    ClaimJson.session(
                            out,
                            s.at(),
                            s.list(),
                            s.ip(),
                            s.country(),
                            s.created(),
                            s.lastActive(),
                            list(s.details()));
            case Claim.OwnMedia o ->
                    ClaimJson.ownMedia(out, o.at(), o.list(), o.date(), list(o.attachments()));
            case Claim.Unknown u -> ClaimJson.unknown(out, u.at(), u.path(), u.json());
        }
    }

    private static void message(CanonicalJson out, Claim.Message m) {
        CanonicalJson details = new CanonicalJson();
        boolean detailed = ClaimJson.details(details, m);
        byte[] author = null;
        if (m.author() != null) {
            CanonicalJson json = new CanonicalJson();
            ClaimJson.author(json, key(m.author().account()), m.author().name());
            author = json.copy();
        }
        ClaimJson.message(
                out,
                m.at(),
                m.kind(),
                key(m.conversation()),
                m.id(),
                m.sent(),
                m.edited(),
                author,
                m.action(),
                Utf8.of(m.text()),
                detailed ? details : null);
    }

    private static byte[] key(ConversationId conversation) {
        CanonicalJson json = new CanonicalJson();
        json.string(Utf8.of(conversation.key()));
        return json.copy();
    }

    private static @Nullable String key(@Nullable AccountId account) {
        return account == null ? null : account.key();
    }

    private static byte @Nullable [] list(List<? extends Attachment> attachments) {
        if (attachments.isEmpty()) {
            return null;
        }
        CanonicalJson json = new CanonicalJson();
        ClaimJson.attachments(json, attachments);
        return json.copy();
    }
}
