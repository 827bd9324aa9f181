package vigie.sample.export;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.sample.chat.Entry;
import vigie.sample.chat.Peer;
import vigie.sample.chat.Reaction;
import vigie.sample.export.Shelf.Placed;
import vigie.sample.talk.Part;

/// Writes the elements of conversations in the order of keys of Telegram Desktop 5 and 6.
final class MessageWriter {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final JsonOut out;
    private final Export export;
    private final Tally tally;
    private final MediaWriter media;

    MessageWriter(JsonOut out, Export export, Tally tally, Map<Asset, Asset.Made> made) {
        this.out = out;
        this.export = export;
        this.tally = tally;
        media = new MediaWriter(out, tally, made);
    }

    void write(Placed placed, boolean files) throws IOException {
        out.object().field("id", placed.entry().id());
        switch (placed.entry()) {
            case Entry.Post post -> post(post, placed, files);
            case Entry.Event event -> event(event, placed, files);
            case Entry.Unsupported _ -> {
                out.field("type", "unsupported");
                tally.unsupported++;
            }
        }
        out.endObject();
    }

    private void post(Entry.Post post, Placed placed, boolean files) throws IOException {
        tally.messages++;
        out.field("type", "message");
        date("date", post.at());
        if (post.edited() > 0) {
            date("edited", post.edited());
        }
        peer("from", post.from());
        tally.author(post.from().key());
        if (post.author() != null) {
            out.field("author", post.author());
        }
        Peer forwarded = post.forwarded();
        if (forwarded != null) {
            named("forwarded_from", forwarded);
            if (export.forwardIds()) {
                out.field("forwarded_from_id", forwarded.key());
                tally.account(forwarded.key());
            }
        }
        if (post.saved() != null) {
            named("saved_from", post.saved());
        }
        if (post.replyTo() != 0) {
            out.field("reply_to_message_id", post.replyTo());
            if (post.replyPeer() != null) {
                out.field("reply_to_peer_id", post.replyPeer());
                tally.account(post.replyPeer());
            }
        }
        if (post.viaBot() != null) {
            out.field("via_bot", post.viaBot());
        }
        if (post.media() != null) {
            media.write(post.media(), placed, files);
        }
        text(post.text());
        if (post.buttons()) {
            buttons();
        }
        if (!post.reactions().isEmpty()) {
            reactions(post.reactions());
        }
    }

    private void event(Entry.Event event, Placed placed, boolean files) throws IOException {
        tally.events++;
        out.field("type", "service");
        date("date", event.at());
        Peer actor = event.actor();
        if (actor != null) {
            peer("actor", actor);
            tally.author(actor.key());
        }
        out.field("action", event.action());
        for (Entry.Field field : event.fields()) {
            out.field(field.key(), field.value());
            if (field.value() instanceof String value
                    && field.key().endsWith("_id")
                    && value.matches("(user|channel)[0-9]+")) {
                tally.account(value);
            }
        }
        if (event.photo() != null) {
            media.write(event.photo(), placed, files);
        }
        text(List.of());
    }

    /// A time as the exporter's clock showed it and as seconds since 1970.
    void date(String key, long at) throws IOException {
        out.field(key, local(at));
        out.field(key + "_unixtime", Long.toString(at));
    }

    private String local(long at) {
        return LOCAL.format(Instant.ofEpochSecond(at).atZone(export.zone()));
    }

    private void peer(String key, Peer peer) throws IOException {
        named(key, peer);
        out.field(key + "_id", peer.key());
    }

    private void named(String key, Peer peer) throws IOException {
        out.field(key, name(peer));
    }

    private @Nullable String name(Peer peer) {
        String renamed = export.renamed().get(peer.key());
        return renamed != null && peer.name() != null ? renamed : peer.name();
    }

    private void text(List<Part> parts) throws IOException {
        out.key("text");
        if (parts.isEmpty()) {
            out.value("");
        } else if (parts.size() == 1 && parts.getFirst().type().equals("plain")) {
            out.value(parts.getFirst().text());
        } else {
            out.array();
            for (Part part : parts) {
                if (part.type().equals("plain")) {
                    out.value(part.text());
                } else {
                    part(part);
                }
            }
            out.endArray();
        }
        out.key("text_entities");
        if (parts.isEmpty()) {
            out.nothing();
            return;
        }
        out.array();
        for (Part part : parts) {
            part(part);
        }
        out.endArray();
    }

    private void part(Part part) throws IOException {
        out.object().field("type", part.type()).field("text", part.text());
        String extra = part.extra();
        if (extra != null) {
            switch (part.type()) {
                case "mention_name" -> {
                    out.field("user_id", Long.valueOf(extra));
                    tally.account("user" + extra);
                }
                case "custom_emoji" -> out.field("document_id", extra);
                case "pre" -> out.field("language", extra);
                default -> out.field("href", extra);
            }
        } else if (part.type().equals("blockquote")) {
            out.field("collapsed", false);
        }
        out.endObject();
    }

    private void buttons() throws IOException {
        out.key("inline_bot_buttons").array().array();
        out.object()
                .field("type", "url")
                .field("text", "Calendar")
                .field("data", "https://garden.example.org/calendar")
                .endObject();
        out.endArray().endArray();
    }

    private void reactions(List<Reaction> reactions) throws IOException {
        out.key("reactions").array();
        for (Reaction reaction : reactions) {
            out.object().field("type", reaction.type()).field("count", reaction.count());
            if (reaction.type().equals("emoji")) {
                out.field("emoji", reaction.value());
            } else if (reaction.type().equals("custom_emoji")) {
                out.field("document_id", reaction.value());
            }
            if (!reaction.recent().isEmpty()) {
                out.key("recent").array();
                for (Reaction.Recent recent : reaction.recent()) {
                    out.object();
                    peer("from", recent.peer());
                    tally.account(recent.peer().key());
                    out.field("date", local(recent.at())).endObject();
                }
                out.endArray();
            }
            out.endObject();
        }
        out.endArray();
    }
}
