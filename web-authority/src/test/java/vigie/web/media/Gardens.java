package vigie.web.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/// An export of a gardening club's chat: drawn beds, a cut file, and names that are markup.
final class Gardens {
    /// Markup and template syntax in one line; what acts on it is told by `zork` or [#EVALUATED].
    static final String HOSTILE =
            "<script>zork()</script><zork onzork=\"1\">\"onzork='zork' ${7919*6271} [[${7919*6271}]]"
                    + " {0} </title>";

    /// A template that is evaluated gives this number.
    static final String EVALUATED = "49660049";

    /// A file whose name is markup.
    static final String FILE = "photos/<zork onzork=1>${7919*6271}.jpg";

    private Gardens() {}

    /// Writes the export: one bed in two sizes, two beds of their own, one that is listed as alert,
    /// one as known, one as both.
    static void write(Path folder) throws IOException {
        Path photos = Files.createDirectories(folder.resolve("photos"));
        draw(photos.resolve("bed.jpg"), 1, 800, 600);
        draw(photos.resolve("bed-small.jpg"), 1, 400, 300);
        draw(photos.resolve("alert.jpg"), 2, 800, 600);
        draw(photos.resolve("known.jpg"), 3, 800, 600);
        draw(photos.resolve("both.jpg"), 4, 800, 600);
        draw(folder.resolve(FILE), 5, 800, 600);
        byte[] whole = Files.readAllBytes(photos.resolve("alert.jpg"));
        Files.write(photos.resolve("cut.jpg"), Arrays.copyOf(whole, 200));
        chat(
                folder,
                77,
                "Tulip growers",
                photo(1, "Gerda Blum", "photos/bed.jpg"),
                photo(2, "Otto Beet", "photos/bed-small.jpg"),
                photo(3, "Otto Beet", "photos/alert.jpg"),
                photo(4, "Gerda Blum", "photos/known.jpg"),
                photo(5, "Otto Beet", "photos/both.jpg"),
                photo(6, "Ida " + HOSTILE, FILE),
                photo(7, "Gerda Blum", "photos/cut.jpg"));
    }

    /// Writes another club's export.
    static void writeOther(Path folder) throws IOException {
        draw(Files.createDirectories(folder.resolve("photos")).resolve("goal.jpg"), 9, 640, 480);
        chat(folder, 78, "Goalkeepers", photo(1, "Fritz Tor", "photos/goal.jpg"));
    }

    private static void chat(Path folder, int group, String name, String... messages)
            throws IOException {
        Files.writeString(
                folder.resolve("result.json"),
                """
                {"name":"%s","type":"private_supergroup","id":%d,"messages":[%s]}"""
                        .formatted(name, group, String.join(",", messages)),
                StandardCharsets.UTF_8);
    }

    private static String photo(int id, String user, String path) {
        return """
        {"id":%d,"type":"message","date":"2024-06-01T10:00:00","date_unixtime":"%d","from":"%s",
         "from_id":"user%d","photo":"%s","width":400,"height":300,"text":"","text_entities":[]}"""
                .formatted(
                        id,
                        1_717_225_200L + id,
                        user.replace("\"", "\\\""),
                        user.hashCode() & 0xFFFF,
                        path);
    }

    private static void draw(Path file, long seed, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(200, 220, 190));
        g.fillRect(0, 0, 800, 600);
        for (int i = 0; i < 40; i++) {
            g.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            int side = 40 + random.nextInt(160);
            g.fillOval(random.nextInt(800) - 80, random.nextInt(600) - 80, side, side);
        }
        g.dispose();
        BufferedImage sized = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D small = sized.createGraphics();
        small.drawImage(
                image.getScaledInstance(width, height, java.awt.Image.SCALE_SMOOTH), 0, 0, null);
        small.dispose();
        if (!ImageIO.write(sized, "jpg", file.toFile())) {
            throw new IOException("no JPEG is written here");
        }
    }
}
