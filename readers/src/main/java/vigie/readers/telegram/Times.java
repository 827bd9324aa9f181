package vigie.readers.telegram;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.model.claim.Moment;

/// Times as the exporter writes them: `2024-01-31T23:59:59` in its own zone, which it does not
/// name, and seconds since 1970 as a string of digits.
final class Times {
    private static final int LENGTH = 19;
    private static final int DAY = 86_400;
    private static final long DAY_BYTES = 0xFFFFFF;

    private long yearAndMonth;
    private long day;
    private long midnight;

    /// The local time, or [Moment#ABSENT].
    long local(JsonCursor in) throws IOException {
        if (in.passNull()) {
            return Moment.ABSENT;
        }
        in.readString();
        if (in.stringLength() != LENGTH) {
            throw notATime(in);
        }
        long start = in.stringWord(0);
        long middle = in.stringWord(8);
        if (start != yearAndMonth || (middle & DAY_BYTES) != day) {
            midnight = midnight(in);
            yearAndMonth = start;
            day = middle & DAY_BYTES;
        }
        int hour = two(in, 11);
        int minute = two(in, 14);
        int second = two(in, 17);
        if (hour > 23
                || minute > 59
                || second > 59
                || in.stringByte(13) != ':'
                || in.stringByte(16) != ':') {
            throw notATime(in);
        }
        return midnight + hour * 3600L + minute * 60L + second;
    }

    private static long midnight(JsonCursor in) throws IOException {
        int year = two(in, 0) * 100 + two(in, 2);
        int month = two(in, 5);
        int day = two(in, 8);
        if (in.stringByte(4) != '-'
                || in.stringByte(7) != '-'
                || in.stringByte(10) != 'T'
                || month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            throw notATime(in);
        }
        return LocalDate.of(year, month, day).toEpochDay() * DAY;
    }

    private static int two(JsonCursor in, int index) throws IOException {
        int tens = in.stringByte(index) - '0';
        int ones = in.stringByte(index + 1) - '0';
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            throw notATime(in);
        }
        return tens * 10 + ones;
    }

    private static IOException notATime(JsonCursor in) {
        return in.malformed(in.stringOffset() - 1, "not a local time");
    }

    /// Seconds since 1970, written as a string or as a number, or [Moment#ABSENT].
    static long unix(JsonCursor in) throws IOException {
        int first = in.peek();
        if (first != '"') {
            return first == 'n' && in.passNull() ? Moment.ABSENT : in.integer();
        }
        in.readString();
        int length = in.stringLength();
        boolean negative = length > 1 && in.stringByte(0) == '-';
        int from = negative ? 1 : 0;
        long value = 0;
        for (int i = from; i < length; i++) {
            int digit = in.stringByte(i) - '0';
            if (digit < 0 || digit > 9) {
                throw notSeconds(in);
            }
            value = value * 10 + digit;
        }
        // Twelve digits reach the year 33,658.
        if (length == from || length - from > 12) {
            throw notSeconds(in);
        }
        return negative ? -value : value;
    }

    private static IOException notSeconds(JsonCursor in) {
        return in.malformed(in.stringOffset() - 1, "not a number of seconds");
    }

    /// Both readings of one time.
    static Moment moment(long unix, long local) {
        return unix == Moment.ABSENT && local == Moment.ABSENT
                ? Moment.NONE
                : new Moment(unix, local);
    }
}
