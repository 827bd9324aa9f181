package vigie.sample.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import vigie.sample.dice.Dice;

/// What scenes show: hills, flowers, pitches, plates, trains, birds and shapes.
final class Motifs {
    private final Graphics2D pen;
    private final Dice dice;
    private final int width;
    private final int height;

    Motifs(Graphics2D pen, Dice dice, int width, int height) {
        this.pen = pen;
        this.dice = dice;
        this.width = width;
        this.height = height;
    }

    void hills() {
        pen.setColor(new Color(0xFFE08A));
        round(dice.range(0.1, 0.9) * width, dice.range(0.05, 0.4) * height, size() * 0.14);
        int ridges = dice.between(2, 5);
        for (int i = 0; i < ridges; i++) {
            var path = new Path2D.Double();
            double base = height * (0.35 + 0.6 * i / ridges);
            double wave = dice.range(0.5, 2.5);
            double phase = dice.range(0, 6);
            double lift = height * dice.range(0.04, 0.15);
            path.moveTo(0, height);
            for (int step = 0; step <= 24; step++) {
                double along = step / 24.0;
                path.lineTo(
                        along * width,
                        base + lift * StrictMath.sin(phase + along * wave * 2 * StrictMath.PI));
            }
            path.lineTo(width, height);
            path.closePath();
            pen.setColor(paint());
            pen.fill(path);
        }
        int trees = dice.between(2, 9);
        for (int i = 0; i < trees; i++) {
            double x = dice.range(0.03, 0.97) * width;
            double y = dice.range(0.5, 0.92) * height;
            double tall = size() * dice.range(0.05, 0.16);
            pen.setColor(new Color(0x5B3A1E));
            pen.fill(new Rectangle2D.Double(x - tall * 0.08, y - tall * 0.5, tall * 0.16, tall));
            pen.setColor(new Color(0x1F5A2A + dice.below(64) * 0x000100));
            round(x, y - tall * 0.8, tall * 0.45);
        }
    }

    void flowers() {
        int count = dice.between(1, 6);
        for (int i = 0; i < count; i++) {
            double x = dice.range(0.12, 0.88) * width;
            double y = dice.range(0.15, 0.7) * height;
            double petal = size() * dice.range(0.05, 0.16);
            pen.setColor(new Color(0x2E7D32));
            pen.setStroke(new BasicStroke((float) (petal * 0.22)));
            pen.draw(
                    new QuadCurve2D.Double(
                            x, y, x + dice.range(-1, 1) * petal, (y + height) / 2, x, height));
            pen.setColor(paint());
            int petals = dice.between(5, 11);
            for (int k = 0; k < petals; k++) {
                double turn = 2 * StrictMath.PI * k / petals;
                round(
                        x + petal * StrictMath.cos(turn),
                        y + petal * StrictMath.sin(turn),
                        petal * 0.55);
            }
            pen.setColor(new Color(0xF4C430));
            round(x, y, petal * 0.6);
        }
    }

    void pitch() {
        int stripes = dice.between(4, 12);
        for (int i = 0; i < stripes; i++) {
            pen.setColor(new Color(i % 2 == 0 ? 0x2F8F3A : 0x3AA548));
            pen.fill(
                    new Rectangle2D.Double(
                            (double) width * i / stripes,
                            height * 0.2,
                            (double) width / stripes + 1,
                            height * 0.8));
        }
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke((float) Math.max(2, size() * 0.008)));
        double x = dice.range(0.3, 0.7) * width;
        double ring = size() * dice.range(0.1, 0.25);
        pen.draw(new Rectangle2D.Double(width * 0.06, height * 0.26, width * 0.88, height * 0.66));
        pen.draw(new Line2D.Double(x, height * 0.26, x, height * 0.92));
        pen.draw(new Ellipse2D.Double(x - ring, height * 0.6 - ring, ring * 2, ring * 2));
        int dots = dice.between(6, 22);
        for (int i = 0; i < dots; i++) {
            pen.setColor(new Color(i % 2 == 0 ? 0xC62828 : 0x1565C0));
            round(dice.range(0.08, 0.92) * width, dice.range(0.3, 0.9) * height, size() * 0.018);
        }
    }

    void plate() {
        double x = dice.range(0.4, 0.6) * width;
        double y = dice.range(0.4, 0.6) * height;
        double rim = size() * dice.range(0.3, 0.46);
        pen.setColor(new Color(0xF5F5F0));
        round(x, y, rim);
        pen.setColor(new Color(0xDADAD2));
        round(x, y, rim * 0.78);
        int pieces = dice.between(6, 28);
        for (int i = 0; i < pieces; i++) {
            double turn = dice.range(0, 2 * StrictMath.PI);
            double far = rim * 0.62 * dice.unit();
            pen.setColor(paint());
            double large = rim * dice.range(0.06, 0.2);
            pen.fill(
                    new Ellipse2D.Double(
                            x + far * StrictMath.cos(turn) - large,
                            y + far * StrictMath.sin(turn) - large / 2,
                            large * 2,
                            large * dice.range(0.8, 2)));
        }
    }

    void train() {
        double track = height * dice.range(0.6, 0.85);
        pen.setColor(new Color(0x6D6D6D));
        pen.fill(new Rectangle2D.Double(0, track, width, height - track));
        int wagons = dice.between(2, 5);
        double length = width * 0.9 / wagons;
        double tall = Math.min(length * 0.7, track * 0.5);
        for (int i = 0; i < wagons; i++) {
            double x = width * 0.05 + i * length;
            pen.setColor(paint());
            pen.fill(new Rectangle2D.Double(x, track - tall, length * 0.94, tall * 0.9));
            pen.setColor(new Color(0xCFE8FF));
            int windows = dice.between(2, 4);
            for (int k = 0; k < windows; k++) {
                pen.fill(
                        new Rectangle2D.Double(
                                x + length * (0.08 + 0.86 * k / windows),
                                track - tall * 0.8,
                                length * 0.5 / windows,
                                tall * 0.35));
            }
            pen.setColor(new Color(0x222222));
            round(x + length * 0.2, track - tall * 0.05, tall * 0.13);
            round(x + length * 0.74, track - tall * 0.05, tall * 0.13);
        }
    }

    void birds() {
        pen.setColor(paint());
        pen.fill(new Rectangle2D.Double(0, height * dice.range(0.6, 0.9), width, height));
        int count = dice.between(3, 18);
        for (int i = 0; i < count; i++) {
            double x = dice.range(0.05, 0.95) * width;
            double y = dice.range(0.05, 0.6) * height;
            double wing = size() * dice.range(0.02, 0.1);
            var path = new Path2D.Double();
            path.moveTo(x - wing, y - wing * 0.5);
            path.quadTo(x - wing * 0.4, y - wing * 0.7, x, y);
            path.quadTo(x + wing * 0.4, y - wing * 0.7, x + wing, y - wing * 0.5);
            pen.setColor(new Color(0x20242C));
            pen.setStroke(new BasicStroke((float) Math.max(1.5, wing * 0.18)));
            pen.draw(path);
        }
    }

    void shapes() {
        int count = dice.between(4, 16);
        for (int i = 0; i < count; i++) {
            pen.setColor(paint());
            double x = dice.range(0, 1) * width;
            double y = dice.range(0, 1) * height;
            double large = size() * dice.range(0.06, 0.3);
            switch (dice.below(3)) {
                case 0 -> round(x, y, large);
                case 1 -> pen.fill(new Rectangle2D.Double(x - large, y - large, large * 2, large));
                default -> {
                    var path = new Path2D.Double();
                    path.moveTo(x, y - large);
                    path.lineTo(x + large, y + large * dice.unit());
                    path.lineTo(x - large, y + large);
                    path.closePath();
                    pen.fill(path);
                }
            }
        }
    }

    private void round(double x, double y, double radius) {
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }

    private double size() {
        return Math.min(width, height);
    }

    /// A colour that is not dark.
    static int colour(Dice dice) {
        return dice.between(40, 255) << 16 | dice.between(40, 255) << 8 | dice.between(40, 255);
    }

    private Color paint() {
        return new Color(colour(dice));
    }
}
