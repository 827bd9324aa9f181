package vigie.sample.picture;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Map;

/// Letters drawn as strokes, so that no font of the machine is used.
///
/// Each letter is a list of strokes on a grid 3 wide and 4 high; a stroke is four digits: from
/// column and row, to column and row, rows counted from the top.
final class Strokes {
    private static final Map<Character, String> LETTERS =
            Map.ofEntries(
                    Map.entry('A', "0410 1024 0222"),
                    Map.entry('B', "0004 0010 1021 2112 0212 1223 2314 0414"),
                    Map.entry('C', "2010 1001 0103 0314 1424"),
                    Map.entry('D', "0004 0010 1021 2123 2314 0414"),
                    Map.entry('E', "0004 0020 0212 0424"),
                    Map.entry('F', "0004 0020 0212"),
                    Map.entry('G', "2010 1001 0103 0314 1424 2422 1222"),
                    Map.entry('H', "0004 2024 0222"),
                    Map.entry('I', "1014"),
                    Map.entry('L', "0004 0424"),
                    Map.entry('M', "0400 0012 1220 2024"),
                    Map.entry('N', "0400 0024 2420"),
                    Map.entry('O', "0020 2024 2404 0400"),
                    Map.entry('P', "0400 0020 2022 2202"),
                    Map.entry('R', "0400 0020 2022 2202 0224"),
                    Map.entry('S', "2000 0002 0222 2224 2404"),
                    Map.entry('T', "0020 1014"),
                    Map.entry('U', "0004 0424 2420"),
                    Map.entry('V', "0014 1420"),
                    Map.entry('Y', "0012 2012 1214"));

    private Strokes() {}

    /// Writes words with their upper left corner at `x`, `y`; spaces stand for what it lacks.
    static void write(Graphics2D pen, String words, double x, double y, double height) {
        double unit = height / 4;
        double left = x;
        for (int i = 0; i < words.length(); i++) {
            String strokes = LETTERS.getOrDefault(words.charAt(i), "");
            for (int at = 0; at + 4 <= strokes.length(); at += 5) {
                pen.draw(
                        new Line2D.Double(
                                left + unit * (strokes.charAt(at) - '0'),
                                y + unit * (strokes.charAt(at + 1) - '0'),
                                left + unit * (strokes.charAt(at + 2) - '0'),
                                y + unit * (strokes.charAt(at + 3) - '0')));
            }
            left += unit * 3;
        }
    }
}
