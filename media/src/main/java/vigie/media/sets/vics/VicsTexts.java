package vigie.media.sets.vics;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the texts of VICS files mean, whose writers differ.
public final class VicsTexts {
    private static final Pattern EPOCH =
            Pattern.compile("/Date\\((-?[0-9]{1,15})([+-][0-9]{4})?\\)/");
    private static final Pattern BOTH = Pattern.compile("(.*[+-][0-9]{2}:[0-9]{2})Z");
    private static final List<DateTimeFormatter> LOCAL =
            List.of(
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME,
                    DateTimeFormatter.ofPattern("M/d/uuuu h:mm:ss a", Locale.US),
                    DateTimeFormatter.ofPattern("M/d/uuuu H:mm:ss", Locale.US));

    private VicsTexts() {}

    /// A moment: ISO with `Z` or an offset, with both (the offset counts), `/Date(ms)/`. A time
    /// without a zone, and the American order of day and month, are read as UTC; nothing where the
    /// text is no time.
    public static Optional<Instant> moment(String text) {
        String stated = text.strip();
        Matcher epoch = EPOCH.matcher(stated);
        if (epoch.matches()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(epoch.group(1))));
        }
        Matcher both = BOTH.matcher(stated);
        if (both.matches()) {
            stated = both.group(1);
        }
        try {
            return Optional.of(OffsetDateTime.parse(stated).toInstant());
        } catch (DateTimeException _) {
            return local(stated);
        }
    }

    private static Optional<Instant> local(String stated) {
        for (DateTimeFormatter format : LOCAL) {
            TemporalAccessor read = format.parseUnresolved(stated, new ParsePosition(0));
            if (read != null) {
                return parsed(stated, format);
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> parsed(String stated, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(stated, format).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// A path without its first part, which is the writing tool's name for the source.
    public static String withoutSource(String path) {
        String slashes = path.replace('\\', '/');
        int first = slashes.indexOf('/', slashes.startsWith("/") ? 1 : 0);
        return first < 0 ? slashes : slashes.substring(first + 1);
    }
}
