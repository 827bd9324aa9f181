package vigie.media.worker;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import vigie.media.confine.Confinement;
import vigie.media.confine.Layer;
import vigie.media.examine.Examiner;
import vigie.media.video.Ffmpeg;
import vigie.media.wire.Violation;
import vigie.media.wire.Wire;
import vigie.media.wire.Writing;

/// The worker: prepares itself, gives up what it no longer needs, says so, and then answers one
/// request after the other until its input ends.
public final class WorkerMain {
    private WorkerMain() {}

    /// Works until its input ends.
    ///
    /// @param arguments the class of the [Examiner]; the most bytes of a picture and of a clip; the
    ///     words of [Ffmpeg#words], if clips are decoded
    public static void main(String[] arguments) throws IOException {
        ImageIO.setUseCache(false);
        Examiner examiner = examiner(arguments[0]);
        Ffmpeg ffmpeg = Ffmpeg.of(java.util.Arrays.asList(arguments).subList(3, arguments.length));
        var examination =
                new Examination(
                        examiner,
                        ffmpeg,
                        Long.parseLong(arguments[1]),
                        Long.parseLong(arguments[2]));
        examination.warmUp();
        openEveryLibrary();
        Confinement confinement = Confinement.enter(ffmpeg.installed());
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new FileOutputStream(FileDescriptor.out), 1 << 16))) {
            ready(out, confinement.holds());
            answer(examination, out);
        }
    }

    private static Examiner examiner(String name) {
        try {
            return Class.forName(name)
                    .asSubclass(Examiner.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException("no examiner: " + name, absent);
        }
    }

    /// A library that is first opened later may be closed to the user that this program is then.
    private static void openEveryLibrary() throws IOException {
        ClassLoader.getSystemResources("vigie/no/such/thing")
                .asIterator()
                .forEachRemaining(_ -> {});
    }

    private static void ready(DataOutputStream out, Set<Layer> holds) throws IOException {
        byte[] names =
                holds.stream()
                        .map(Layer::name)
                        .sorted()
                        .collect(Collectors.joining(" "))
                        .getBytes(StandardCharsets.US_ASCII);
        out.writeInt(names.length + 5);
        out.writeByte(Wire.READY);
        out.writeInt(Wire.GREETING);
        out.write(names);
        out.flush();
    }

    private static void answer(Examination examination, DataOutputStream out) throws IOException {
        var in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        if (in.readInt() != Wire.GREETING) {
            throw new Violation("was greeted by another version");
        }
        var requests = new Requests(in);
        while (requests.next() instanceof Request.File file) {
            byte[] body = Writing.answer(file.number(), examination.of(file));
            requests.done(file);
            out.writeInt(body.length + 1);
            out.writeByte(Wire.ANSWER);
            out.write(body);
            out.flush();
        }
    }
}
