package vigie.readers.telegram;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.evidence.jsonstream.CompactJson;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.model.claim.Attachment;

/// What a message says about its files, gathered until the whole message is known.
final class MediaFields {
    private static final int ABSENT = Fields.ABSENT;

    private boolean any;
    private @Nullable String photo;
    private @Nullable String file;
    private @Nullable String thumbnail;
    private @Nullable String vcard;
    private long photoSize = ABSENT;
    private long fileSize = ABSENT;
    private long thumbnailSize = ABSENT;
    private long vcardSize = ABSENT;
    private @Nullable String fileName;
    private @Nullable String type;
    private @Nullable String mime;
    private int width = ABSENT;
    private int height = ABSENT;
    private int seconds = ABSENT;

    void clear() {
        if (!any) {
            return;
        }
        any = false;
        photo = null;
        file = null;
        thumbnail = null;
        vcard = null;
        photoSize = ABSENT;
        fileSize = ABSENT;
        thumbnailSize = ABSENT;
        vcardSize = ABSENT;
        fileName = null;
        type = null;
        mime = null;
        width = ABSENT;
        height = ABSENT;
        seconds = ABSENT;
    }

    /// Reads the value of a key that is about a file; false where the key is about something else.
    boolean read(Key key, JsonCursor in, Strangers strangers) throws IOException {
        switch (key) {
            case PHOTO, FILE, THUMBNAIL, CONTACT_VCARD -> path(key, Fields.path(in));
            case PHOTO_FILE_SIZE, FILE_SIZE, THUMBNAIL_FILE_SIZE, CONTACT_VCARD_FILE_SIZE ->
                    size(key, Fields.size(in));
            case WIDTH, HEIGHT, DURATION_SECONDS -> count(key, Fields.count(in));
            case FILE_NAME -> fileName = Fields.string(in);
            case MEDIA_TYPE, MIME_TYPE -> type(key, in, strangers);
            default -> {
                return false;
            }
        }
        any = true;
        return true;
    }

    private void path(Key key, @Nullable String path) {
        switch (key) {
            case PHOTO -> photo = path;
            case FILE -> file = path;
            case THUMBNAIL -> thumbnail = path;
            default -> vcard = path;
        }
    }

    private void size(Key key, long size) {
        switch (key) {
            case PHOTO_FILE_SIZE -> photoSize = size;
            case FILE_SIZE -> fileSize = size;
            case THUMBNAIL_FILE_SIZE -> thumbnailSize = size;
            default -> vcardSize = size;
        }
    }

    private void count(Key key, int count) {
        switch (key) {
            case WIDTH -> width = count;
            case HEIGHT -> height = count;
            default -> seconds = count;
        }
    }

    private void type(Key key, JsonCursor in, Strangers strangers) throws IOException {
        String word = Fields.shared(in);
        if (key == Key.MIME_TYPE) {
            mime = word;
        } else {
            type = word;
            strangers.word(in, word, Words.MEDIA, "messages[].media_type");
        }
    }

    /// Adds the files, then under its own key whatever is said about a file that is not there.
    void addTo(List<Attachment> out) {
        if (!any) {
            return;
        }
        boolean hasFile = file != null && !file.isEmpty();
        boolean hasPhoto = photo != null && !photo.isEmpty();
        addPhoto(out, hasPhoto, hasFile);
        addFile(out, hasFile);
        addSimple("thumbnail", "thumbnail", thumbnail, thumbnailSize, out);
        addSimple("vcard", "contact_vcard", vcard, vcardSize, out);
        if (!hasFile) {
            number("file_size", fileSize, out);
            word("file_name", fileName, out);
            if (!hasPhoto) {
                word("media_type", type, out);
                word("mime_type", mime, out);
                number("width", width, out);
                number("height", height, out);
                number("duration_seconds", seconds, out);
            }
        }
    }

    private void addPhoto(List<Attachment> out, boolean hasPhoto, boolean hasFile) {
        if (!hasPhoto) {
            word("photo", photo, out);
            number("photo_file_size", photoSize, out);
        } else if (hasFile) {
            // Sizes and types belong to the file, which is the larger thing.
            out.add(media("photo", photo, null, null, null, photoSize, ABSENT, ABSENT, ABSENT));
        } else {
            out.add(media("photo", photo, null, type, mime, photoSize, width, height, seconds));
        }
    }

    private void addFile(List<Attachment> out, boolean hasFile) {
        if (hasFile) {
            out.add(media("file", file, fileName, type, mime, fileSize, width, height, seconds));
        } else {
            word("file", file, out);
        }
    }

    private static void addSimple(
            String role, String key, @Nullable String path, long size, List<Attachment> out) {
        if (path != null && !path.isEmpty()) {
            out.add(media(role, path, null, null, null, size, ABSENT, ABSENT, ABSENT));
        } else {
            word(key, path, out);
            number(key + "_file_size", size, out);
        }
    }

    /// A file at a path, or one that the exporter's words stand for.
    static Attachment.Media media(
            String role,
            @Nullable String path,
            @Nullable String fileName,
            @Nullable String type,
            @Nullable String mime,
            long size,
            int width,
            int height,
            int seconds) {
        boolean placeholder = path != null && Fields.isPlaceholder(path);
        return new Attachment.Media(
                role,
                placeholder ? null : path,
                placeholder ? path : null,
                fileName,
                type,
                mime,
                size,
                width,
                height,
                seconds);
    }

    private static void word(String key, @Nullable String value, List<Attachment> out) {
        if (value != null) {
            out.add(new Attachment.Other(key, CompactJson.quoted(value)));
        }
    }

    private static void number(String key, long value, List<Attachment> out) {
        if (value != ABSENT) {
            out.add(new Attachment.Other(key, Long.toString(value)));
        }
    }
}
