package vigie.web.writing;

import java.util.ArrayList;
import java.util.List;
import vigie.web.frame.Wording;

/// A drawing of counts over time, laid out by the server: bars from a line of zero, in a box of
/// [#WIDTH] by [#HEIGHT] units. Time runs in the direction of the page. The same values stand in a
/// table beside it.
///
/// @param bars  one for each period, in order
/// @param lines where a line stands across, with the number that it means
/// @param names the periods named below
public record Bars(List<Bar> bars, List<Line> lines, List<Name> names) {
    /// The width of the drawing, in its own units.
    public static final int WIDTH = 720;

    /// The height of the drawing, in its own units.
    public static final int HEIGHT = 190;

    private static final int LEFT = 52;
    private static final int TOP = 12;
    private static final int BOTTOM = HEIGHT - 24;
    private static final int NAMED = 6;

    /// What a name takes at least.
    private static final int ROOM = 60;

    private static final int LINES = 4;

    public Bars {
        bars = List.copyOf(bars);
        lines = List.copyOf(lines);
        names = List.copyOf(names);
    }

    /// A count of one period.
    public record Value(String period, long count) {}

    /// A bar: its corner, its size, and what it stands for.
    public record Bar(String x, String y, String width, String height, Value value, String says) {}

    /// A line across, with where it begins and where its number stands.
    public record Line(String path, String x, String y, String says) {}

    /// A period's name below its bar.
    public record Name(String x, String says) {}

    /// The box of the drawing, as SVG states it.
    public String box() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    /// Lays out counts.
    public static Bars of(List<Value> values, Wording say) {
        long highest = values.stream().mapToLong(Value::count).max().orElse(0);
        long step = step(highest);
        long top = Math.max(step, (highest + step - 1) / step * step);
        double slot = (double) (WIDTH - LEFT - 4) / Math.max(1, values.size());
        double gap = slot > 4 ? 1 : 0;
        boolean mirrored = say.rightToLeft();
        List<Bar> bars = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        int every = Math.max(1, (values.size() + NAMED - 1) / NAMED);
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            double x = mirrored ? WIDTH - LEFT - (i + 1) * slot + gap : LEFT + i * slot;
            double height = (double) value.count() / top * (BOTTOM - TOP);
            double shown = value.count() == 0 ? 0 : Math.max(1, height);
            bars.add(
                    new Bar(
                            units(x),
                            units(BOTTOM - shown),
                            units(slot - gap),
                            units(shown),
                            value,
                            value.period() + ": " + say.number(value.count())));
            if (i % every == 0 && (values.size() - i) * slot > ROOM) {
                names.add(new Name(units(mirrored ? x + slot - gap : x), value.period()));
            }
        }
        List<Line> lines = new ArrayList<>();
        for (long at = 0; at <= top; at += step) {
            String y = units(BOTTOM - (double) at / top * (BOTTOM - TOP));
            int from = mirrored ? 2 : LEFT - 4;
            lines.add(
                    new Line(
                            "M%d %sH%d".formatted(from, y, from + WIDTH - LEFT + 2),
                            Integer.toString(mirrored ? WIDTH - LEFT + 8 : LEFT - 8),
                            y,
                            say.number(at)));
        }
        return new Bars(bars, lines, names);
    }

    /// The largest of 1, 2 and 5 times a power of ten of which at least some lines fit below.
    private static long step(long highest) {
        long power = 1;
        while (power * 10 * LINES <= highest) {
            power *= 10;
        }
        for (long factor : new long[] {5, 2, 1}) {
            if (power * factor * (LINES - 1) <= highest) {
                return power * factor;
            }
        }
        return power;
    }

    /// A coordinate to a tenth, with a point in every language.
    private static String units(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + Math.abs(tenths % 10));
    }
}
