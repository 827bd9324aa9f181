package vigie.media.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import vigie.media.examine.Examined;

class MovingTest {
    private static Examined.Picture picture(byte[] file) {
        return assertInstanceOf(Examined.Picture.class, new PictureExaminer().picture(file));
    }

    private static byte[] gif(int frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames; i++) {
                var image = new IIOImage(Pictures.meadow(120, 90, i), null, null);
                writer.writeToSequence(image, null);
            }
            writer.endWriteSequence();
        }
        return bytes.toByteArray();
    }

    @Test
    void a_still_picture_has_no_frames() throws IOException {
        assertEquals(List.of(), picture(gif(1)).frames());
    }

    @Test
    void each_frame_of_a_short_one_is_hashed_as_if_it_stood_alone() throws IOException {
        Examined.Picture moving = picture(gif(3));
        assertEquals(3, moving.frames().size());
        for (int i = 0; i < 3; i++) {
            byte[] alone = Pictures.file("gif", Pictures.meadow(120, 90, i));
            assertEquals(
                    picture(alone).views().getFirst().hashed(), moving.frames().get(i).hashed());
        }
    }

    @Test
    void frames_of_a_long_one_are_taken_evenly() throws IOException {
        List<Examined.Frame> frames = picture(gif(100)).frames();
        assertEquals(Limits.STANDARD.frames(), frames.size());
        assertEquals(0, frames.getFirst().number());
        assertEquals(97, frames.getLast().number());
    }
}
