package vigie.sample.export;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.sample.chat.Media;
import vigie.sample.export.Shelf.Placed;

/// Writes what a message carries, in the order of keys of Telegram Desktop.
final class MediaWriter {
    private static final Asset.Made UNKNOWN = new Asset.Made(20_480, 640, 480, 0, 0, "");

    private final JsonOut out;
    private final Tally tally;
    private final Map<Asset, Asset.Made> made;

    MediaWriter(JsonOut out, Tally tally, Map<Asset, Asset.Made> made) {
        this.out = out;
        this.tally = tally;
        this.made = made;
    }

    void write(Media media, Placed placed, boolean files) throws IOException {
        switch (media) {
            case Media.Photo photo -> {
                Asset.Made file = path("photo", photo, placed, files);
                out.field("photo_file_size", file.size());
                size(file);
                if (photo.spoiler()) {
                    out.field("media_spoiler", true);
                }
                if (photo.ttl() > 0) {
                    out.field("self_destruct_period_seconds", photo.ttl());
                }
            }
            case Media.Clip clip -> {
                Asset.Made file = path("file", clip, placed, files);
                if (!clip.round()) {
                    out.field("file_name", "clip.mp4");
                }
                out.field("file_size", file.size());
                thumb(clip, placed, files);
                out.field("media_type", clip.round() ? "video_message" : "video_file");
                out.field("mime_type", "video/mp4");
                out.field("duration_seconds", Math.max(1, file.seconds()));
                size(file);
            }
            case Media.Voice voice -> {
                out.field("file_size", path("file", voice, placed, files).size());
                out.field("media_type", "voice_message").field("mime_type", "audio/ogg");
                out.field("duration_seconds", voice.seconds());
            }
            case Media.Sticker sticker -> {
                Asset.Made file = path("file", sticker, placed, files);
                out.field("file_name", "AnimatedSticker.tgs").field("file_size", file.size());
                thumb(sticker, placed, files);
                out.field("media_type", "sticker").field("sticker_emoji", sticker.emoji());
                out.field("mime_type", "application/x-tgsticker");
                out.field("width", 512).field("height", 512);
            }
            case Media.Note note -> {
                Asset.Made file = path("file", note, placed, files);
                out.field("file_name", note.name()).field("file_size", file.size());
                out.field("mime_type", note.name().endsWith("csv") ? "text/csv" : "text/plain");
            }
            case Media.Music music -> {
                path("file", music, placed, files);
                out.field("file_name", music.title() + ".mp3").field("file_size", 9_437_184);
                out.field("media_type", "audio_file").field("performer", music.performer());
                out.field("title", music.title()).field("mime_type", "audio/mpeg");
                out.field("duration_seconds", music.seconds());
            }
            case Media.Contact contact -> contact(contact, placed);
            case Media.Place place -> place(place);
            case Media.Poll poll -> poll(poll);
            case Media.Game game ->
                    out.field("game_title", game.title())
                            .field("game_description", game.description())
                            .field("game_link", game.link());
            case Media.Invoice invoice ->
                    out.key("invoice_information")
                            .object()
                            .field("title", invoice.title())
                            .field("description", invoice.description())
                            .field("amount", invoice.amount())
                            .field("currency", invoice.currency())
                            .endObject();
        }
    }

    private Asset.Made path(String role, Media.Filed media, Placed placed, boolean files)
            throws IOException {
        return path(role, media, placed.path(), placed.asset(), files);
    }

    private void thumb(Media.Filed media, Placed placed, boolean files) throws IOException {
        Asset.Made thumb = path("thumbnail", media, placed.thumbPath(), placed.thumb(), files);
        out.field("thumbnail_file_size", thumb.size());
    }

    private Asset.Made path(
            String role,
            Media.Filed media,
            @Nullable String path,
            @Nullable Asset asset,
            boolean files)
            throws IOException {
        if (path == null) {
            Media.Skip skip =
                    files || media.skip() != Media.Skip.NONE
                            ? media.skip()
                            : Media.Skip.NOT_INCLUDED;
            out.field(role, skip.sentence());
            tally.refer(role, "", false);
            return UNKNOWN;
        }
        out.field(role, path);
        tally.refer(role, path, asset != null);
        Asset.Made file = asset == null ? UNKNOWN : made.get(asset);
        if (file == null) {
            throw new IllegalStateException("not made: " + asset);
        }
        return file;
    }

    private void size(Asset.Made file) throws IOException {
        out.field("width", file.width()).field("height", file.height());
    }

    private void contact(Media.Contact contact, Placed placed) throws IOException {
        out.key("contact_information")
                .object()
                .field("first_name", contact.first())
                .field("last_name", contact.last())
                .field("phone_number", contact.phone())
                .endObject();
        if (placed.path() != null && placed.asset() != null) {
            out.field("contact_vcard", placed.path());
            tally.refer("contact_vcard", placed.path(), true);
            Asset.Made card = made.getOrDefault(placed.asset(), UNKNOWN);
            out.field("contact_vcard_file_size", card.size());
        }
    }

    private void place(Media.Place place) throws IOException {
        if (place.name() != null) {
            out.field("place_name", place.name()).field("address", place.address());
        }
        out.key("location_information")
                .object()
                .field("latitude", new Degrees(place.latitude()))
                .field("longitude", new Degrees(place.longitude()))
                .endObject();
        if (place.live() > 0) {
            out.field("live_location_period_seconds", place.live());
        }
    }

    private void poll(Media.Poll poll) throws IOException {
        int voters = poll.votes().stream().mapToInt(Integer::intValue).sum();
        out.key("poll")
                .object()
                .field("question", poll.question())
                .field("closed", poll.closed())
                .field("total_voters", voters);
        out.key("answers").array();
        for (int i = 0; i < poll.answers().size(); i++) {
            out.object()
                    .field("text", poll.answers().get(i))
                    .field("voters", poll.votes().get(i))
                    .field("chosen", i == 0 && poll.closed())
                    .endObject();
        }
        out.endArray().endObject();
    }

    /// A coordinate with six decimals.
    private record Degrees(double value) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.6f", value);
        }
    }
}
