package vigie.media.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.media.examine.Examined;
import vigie.media.examine.Examined.Reason;

class HostileFilesTest {
    private static final Charset UTF = StandardCharsets.UTF_8;

    private final PictureExaminer examiner = new PictureExaminer();

    private Reason reason(byte[] file) {
        return assertInstanceOf(Examined.Unreadable.class, examiner.picture(file)).reason();
    }

    @Test
    void what_is_no_picture_is_not_supported() {
        assertEquals(Reason.UNSUPPORTED, reason(new byte[0]));
        assertEquals(Reason.UNSUPPORTED, reason("a letter about tomatoes".getBytes(UTF)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
    void a_file_cut_anywhere_is_unreadable(String format) throws IOException {
        byte[] file = Pictures.file(format, Pictures.meadow(300, 200));
        for (int cut : List.of(3, 12, 20, 60, file.length / 4, file.length / 2)) {
            Examined examined = examiner.picture(Arrays.copyOf(file, cut));
            assertInstanceOf(Examined.Unreadable.class, examined, () -> format + " cut at " + cut);
        }
    }

    @Test
    void a_jpeg_cut_near_its_end_is_malformed() throws IOException {
        byte[] file = Pictures.file("jpeg", Pictures.meadow(600, 400));
        assertEquals(Reason.MALFORMED, reason(Arrays.copyOf(file, file.length * 9 / 10)));
    }

    @Test
    void a_png_of_sixty_thousand_pixels_on_each_side_is_too_large() throws IOException {
        assertEquals(Reason.TOO_LARGE, reason(png(60_000, 60_000)));
        assertEquals(Reason.TOO_LARGE, reason(png(Integer.MAX_VALUE, Integer.MAX_VALUE)));
    }

    @Test
    void a_png_that_lies_about_its_size_is_malformed() throws IOException {
        assertEquals(Reason.MALFORMED, reason(png(1000, 1000)));
        assertEquals(Reason.MALFORMED, reason(png(0, 10)));
    }

    @Test
    void a_jpeg_that_lies_about_its_size_is_refused_or_malformed() throws IOException {
        byte[] file = Pictures.file("jpeg", Pictures.meadow(64, 64));
        int frame = frame(file);
        file[frame + 5] = (byte) 0xFF;
        file[frame + 7] = (byte) 0xFF;
        assertEquals(Reason.TOO_LARGE, reason(file));
        file[frame + 5] = 0x20;
        file[frame + 7] = 0x20;
        assertEquals(Reason.MALFORMED, reason(file));
    }

    @Test
    void a_bmp_that_claims_more_than_fits_is_unreadable() throws IOException {
        byte[] file = Pictures.file("bmp", Pictures.meadow(64, 64));
        file[19] = 0x60;
        file[23] = 0x60;
        assertInstanceOf(Examined.Unreadable.class, examiner.picture(file));
    }

    @Test
    void a_tiff_that_lies_about_its_strips_is_unreadable() throws IOException {
        byte[] file = Pictures.file("tiff", Pictures.meadow(64, 64));
        for (int at = 4; at < file.length; at += 7) {
            byte[] lie = file.clone();
            lie[at] ^= (byte) 0x7F;
            assertNotNull(examiner.picture(lie));
        }
    }

    @Test
    void a_webp_that_lies_about_its_size_is_unreadable() {
        byte[] file = WarmUp.files().getLast();
        byte[] lie = file.clone();
        lie[26] = (byte) 0xFF;
        lie[27] = 0x3F;
        lie[28] = (byte) 0xFF;
        lie[29] = 0x3F;
        assertInstanceOf(Examined.Unreadable.class, examiner.picture(lie));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
    void damage_anywhere_is_a_value(String format) throws IOException {
        byte[] file = Pictures.file(format, Pictures.meadow(90, 60));
        var dice = new Random(11);
        for (int i = 0; i < 150; i++) {
            byte[] damaged = file.clone();
            for (int k = 0; k < 4; k++) {
                damaged[8 + dice.nextInt(file.length - 8)] = (byte) dice.nextInt(256);
            }
            assertNotNull(examiner.picture(damaged));
            assertNotNull(new JavaPort(Limits.STANDARD).picture(damaged));
        }
    }

    @Test
    void random_bytes_behind_each_signature_are_unreadable() {
        var dice = new Random(3);
        for (String start :
                List.of(
                        "\u00FF\u00D8\u00FF\u00E0",
                        "\u0089PNG\r\n\u001A\n",
                        "GIF89a",
                        "BM",
                        "II*\0",
                        "RIFF\1\0\0\0WEBPVP8 ",
                        "\0\0\0\u0018ftypheic")) {
            for (int i = 0; i < 20; i++) {
                var file = new byte[2000];
                dice.nextBytes(file);
                for (int k = 0; k < start.length(); k++) {
                    file[k] = (byte) start.charAt(k);
                }
                assertInstanceOf(Examined.Unreadable.class, examiner.picture(file));
            }
        }
    }

    @Test
    void a_file_over_the_limit_is_not_opened() {
        var tight = PictureExaminer.within(new Limits(10, 100, 100, 1));
        var unreadable = assertInstanceOf(Examined.Unreadable.class, tight.picture(new byte[11]));
        assertEquals(Reason.TOO_LARGE, unreadable.reason());
    }

    @Test
    void a_text_that_unpacks_to_gigabytes_is_not_unpacked() throws IOException {
        var text = new ByteArrayOutputStream();
        text.writeBytes("Comment\0\0".getBytes(UTF));
        try (var packed = new DeflaterOutputStream(text)) {
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                packed.write(zeros);
            }
        }
        byte[] file = Pictures.file("png", Pictures.meadow(64, 64));
        var bomb = new ByteArrayOutputStream();
        bomb.write(file, 0, 33);
        chunk(bomb, "zTXt", text.toByteArray());
        bomb.write(file, 33, file.length - 33);
        assertInstanceOf(Examined.Picture.class, examiner.picture(bomb.toByteArray()));
    }

    @Test
    void a_gif_of_a_million_frames_is_sampled() throws IOException {
        byte[] file = Pictures.file("gif", Pictures.meadow(64, 64));
        int end = file.length - 1;
        var bomb = new ByteArrayOutputStream();
        bomb.write(file, 0, end);
        for (int i = 0; i < 1_000_000; i++) {
            bomb.writeBytes(new byte[] {0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0});
        }
        bomb.write(0x3B);
        var picture =
                assertInstanceOf(Examined.Picture.class, examiner.picture(bomb.toByteArray()));
        assertEquals(Limits.STANDARD.frames(), picture.frames().size());
    }

    private static int frame(byte[] jpeg) {
        for (int i = 2; i < jpeg.length; i++) {
            if ((jpeg[i] & 255) == 0xFF && (jpeg[i + 1] & 255) == 0xC0) {
                return i;
            }
        }
        throw new IllegalStateException("no frame");
    }

    /// A PNG that claims a size and holds next to nothing.
    private static byte[] png(int width, int height) throws IOException {
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                file,
                "IHDR",
                new byte[] {
                    (byte) (width >> 24),
                    (byte) (width >> 16),
                    (byte) (width >> 8),
                    (byte) width,
                    (byte) (height >> 24),
                    (byte) (height >> 16),
                    (byte) (height >> 8),
                    (byte) height,
                    8,
                    2,
                    0,
                    0,
                    0
                });
        chunk(file, "IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1});
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] name = type.getBytes(UTF);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        number(file, data.length);
        file.writeBytes(name);
        file.writeBytes(data);
        number(file, (int) sum.getValue());
    }

    private static void number(ByteArrayOutputStream file, int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            file.write(number >> shift);
        }
    }
}
