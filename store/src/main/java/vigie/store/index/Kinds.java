package vigie.store.index;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.Attachment;
import vigie.model.claim.Claim;
import vigie.text.query.Query;

/// What `has:` finds: the kind of a message, and what it carries.
final class Kinds {
    private static final Map<String, BytesRef> TERMS = new HashMap<>();

    static {
        for (String kind : Query.Has.KINDS) {
            TERMS.put(kind, Terms.exact(Terms.KIND, kind));
        }
    }

    private Kinds() {}

    /// The term of one of [Query.Has#KINDS].
    static BytesRef term(String kind) {
        BytesRef term = TERMS.get(kind);
        if (term == null) {
            throw new IllegalArgumentException("not a kind: " + kind);
        }
        return term;
    }

    /// Adds the kinds of a message, links apart.
    static void add(Claim.Message message, TermStream terms) {
        terms.add(
                switch (message.kind()) {
                    case MESSAGE -> term("message");
                    case EVENT -> term("event");
                    case UNSUPPORTED -> term("unsupported");
                });
        if (message.reply() != null) {
            terms.add(term("reply"));
        }
        if (message.forwardedFrom() != null) {
            terms.add(term("forward"));
        }
        if (!message.reactions().isEmpty()) {
            terms.add(term("reaction"));
        }
        for (Attachment attachment : message.attachments()) {
            add(attachment, terms);
        }
    }

    private static void add(Attachment attachment, TermStream terms) {
        switch (attachment) {
            case Attachment.Media media -> {
                String kind = kind(media);
                if (kind != null) {
                    terms.add(term(kind));
                    if (media.path() == null) {
                        terms.add(term("absent"));
                    }
                }
            }
            case Attachment.SharedContact _ -> terms.add(term("contact"));
            case Attachment.Place _ -> terms.add(term("place"));
            case Attachment.Poll _ -> terms.add(term("poll"));
            case Attachment.Other _ -> {}
        }
    }

    /// What a file is; null for what only accompanies another.
    private static @Nullable String kind(Attachment.Media media) {
        String type = media.type() == null ? "" : media.type();
        String mime = media.mime() == null ? "" : media.mime();
        return switch (media.role()) {
            case "thumbnail", "vcard" -> null;
            case "photo" -> "photo";
            default ->
                    switch (type) {
                        case "sticker" -> "sticker";
                        case "voice_message" -> "voice";
                        case "video_message", "video_file" -> "video";
                        case "animation" -> "animation";
                        case "audio_file" -> "audio";
                        default ->
                                mime.startsWith("image/")
                                        ? "photo"
                                        : mime.startsWith("video/")
                                                ? "video"
                                                : mime.startsWith("audio/") ? "audio" : "file";
                    };
        };
    }
}
