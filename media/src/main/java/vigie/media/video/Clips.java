package vigie.media.video;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.media.examine.Examined;
import vigie.media.examine.Examiner;
import vigie.media.metadata.Metadata;
import vigie.media.pdq.Hashed;
import vigie.media.wire.Wire;

/// Examines a clip: what it is, what it says about itself, and the hash of a frame a second and of
/// one at each change of scene.
public final class Clips {
    /// About 1920 by 1080. Frames up to it are hashed as decoded, as the official tool does; larger
    /// ones are shrunk to it first, since two copies of each are in memory.
    private static final int PIXELS = 1 << 21;

    /// Of longer clips only the frames that depend on no other are decoded, which is a hundred
    /// times less work; phones and services make one every few seconds.
    private static final long LONG = 10L * 60 * 1000;

    /// What is known of a clip without decoding it fits into much less.
    private static final int DESCRIPTION = 1 << 18;

    private static final long LARGEST_UNDECODED = 64L << 20;

    private static final Pattern SHOWN =
            Pattern.compile("frame:[0-9]+ .*pts_time:(-?[0-9]{1,9}(?:\\.[0-9]+)?|NOPTS)");

    private final Ffmpeg ffmpeg;
    private final Examiner examiner;

    public Clips(Ffmpeg ffmpeg, Examiner examiner) {
        this.ffmpeg = ffmpeg;
        this.examiner = examiner;
    }

    /// Loads what the first clip would load.
    public void warmUp() {
        SHOWN.matcher("frame:0    pts:0       pts_time:0").matches();
        Described.of(List.of("streams.stream.0.width=1", "streams.stream.0.height=1"));
    }

    /// What is found in a clip.
    ///
    /// @param head its first bytes
    /// @param rest those that follow
    public Examined examined(Container container, byte[] head, InputStream rest, long size)
            throws IOException {
        if (!ffmpeg.installed()) {
            return undecoded(head, rest, size);
        }
        try (MemoryFile clip = MemoryFile.of(head, rest)) {
            Optional<Described> described = Described.of(probe(container, clip));
            if (described.isEmpty()) {
                return new Examined.Unreadable(
                        Examined.Reason.MALFORMED,
                        "no pictures that " + ffmpeg.version() + " finds in this clip",
                        List.of());
            }
            return decoded(container, clip, described.get());
        }
    }

    private static Examined undecoded(byte[] head, InputStream rest, long size) throws IOException {
        List<Examined.Property> properties = List.of();
        if (size <= LARGEST_UNDECODED) {
            byte[] whole = new byte[(int) size];
            System.arraycopy(head, 0, whole, 0, head.length);
            rest.readNBytes(whole, head.length, whole.length - head.length);
            properties = Metadata.of(whole);
        }
        return new Examined.Unreadable(
                Examined.Reason.UNSUPPORTED,
                "a clip, and ffmpeg is not installed here",
                properties);
    }

    private List<String> probe(Container container, MemoryFile clip) throws IOException {
        Process process = start(ffmpeg.probe(container), clip);
        try (InputStream said = process.getInputStream()) {
            byte[] description = said.readNBytes(DESCRIPTION);
            return new String(description, StandardCharsets.UTF_8).lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    private Examined decoded(Container container, MemoryFile clip, Described what)
            throws IOException {
        double scale = Math.min(1, Math.sqrt((double) PIXELS / what.width() / what.height()));
        int width = Math.max(1, (int) (what.width() * scale));
        int height = Math.max(1, (int) (what.height() * scale));
        boolean keyFramesOnly = what.millis() > LONG;
        Process process =
                start(ffmpeg.frames(container, width, height, keyFramesOnly, Wire.FRAMES), clip);
        try (InputStream pictures = process.getInputStream()) {
            List<Long> times = Collections.synchronizedList(new ArrayList<>());
            Thread listening = listen(process, times);
            List<Hashed> hashes = new ArrayList<>();
            byte[] grey = new byte[width * height];
            while (hashes.size() < Wire.FRAMES
                    && pictures.readNBytes(grey, 0, grey.length) == grey.length) {
                hashes.add(examiner.frame(grey, width, height));
            }
            int exit = process.waitFor();
            listening.join();
            return examined(container, what, hashes, times, exit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }

    private Examined examined(
            Container container, Described what, List<Hashed> hashes, List<Long> times, int exit) {
        if (exit > 128) {
            return new Examined.Unreadable(
                    Examined.Reason.TOO_LARGE,
                    "its decoder was ended: it took too long or too much memory",
                    what.tags());
        }
        List<Examined.Frame> frames = new ArrayList<>();
        for (int i = 0; i < Math.min(hashes.size(), times.size()); i++) {
            frames.add(new Examined.Frame(i, times.get(i), hashes.get(i)));
        }
        if (frames.isEmpty()) {
            return new Examined.Unreadable(
                    Examined.Reason.MALFORMED,
                    "no frame that " + ffmpeg.version() + " can decode",
                    what.tags());
        }
        long millis = Math.max(what.millis(), frames.getLast().millis());
        return new Examined.Clip(
                container.format(),
                what.width(),
                what.height(),
                millis,
                ffmpeg.version(),
                frames,
                what.tags());
    }

    /// Each frame is named on standard error before it is written.
    private static Thread listen(Process process, List<Long> times) {
        return Thread.ofPlatform()
                .daemon()
                .name("frames")
                .start(
                        () -> {
                            try (var lines =
                                    new BufferedReader(
                                            new InputStreamReader(
                                                    process.getErrorStream(),
                                                    StandardCharsets.ISO_8859_1))) {
                                for (String line; (line = lines.readLine()) != null; ) {
                                    Matcher shown = SHOWN.matcher(line);
                                    if (shown.matches() && times.size() < Wire.FRAMES) {
                                        times.add(millis(shown.group(1)));
                                    }
                                }
                            } catch (IOException ended) {
                                process.destroyForcibly();
                            }
                        });
    }

    /// Some clips start before their own beginning, or say no time.
    private static long millis(String seconds) {
        return seconds.equals("NOPTS")
                ? 0
                : Math.max(0, Math.round(Double.parseDouble(seconds) * 1000));
    }

    private static Process start(List<String> command, MemoryFile clip) throws IOException {
        var builder = new ProcessBuilder(command).redirectInput(clip.redirect());
        return builder.start();
    }
}
