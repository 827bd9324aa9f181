package vigie.media.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The programs that decode clips, where they are installed.
///
/// @param words version, ffmpeg, ffprobe, setpriv, prlimit; or nothing
public record Ffmpeg(List<String> words) {
    /// Decoders of clips that phones and services make. ffmpeg has hundreds of others, each a
    /// target.
    private static final String CODECS =
            "h264,hevc,vp8,libvpx,vp9,libvpx-vp9,av1,libdav1d,libaom-av1,mpeg4,mpeg2video,"
                    + "mpeg1video,msmpeg4v2,msmpeg4,h263,flv,wmv1,wmv2,wmv3,vc1,mjpeg,theora,"
                    + "prores,png";

    /// Enough to decode 4K: reference frames are 12 MB each.
    private static final long MEMORY = 768L << 20;

    /// Seconds for one clip: minutes of video are decoded in tens of seconds.
    private static final int CPU = 120;

    private static final Pattern VERSION =
            Pattern.compile("ffmpeg version n?([0-9]{1,3})\\.([0-9]{1,3})\\S*");

    public Ffmpeg {
        words = List.copyOf(words);
        if (!words.isEmpty() && words.size() != 5) {
            throw new IllegalArgumentException("ffmpeg has five words, not " + words.size());
        }
    }

    /// Those that [#words] named.
    public static Ffmpeg of(List<String> words) {
        return new Ffmpeg(words);
    }

    /// None: clips are then counted as skipped.
    public static Ffmpeg none() {
        return new Ffmpeg(List.of());
    }

    /// Those on the search path, or none if any is missing.
    public static Ffmpeg find() throws IOException {
        List<String> words = new ArrayList<>();
        for (String name : List.of("ffmpeg", "ffprobe", "setpriv", "prlimit")) {
            Path found = find(name);
            if (found == null) {
                return none();
            }
            words.add(found.toString());
        }
        words.addFirst(version(words.getFirst()));
        return words.getFirst().isEmpty() ? none() : new Ffmpeg(words);
    }

    private static @org.jspecify.annotations.Nullable Path find(String name) throws IOException {
        String path = System.getenv().getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        for (String folder : path.split(":", -1)) {
            Path program = Path.of(folder, name);
            if (program.isAbsolute() && Files.isExecutable(program)) {
                return program.toRealPath();
            }
        }
        return null;
    }

    private static String version(String ffmpeg) throws IOException {
        Process process =
                new ProcessBuilder(ffmpeg, "-version")
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                        .start();
        String said = new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
        process.destroy();
        Matcher version = VERSION.matcher(said);
        return version.find() ? "ffmpeg " + version.group(1) + "." + version.group(2) : "";
    }

    /// Whether clips can be decoded.
    public boolean installed() {
        return !words.isEmpty();
    }

    /// The programs that a worker must be allowed to start.
    public List<Path> programs() {
        return words.stream().skip(1).map(Path::of).toList();
    }

    /// Its name and version.
    public String version() {
        return installed() ? words.getFirst() : "none";
    }

    /// The command that says what a clip on its standard input is. It ends at a stream of a codec
    /// that it may not open, so it may open all.
    List<String> probe(Container container) {
        List<String> command = bounded(words.get(2));
        command.addAll(input(container));
        command.addAll(
                List.of(
                        "-select_streams",
                        "V:0",
                        "-show_entries",
                        "format=duration:format_tags:stream=codec_name,width,height,duration"
                                + ":stream_tags",
                        "-of",
                        "flat"));
        return command;
    }

    /// The command that writes grey frames of a clip on its standard input to its standard output,
    /// and when each is shown to its standard error: one where each second starts, and one at each
    /// change of scene, as stored, never turned.
    ///
    /// @param keyFramesOnly whether it decodes only those that depend on no other
    List<String> frames(
            Container container, int width, int height, boolean keyFramesOnly, int most) {
        List<String> command = bounded(words.get(1));
        command.addAll(List.of("-nostdin", "-hide_banner", "-threads", "1", "-noautorotate"));
        command.addAll(List.of("-codec_whitelist", CODECS));
        if (keyFramesOnly) {
            command.addAll(List.of("-skip_frame", "nokey"));
        }
        command.addAll(input(container));
        command.addAll(
                List.of(
                        "-map",
                        "0:V:0",
                        "-an",
                        "-sn",
                        "-dn",
                        "-vf",
                        "select='isnan(prev_selected_t)+gt(floor(t),floor(prev_selected_t))"
                                + "+gt(scene,0.4)',metadata=mode=print:file=pipe\\\\:2:direct=1,"
                                + "scale="
                                + width
                                + ":"
                                + height
                                + ":flags=area,format=gray"));
        command.addAll(
                version().compareTo("ffmpeg 5.1") >= 0 || version().matches("ffmpeg [0-9]{2}.*")
                        ? List.of("-fps_mode", "passthrough")
                        : List.of("-vsync", "0"));
        command.addAll(List.of("-frames:v", Integer.toString(most), "-f", "rawvideo", "pipe:1"));
        return command;
    }

    private List<String> bounded(String program) {
        return new ArrayList<>(
                List.of(
                        words.get(4),
                        "--data=" + MEMORY,
                        "--cpu=" + CPU,
                        words.get(3),
                        "--pdeathsig=KILL",
                        program));
    }

    /// From memory that is open already: no other file and no network, whatever a clip refers to.
    private static List<String> input(Container container) {
        return List.of(
                "-loglevel",
                "quiet",
                "-protocol_whitelist",
                "file",
                "-f",
                container.demuxer(),
                "-i",
                "file:/dev/stdin");
    }
}
