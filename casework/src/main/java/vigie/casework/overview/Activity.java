package vigie.casework.overview;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Messages over time, in so many bars as one drawing holds.
///
/// A day is one of UTC where the source gives a time in UTC, else one of the exporter's clock. What
/// several exhibits hold is counted once.
///
/// @param bars    without a gap, zeros included; none where there is no dated message
/// @param total   messages in the bars
/// @param undated messages without a time, or with one before 1970 or after 2099
/// @param atLeast whether copies were met that cannot be compared: there are at least as many
public record Activity(Unit unit, List<Bar> bars, long total, long undated, boolean atLeast) {
    /// A drawing with more bars cannot be read, nor its table.
    public static final int BARS = 120;

    /// What a bar stands for.
    public enum Unit {
        DAY,
        /// Monday to Sunday.
        WEEK,
        MONTH,
        YEAR;

        private LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        private LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
                case YEAR -> start.plusYears(1);
            };
        }

        private long between(LocalDate first, LocalDate last) {
            ChronoUnit unit =
                    switch (this) {
                        case DAY -> ChronoUnit.DAYS;
                        case WEEK -> ChronoUnit.WEEKS;
                        case MONTH -> ChronoUnit.MONTHS;
                        case YEAR -> ChronoUnit.YEARS;
                    };
            return unit.between(start(first), start(last)) + 1;
        }

        /// The finest unit that needs at most [#BARS] bars, else years.
        static Unit fitting(LocalDate first, LocalDate last) {
            for (Unit unit : values()) {
                if (unit.between(first, last) <= BARS) {
                    return unit;
                }
            }
            return YEAR;
        }
    }

    /// The messages of one unit of time.
    ///
    /// @param start its first day
    /// @param end   its last day
    public record Bar(LocalDate start, LocalDate end, long messages) {}

    public Activity {
        bars = List.copyOf(bars);
    }

    /// Draws messages by day.
    ///
    /// @param days messages by day, those of days without any left out
    public static Activity of(NavigableMap<LocalDate, Long> days, long undated, boolean atLeast) {
        if (days.isEmpty()) {
            return new Activity(Unit.DAY, List.of(), 0, undated, atLeast);
        }
        Unit unit = Unit.fitting(days.firstKey(), days.lastKey());
        NavigableMap<LocalDate, Long> sums = new TreeMap<>();
        for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
            sums.merge(unit.start(day.getKey()), day.getValue(), Long::sum);
        }
        List<Bar> bars = new ArrayList<>();
        long total = 0;
        LocalDate end = sums.lastKey();
        for (LocalDate at = sums.firstKey(); !at.isAfter(end); at = unit.next(at)) {
            long messages = sums.getOrDefault(at, 0L);
            bars.add(new Bar(at, unit.next(at).minusDays(1), messages));
            total += messages;
        }
        return new Activity(unit, bars, total, undated, atLeast);
    }
}
