package vigie.readers.table;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.Moment;

/// How times are written, and in which zone.
///
/// @param patterns tried in their order: `unix`, `unix-millis`, or a pattern of
///     [DateTimeFormatter]
/// @param zone     null where only the exporter knows it
record TimeFormat(List<Pattern> patterns, @Nullable ZoneId zone) {
    static final String UNIX = "unix";
    static final String UNIX_MILLIS = "unix-millis";

    /// One way to write a time; the formatter is null for numbers.
    record Pattern(String text, @Nullable DateTimeFormatter formatter) {
        /// A pattern as the mapping writes it.
        ///
        /// @throws IllegalArgumentException where it is none
        static Pattern of(String text, Locale locale) {
            if (text.equals(UNIX) || text.equals(UNIX_MILLIS)) {
                return new Pattern(text, null);
            }
            return new Pattern(
                    text,
                    DateTimeFormatter.ofPattern(years(text), locale)
                            .withResolverStyle(ResolverStyle.STRICT));
        }
    }

    /// The pattern with `u` for each `y` outside quotes: people write y for the year, which strict
    /// resolution takes for the year of an era.
    private static String years(String pattern) {
        StringBuilder out = new StringBuilder(pattern);
        boolean quoted = false;
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            quoted ^= c == '\'';
            if (c == 'y' && !quoted) {
                out.setCharAt(i, 'u');
            }
        }
        return out.toString();
    }

    /// A time, and whether it says more than whole seconds.
    record Read(Moment moment, boolean finer) {}

    /// The time that `cell` states, or null where no pattern reads it.
    @Nullable Read read(String cell) {
        for (Pattern pattern : patterns) {
            Read read = read(cell, pattern);
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    private @Nullable Read read(String cell, Pattern pattern) {
        DateTimeFormatter formatter = pattern.formatter();
        if (formatter == null) {
            return number(cell, pattern.text().equals(UNIX_MILLIS));
        }
        try {
            return written(formatter.parse(cell));
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static @Nullable Read number(String cell, boolean millis) {
        if (!cell.matches("-?[0-9]{1,15}")) {
            return null;
        }
        long value = Long.parseLong(cell);
        long seconds = millis ? Math.floorDiv(value, 1000) : value;
        boolean finer = millis && value % 1000 != 0;
        return new Read(new Moment(seconds, Moment.ABSENT), finer);
    }

    private @Nullable Read written(TemporalAccessor parsed) {
        LocalDateTime local;
        try {
            local = LocalDateTime.from(parsed);
        } catch (DateTimeException _) {
            return null;
        }
        long reading = local.toEpochSecond(ZoneOffset.UTC);
        boolean finer = local.get(ChronoField.NANO_OF_SECOND) != 0;
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return new Read(
                    new Moment(parsed.getLong(ChronoField.INSTANT_SECONDS), reading), finer);
        }
        ZoneId written = zone;
        if (written == null) {
            return new Read(new Moment(Moment.ABSENT, reading), finer);
        }
        List<ZoneOffset> offsets = written.getRules().getValidOffsets(local);
        return switch (offsets.size()) {
            // A reading that the clock skipped is no time; one that it showed twice is not known.
            case 0 -> null;
            case 1 -> new Read(new Moment(local.toEpochSecond(offsets.getFirst()), reading), finer);
            default -> new Read(new Moment(Moment.ABSENT, reading), finer);
        };
    }
}
