package vigie.sample.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.sample.chat.Entry;
import vigie.sample.chat.Media;

/// Gives the files of an export their places, as Telegram Desktop names them.
final class Shelf {
    /// An element of a conversation with the places of its files.
    ///
    /// @param path  as the export writes it; null where it writes a sentence
    /// @param asset what lies there; null where nothing does
    record Placed(
            Entry entry,
            @Nullable String path,
            @Nullable Asset asset,
            @Nullable String thumbPath,
            @Nullable Asset thumb) {}

    private enum Series {
        PHOTO,
        CLIP,
        ROUND,
        VOICE,
        CONTACT
    }

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("dd-MM-yyyy_HH-mm-ss", Locale.ROOT);

    private final ZoneId zone;
    private final Map<Integer, String> stickers = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private String base = "";
    private Map<Series, Integer> counters = new EnumMap<>(Series.class);

    Shelf(ZoneId zone) {
        this.zone = zone;
    }

    /// Starts another conversation, whose files lie below `folder`.
    void conversation(String folder) {
        base = folder;
        counters = new EnumMap<>(Series.class);
    }

    /// The place of a profile picture or story.
    String own(String folder, int number, long at) {
        return folder + "/photo_" + number + "@" + stamp(at) + ".jpg";
    }

    Placed place(Entry entry, boolean files) {
        return switch (entry) {
            case Entry.Post post -> media(entry, post.at(), post.media(), files);
            case Entry.Event event -> media(entry, event.at(), event.photo(), files);
            case Entry.Unsupported _ -> bare(entry);
        };
    }

    private Placed media(Entry entry, long at, @Nullable Media media, boolean files) {
        if (media == null
                || media instanceof Media.Filed filed
                        && (!files || filed.skip() != Media.Skip.NONE)) {
            return bare(entry);
        }
        return switch (media) {
            case Media.Photo photo ->
                    new Placed(
                            entry,
                            numbered(Series.PHOTO, "photos/photo_", at, ".jpg"),
                            new Asset.Picture(photo.picture()),
                            null,
                            null);
            case Media.Clip clip -> {
                String path =
                        clip.round()
                                ? numbered(Series.ROUND, "round_video_messages/file_", at, ".mp4")
                                : numbered(Series.CLIP, "video_files/video_", at, ".mp4");
                yield new Placed(
                        entry,
                        path,
                        new Asset.Picture(clip.picture()),
                        path + "_thumb.jpg",
                        new Asset.ClipThumb(clip.picture()));
            }
            case Media.Voice voice ->
                    new Placed(
                            entry,
                            numbered(Series.VOICE, "voice_messages/audio_", at, ".ogg"),
                            new Asset.Voice(voice.seconds(), (int) at),
                            null,
                            null);
            case Media.Sticker sticker -> {
                String path =
                        stickers.computeIfAbsent(
                                sticker.number(), _ -> named("stickers/AnimatedSticker.tgs"));
                yield new Placed(
                        entry,
                        path,
                        new Asset.Sticker(sticker.number()),
                        path + "_thumb.jpg",
                        new Asset.StickerThumb(sticker.number()));
            }
            case Media.Note note ->
                    new Placed(
                            entry,
                            named("files/" + note.name()),
                            note.number() % 10 == 3 ? null : new Asset.Note(note.number()),
                            null,
                            null);
            case Media.Contact contact ->
                    contact.card() < 0 || !files
                            ? bare(entry)
                            : new Placed(
                                    entry,
                                    base + "contacts/contact_" + next(Series.CONTACT) + ".vcard",
                                    new Asset.Card(
                                            contact.first(), contact.last(), contact.phone()),
                                    null,
                                    null);
            case Media.Music _, Media.Place _, Media.Poll _, Media.Game _, Media.Invoice _ ->
                    bare(entry);
        };
    }

    private static Placed bare(Entry entry) {
        return new Placed(entry, null, null, null, null);
    }

    private String numbered(Series series, String start, long at, String end) {
        return base + start + next(series) + "@" + stamp(at) + end;
    }

    private int next(Series series) {
        return counters.merge(series, 1, Integer::sum);
    }

    private String named(String name) {
        int dot = name.lastIndexOf('.');
        String path = base + name;
        for (int i = 1; !names.add(path); i++) {
            path = base + name.substring(0, dot) + " (" + i + ")" + name.substring(dot);
        }
        return path;
    }

    private String stamp(long at) {
        return STAMP.format(Instant.ofEpochSecond(at).atZone(zone));
    }
}
