package vigie.readers;

import org.jspecify.annotations.Nullable;

/// Paths that an export states for the files beside it.
public final class MediaPath {
    private MediaPath() {}

    /// Why `path` may not be looked up beside the export, or null: it must be relative and must
    /// not climb, whichever separator it is written with.
    public static @Nullable String fault(String path) {
        if (path.indexOf('\0') >= 0) {
            return "a path with a NUL";
        }
        if (path.startsWith("/") || path.startsWith("\\")) {
            return "an absolute path";
        }
        if (path.length() >= 2 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0))) {
            return "a path with a drive letter";
        }
        for (int from = 0; from <= path.length(); ) {
            int to = separator(path, from);
            if (to - from == 2 && path.startsWith("..", from)) {
                return "a path that climbs";
            }
            from = to + 1;
        }
        return null;
    }

    private static int separator(String path, int from) {
        int to = from;
        while (to < path.length() && path.charAt(to) != '/' && path.charAt(to) != '\\') {
            to++;
        }
        return to;
    }
}
