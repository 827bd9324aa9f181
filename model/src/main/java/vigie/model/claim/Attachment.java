package vigie.model.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message carries beside its text.
public sealed interface Attachment {

    /// A file that a message refers to.
    ///
    /// @param role        what it is to the message: `photo`, `file`, `thumbnail`, `vcard`
    /// @param path        where the export says it lies, relative to the exported document, without
    ///     climbing; null where it was not collected
    /// @param placeholder the exporter's own words where the path is not a path: "(File not
    ///     included. ...)"; such a file is referenced, not collected
    /// @param type        the platform's word for it: `sticker`, `voice_message`, `video_file`
    /// @param size        bytes as stated by the source, which nobody checked, or -1
    /// @param width       pixels as stated, or -1
    /// @param height      pixels as stated, or -1
    /// @param seconds     duration as stated, or -1
    record Media(
            String role,
            @Nullable String path,
            @Nullable String placeholder,
            @Nullable String fileName,
            @Nullable String type,
            @Nullable String mime,
            long size,
            int width,
            int height,
            int seconds)
            implements Attachment {}

    /// A contact card sent as a message.
    record SharedContact(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            @Nullable String userId)
            implements Attachment {}

    /// A place sent as a message; coordinates in degrees (WGS 84) as the source writes them.
    ///
    /// @param livePeriod seconds for which a live position was shared, or -1
    record Place(
            @Nullable String latitude,
            @Nullable String longitude,
            int livePeriod,
            @Nullable String name,
            @Nullable String address)
            implements Attachment {}

    /// A poll, with the counts that the exporter saw, each -1 where not stated.
    record Poll(String question, boolean closed, int voters, List<Answer> answers)
            implements Attachment {
        /// One answer; `chosen` where the exporter's own account chose it.
        public record Answer(String text, int voters, boolean chosen) {}

        public Poll {
            answers = List.copyOf(answers);
        }
    }

    /// Something that the format defines and no other component holds: the source's key and its
    /// value as compact JSON.
    record Other(String key, String json) implements Attachment {}
}
