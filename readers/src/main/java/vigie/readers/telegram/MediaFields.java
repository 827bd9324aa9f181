package vigie.readers.telegram;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.Attachment;
import vigie.readers.json.CompactJson;
import vigie.readers.json.JsonCursor;

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

    /// Reads the value of a key that is about a file.
    void read(Key key, JsonCursor in, Strangers strangers) throws IOException {
        any = true;
        switch (key) {
            case PHOTO -> photo = Fields.path(in);
            case FILE -> file = Fields.path(in);
            case THUMBNAIL -> thumbnail = Fields.path(in);
            case CONTACT_VCARD -> vcard = Fields.path(in);
            case PHOTO_FILE_SIZE -> photoSize = Fields.size(in);
            case FILE_SIZE -> fileSize = Fields.size(in);
            case THUMBNAIL_FILE_SIZE -> thumbnailSize = Fields.size(in);
            case CONTACT_VCARD_FILE_SIZE -> vcardSize = Fields.size(in);
            case FILE_NAME -> fileName = Fields.string(in);
            case MEDIA_TYPE -> {
                type = Fields.shared(in);
                strangers.word(in, type, Words.MEDIA, "messages[].media_type");
            }
            case MIME_TYPE -> mime = Fields.shared(in);
            case WIDTH -> width = Fields.count(in);
            case HEIGHT -> height = Fields.count(in);
            case DURATION_SECONDS -> seconds = Fields.count(in);
            default -> throw new AssertionError(key);
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
