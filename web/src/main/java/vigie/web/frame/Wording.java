package vigie.web.frame;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vigie.model.claim.Moment;

/// Numbers, dates and sizes in the language of the page; ids never pass here.
@Component("say")
public final class Wording {
    private static final long KILO = 1000;

    /// Fifty stand on a page; making one costs more than using it.
    private static final Map<Locale, DateTimeFormatter> MINUTES = new ConcurrentHashMap<>();

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    /// A text of the interface, by its key.
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /// Whether the page runs from right to left.
    public boolean rightToLeft() {
        return LocaleContextHolder.getLocale().getLanguage().equals("ar");
    }

    /// A whole number.
    public String number(long number) {
        return NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale()).format(number);
    }

    /// A share of a whole, in per cent without decimals; of nothing, a dash.
    public String share(long part, long whole) {
        return whole == 0
                ? "–"
                : NumberFormat.getPercentInstance(LocaleContextHolder.getLocale())
                        .format((double) part / whole);
    }

    /// A size in bytes, rounded to a unit that a person reads.
    public String size(long bytes) {
        String[] units = {"unit.byte", "unit.kilobyte", "unit.megabyte", "unit.gigabyte"};
        double shown = bytes;
        int unit = 0;
        while (shown >= KILO && unit < units.length - 1) {
            shown /= KILO;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(LocaleContextHolder.getLocale());
        format.setMaximumFractionDigits(unit == 0 || shown >= 100 ? 0 : 1);
        return text(units[unit], format.format(shown));
    }

    /// A day.
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .localizedBy(LocaleContextHolder.getLocale())
                .format(day);
    }

    /// A month of a year.
    public String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("LLL yyyy", LocaleContextHolder.getLocale())
                .localizedBy(LocaleContextHolder.getLocale())
                .format(day);
    }

    /// A time that evidence states, in UTC; a dash for none.
    public String stated(@Nullable Instant instant) {
        return instant == null ? "–" : minute(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /// An instant of this installation's own acts, in the machine's zone, to the minute.
    public String instant(Instant instant) {
        return minute(LocalDateTime.ofInstant(instant, ZoneId.systemDefault()));
    }

    /// When a message was sent: in UTC where the export states it, else as the exporter's clock
    /// showed it, which is said; a dash where neither is stated.
    public String moment(Moment moment) {
        if (moment.unix() != Moment.ABSENT) {
            return text(
                    "time.utc",
                    minute(LocalDateTime.ofEpochSecond(moment.unix(), 0, ZoneOffset.UTC)));
        }
        if (moment.local() != Moment.ABSENT) {
            return text(
                    "time.local",
                    minute(LocalDateTime.ofEpochSecond(moment.local(), 0, ZoneOffset.UTC)));
        }
        return "–";
    }

    /// The same for machines: ISO 8601, without a zone where none is known; empty where nothing is.
    public String machine(Moment moment) {
        if (moment.unix() != Moment.ABSENT) {
            return Instant.ofEpochSecond(moment.unix()).toString();
        }
        return moment.local() == Moment.ABSENT
                ? ""
                : LocalDateTime.ofEpochSecond(moment.local(), 0, ZoneOffset.UTC).toString();
    }

    private static String minute(LocalDateTime time) {
        return MINUTES.computeIfAbsent(
                        LocaleContextHolder.getLocale(),
                        locale ->
                                DateTimeFormatter.ofLocalizedDateTime(
                                                FormatStyle.MEDIUM, FormatStyle.SHORT)
                                        .localizedBy(locale))
                .format(time);
    }
}
