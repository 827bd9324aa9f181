package vigie.sample.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares stacks with what `media.jsonl` says that files show.
///
/// @param merged    files that stand in a stack with files of another picture, of which the stack
///     has more
/// @param stacks    how many stacks were given
/// @param expected  how many there are in truth
/// @param byHow     by how a file derives: those that stand with what was drawn first
public record StackScore(
        List<String> merged, int stacks, int expected, SortedMap<String, Share> byHow) {
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");

    /// How many of how many.
    ///
    /// @param possible those of which both may match automatically
    /// @param right    those of all that stand right
    /// @param rightOfPossible those of the possible that stand right
    public record Share(int all, int right, int possible, int rightOfPossible) {
        private Share and(boolean stands, boolean may) {
            return new Share(
                    all + 1,
                    right + (stands ? 1 : 0),
                    possible + (may ? 1 : 0),
                    rightOfPossible + (stands && may ? 1 : 0));
        }
    }

    /// A line of `media.jsonl`.
    ///
    /// @param path below the folder of exports
    /// @param kind `picture`, `clip` or `thumbnail`
    /// @param stack what it shows
    /// @param how  how it derives
    public record Shown(String path, String sha256, String kind, String stack, String how) {}

    public StackScore {
        merged = List.copyOf(merged);
    }

    /// Reads the file.
    public static List<Shown> read(Path truth) throws IOException {
        var all = new ArrayList<Shown>();
        for (String line : Files.readAllLines(truth.resolve("media.jsonl"))) {
            Map<String, String> row = new HashMap<>();
            Matcher fields = FIELD.matcher(line);
            while (fields.find()) {
                row.put(fields.group(1), fields.group(2));
            }
            all.add(
                    new Shown(
                            row.getOrDefault("path", ""),
                            row.getOrDefault("sha256", ""),
                            row.getOrDefault("kind", ""),
                            row.getOrDefault("stack", ""),
                            row.getOrDefault("how", "")));
        }
        return all;
    }

    /// Scores stacks.
    ///
    /// @param stacks   for each path the number of its stack
    /// @param possible whether a path may match automatically
    public static StackScore of(
            List<Shown> truth, Map<String, Integer> stacks, Predicate<String> possible) {
        Map<String, String> firsts = new HashMap<>();
        Map<Integer, Map<String, List<String>>> shown = new TreeMap<>();
        Set<String> expected = new HashSet<>();
        for (Shown one : truth) {
            if (one.how().equals("drawn")) {
                firsts.put(one.stack(), one.path());
            }
            expected.add(one.stack());
            shown.computeIfAbsent(stack(stacks, one.path()), _ -> new TreeMap<>())
                    .computeIfAbsent(one.stack(), _ -> new ArrayList<>())
                    .add(one.path());
        }
        var byHow = new TreeMap<String, Share>();
        for (Shown one : truth) {
            String first = firsts.getOrDefault(one.stack(), one.path());
            if (!first.equals(one.path())) {
                boolean stands = stack(stacks, first) == stack(stacks, one.path());
                boolean may = possible.test(first) && possible.test(one.path());
                byHow.merge(
                        one.how(),
                        new Share(0, 0, 0, 0).and(stands, may),
                        (share, _) -> share.and(stands, may));
            }
        }
        var merged = new ArrayList<String>();
        for (Map<String, List<String>> pictures : shown.values()) {
            int most = pictures.values().stream().mapToInt(List::size).max().orElse(0);
            boolean kept = false;
            for (List<String> files : pictures.values()) {
                if (!kept && files.size() == most) {
                    kept = true;
                } else {
                    merged.addAll(files);
                }
            }
        }
        return new StackScore(merged, shown.size(), expected.size(), byHow);
    }

    private static int stack(Map<String, Integer> stacks, String path) {
        Integer stack = stacks.get(path);
        if (stack == null) {
            throw new IllegalArgumentException("in no stack: " + path);
        }
        return stack;
    }
}
