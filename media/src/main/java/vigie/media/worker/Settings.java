package vigie.media.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import vigie.media.pixel.PictureExaminer;
import vigie.media.video.Ffmpeg;

/// How workers are run.
///
/// @param workers how many at once; one a processor is as fast as it gets
/// @param examiner the class that decodes, by its name; an [vigie.media.examine.Examiner]
/// @param classPath where a worker finds it, as `java -cp` takes it
/// @param ffmpeg what decodes clips
/// @param cache a start-up cache made for a worker (JEP 514), if there is one
public record Settings(
        int workers,
        String examiner,
        String classPath,
        Ffmpeg ffmpeg,
        Limits limits,
        Optional<Path> cache) {
    private static final int MOST = 64;

    public Settings {
        if (workers < 1 || workers > MOST) {
            throw new IllegalArgumentException("not a number of workers: " + workers);
        }
        classPath = absolute(classPath);
    }

    /// As usual: two workers of this very program, with what decodes pictures and clips here.
    public static Settings usual() throws IOException {
        return usual(PictureExaminer.class.getName());
    }

    /// The same with another decoder of pictures.
    public static Settings usual(String examiner) throws IOException {
        return new Settings(
                2,
                examiner,
                System.getProperty("java.class.path", ""),
                Ffmpeg.find(),
                Limits.USUAL,
                Optional.empty());
    }

    /// The same with other limits.
    public Settings with(Limits others) {
        return new Settings(workers, examiner, classPath, ffmpeg, others, cache);
    }

    /// The same with another decoder of clips.
    public Settings with(Ffmpeg other) {
        return new Settings(workers, examiner, classPath, other, limits, cache);
    }

    /// A worker starts in another folder.
    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
