package vigie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vigie.media.metadata.Metadata;
import vigie.media.pixel.PictureExaminer;
import vigie.media.video.Ffmpeg;
import vigie.media.worker.Item;
import vigie.media.worker.Settings;
import vigie.media.worker.Workers;

/// What confined workers cost over decoding in this process: the CPU time of all processes for a
/// file, in rounds that take turns, so that what else the machine does falls on all alike.
/// `WorkerBench FOLDER [ROUNDS] [TIMES]`: each round examines every file of the folder so many
/// times. The first rounds compile.
public final class WorkerBench {
    private WorkerBench() {}

    private interface Way {
        void examine(List<Path> files) throws IOException;
    }

    /// Runs it.
    public static void main(String[] arguments) throws IOException {
        List<Path> found;
        try (Stream<Path> listed = Files.list(Path.of(arguments[0]))) {
            found = listed.filter(Files::isRegularFile).sorted().toList();
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            files.addAll(found);
        }
        var examiner = new PictureExaminer();
        try (Workers workers = Workers.start(Settings.usual().with(Ffmpeg.none()))) {
            for (int round = 0; round < rounds; round++) {
                measure(round, "decoded here", files, all -> here(examiner, all, false));
                measure(round, "and what it says", files, all -> here(examiner, all, true));
                measure(round, "in workers", files, all -> confined(workers, all));
            }
        }
    }

    private static void here(PictureExaminer examiner, List<Path> files, boolean says)
            throws IOException {
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            examiner.picture(bytes);
            if (says) {
                Metadata.of(bytes);
            }
        }
    }

    private static void confined(Workers workers, List<Path> files) throws IOException {
        List<Item> items = new ArrayList<>();
        for (Path file : files) {
            items.add(new Item(items.size(), Files.size(file), () -> Files.newInputStream(file)));
        }
        workers.examine(items.iterator(), _ -> {});
    }

    private static void measure(int round, String name, List<Path> files, Way way)
            throws IOException {
        CpuTime before = CpuTime.now();
        long wall = System.nanoTime();
        way.examine(files);
        CpuTime spent = CpuTime.now().since(before);
        double millis = (spent.process().toNanos() + spent.children().toNanos()) / 1e6;
        System.out.printf(
                "round %d %-17s %.2f ms of CPU a file (here %.2f, workers %.2f), %.1f s%n",
                round,
                name,
                millis / files.size(),
                spent.process().toNanos() / 1e6 / files.size(),
                spent.children().toNanos() / 1e6 / files.size(),
                (System.nanoTime() - wall) / 1e9);
    }
}
