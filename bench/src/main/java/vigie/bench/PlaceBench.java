package vigie.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import vigie.text.gazetteer.Gazetteer;
import vigie.text.place.ConversationPlaces;
import vigie.text.place.CountryHints;
import vigie.text.place.PlaceFinder;
import vigie.text.word.Words;

/// Loads the gazetteer of the program and prints time and memory; then finds the names of places in
/// the lines of a file, in turn with only cutting them into words, and prints megabytes of UTF-8
/// per second of the thread's CPU.
///
/// Arguments: the file, and how many rounds (5).
public final class PlaceBench {
    private PlaceBench() {}

    /// Runs it.
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        PrintStream out = System.out;
        OperatingSystemMXBean process =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = heap();
        long cpu = process.getProcessCpuTime();
        long own = cpu();
        long wall = System.nanoTime();
        Gazetteer gazetteer = Gazetteer.builtIn();
        out.printf(
                "loading: %.0f ms, thread %.0f CPU ms, process %.0f CPU ms%n",
                (System.nanoTime() - wall) / 1e6,
                (cpu() - own) / 1e6,
                (process.getProcessCpuTime() - cpu) / 1e6);
        out.printf(
                "%,d places, %,d names, %.1f MB of heap%n",
                gazetteer.size(), gazetteer.names(), (heap() - before) / 1e6);
        List<String> lines = Files.readAllLines(file);
        double megabytes = Files.size(file) / 1e6;
        for (int round = 1; round <= rounds; round++) {
            var words = new Words();
            double cut = perSecond(megabytes, lines, line -> cut(words, line));
            var finder = new PlaceFinder(gazetteer);
            double found = perSecond(megabytes, lines, line -> finder.in(line).size());
            var conversation = new ConversationPlaces(gazetteer);
            double added = perSecond(megabytes, lines, line -> conversation.add(line).size());
            long start = cpu();
            conversation.resolve(CountryHints.NONE);
            double resolved = (cpu() - start) / 1e6;
            out.printf(
                    "round %d: words %.0f, names %.0f, gathered %.0f MB per CPU second;"
                            + " resolved in %.0f CPU ms%n",
                    round, cut, found, added, resolved);
        }
    }

    private static int cut(Words words, String line) {
        words.read(line);
        int count = 0;
        while (words.next()) {
            count++;
        }
        return count;
    }

    private static double perSecond(
            double megabytes, List<String> lines, ToLongFunction<String> work) {
        long start = cpu();
        long sum = 0;
        for (String line : lines) {
            sum += work.applyAsLong(line);
        }
        double seconds = (cpu() - start) / 1e9;
        return sum < 0 ? 0 : megabytes / seconds;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
