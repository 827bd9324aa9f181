package vigie.text.hidden;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts texts into what is plain, what is hidden and what looks like something else, in time linear
/// in their length.
public final class Segments {
    /// Longer runs of letters are no words, and nobody takes them for one.
    private static final int LONGEST_WORD = 256;

    private final String text;
    private final boolean handle;
    private final Joining joining;
    private final List<Segment> segments = new ArrayList<>();
    private int plain;

    private Segments(String text, boolean handle) {
        this.text = text;
        this.handle = handle;
        this.joining = new Joining(text);
    }

    /// A piece of a text on a screen: a segment, or a part of one.
    ///
    /// @param marked whether it is one of the places that are marked
    public record Piece(Segment segment, int start, int end, boolean marked) {}

    /// The segments of what people write, names among it.
    public static List<Segment> of(String text) {
        return new Segments(text, false).cut();
    }

    /// The segments of a handle or address, where letters are expected to be Latin: a word of
    /// another script that looks Latin throughout is a lookalike there.
    public static List<Segment> ofHandle(String handle) {
        return new Segments(handle, true).cut();
    }

    /// Whether there is anything to show beside the text itself.
    public static boolean suspicious(List<Segment> segments) {
        return segments.stream()
                .anyMatch(
                        segment ->
                                switch (segment) {
                                    case Segment.Plain _ -> false;
                                    case Segment.Hidden hidden -> !hidden.ordinary();
                                    case Segment.Lookalike _ -> true;
                                });
    }

    /// The segments of a text cut where marks begin and end.
    ///
    /// @param marks pairs of start and end, in order, not overlapping, as a search gives them
    public static List<Piece> marked(List<Segment> segments, List<int[]> marks) {
        List<Piece> pieces = new ArrayList<>();
        int mark = 0;
        for (Segment segment : segments) {
            int at = segment.start();
            while (at < segment.end()) {
                while (mark < marks.size() && marks.get(mark)[1] <= at) {
                    mark++;
                }
                boolean inside = mark < marks.size() && marks.get(mark)[0] <= at;
                int end = segment.end();
                if (mark < marks.size()) {
                    end = Math.min(end, inside ? marks.get(mark)[1] : marks.get(mark)[0]);
                }
                pieces.add(new Piece(segment, at, end, inside));
                at = end;
            }
        }
        return pieces;
    }

    private List<Segment> cut() {
        int at = 0;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (unit < 0x80 && !letter(unit) && !hidden(unit)) {
                at++;
                continue;
            }
            int point = text.codePointAt(at);
            if (hidden(point)) {
                at = hide(at, point);
            } else if (letter(point)) {
                at = word(at);
            } else {
                at += Character.charCount(point);
            }
        }
        plainUntil(text.length());
        return segments;
    }

    private void plainUntil(int end) {
        if (end > plain) {
            segments.add(new Segment.Plain(plain, end));
        }
        plain = end;
    }

    private int hide(int at, int point) {
        int end = at + Character.charCount(point);
        plainUntil(at);
        segments.add(
                new Segment.Hidden(
                        at,
                        end,
                        point,
                        UCharacter.getExtendedName(point),
                        joining.ordinary(at, point)));
        plain = end;
        return end;
    }

    /// Passes over a word, whatever is hidden in it.
    private int word(int from) {
        int at = from;
        boolean ascii = true;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (!letter(point) && !hidden(point)) {
                break;
            }
            ascii &= point < 0x80 && !hidden(point);
            at += Character.charCount(point);
        }
        if (!ascii) {
            cutWord(from, at);
        }
        return at;
    }

    private void cutWord(int from, int to) {
        String visible = visible(from, to);
        String reading =
                visible.length() <= LONGEST_WORD ? Scripts.lookalike(visible, handle) : null;
        List<String> scripts = reading == null ? List.of() : Scripts.names(visible);
        int start = from;
        int at = from;
        while (at < to) {
            int point = text.codePointAt(at);
            if (hidden(point)) {
                looks(start, at, reading, scripts);
                at = hide(at, point);
                start = at;
            } else {
                at += Character.charCount(point);
            }
        }
        looks(start, to, reading, scripts);
    }

    private void looks(int start, int end, @Nullable String reading, List<String> scripts) {
        if (reading != null && end > start) {
            plainUntil(start);
            segments.add(new Segment.Lookalike(start, end, reading, scripts));
            plain = end;
        }
    }

    private String visible(int from, int to) {
        StringBuilder visible = new StringBuilder(to - from);
        int point;
        for (int i = from; i < to; i += Character.charCount(point)) {
            point = text.codePointAt(i);
            if (!hidden(point)) {
                visible.appendCodePoint(point);
            }
        }
        return visible.toString();
    }

    private static boolean letter(int point) {
        if (point < 0x80) {
            return point >= 'a' && point <= 'z'
                    || point >= 'A' && point <= 'Z'
                    || point >= '0' && point <= '9';
        }
        int type = UCharacter.getType(point);
        return UCharacter.isLetterOrDigit(point)
                || type == ECharacterCategory.NON_SPACING_MARK
                || type == ECharacterCategory.COMBINING_SPACING_MARK;
    }

    /// Whether a character has no shape of its own: what Unicode tells programs not to draw, other
    /// controls, and what draws as nothing. Line ends and tabs are layout.
    static boolean hidden(int point) {
        if (point < 0x80) {
            return point < 0x20 && point != '\n' && point != '\r' && point != '\t' || point == 0x7f;
        }
        if (point == 0x2800) { // a cell of Braille without dots
            return true;
        }
        return switch (UCharacter.getType(point)) {
            case ECharacterCategory.CONTROL,
                    ECharacterCategory.LINE_SEPARATOR,
                    ECharacterCategory.PARAGRAPH_SEPARATOR ->
                    true;
            case ECharacterCategory.FORMAT ->
                    !UCharacter.hasBinaryProperty(point, UProperty.PREPENDED_CONCATENATION_MARK);
            default -> UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }
}
