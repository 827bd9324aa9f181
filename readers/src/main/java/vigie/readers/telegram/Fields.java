package vigie.readers.telegram;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.readers.MediaPath;

/// Values of fields; null stands for absent wherever the exporter writes one type only.
final class Fields {
    /// Stands for a number that is absent; sizes and counts are never negative.
    static final int ABSENT = -1;

    private Fields() {}

    static @Nullable String string(JsonCursor in) throws IOException {
        return in.passNull() ? null : in.string();
    }

    static @Nullable String shared(JsonCursor in) throws IOException {
        return in.passNull() ? null : in.shared();
    }

    /// A path beside the export, checked, or the words of the exporter that stand for one.
    static @Nullable String path(JsonCursor in) throws IOException {
        if (in.passNull()) {
            return null;
        }
        long offset = in.offset();
        String path = in.string();
        String fault = isPlaceholder(path) ? null : MediaPath.fault(path);
        if (fault != null) {
            throw in.malformed(offset, fault);
        }
        return path;
    }

    /// Whether the exporter says in words why there is no file.
    static boolean isPlaceholder(String path) {
        return path.startsWith("(");
    }

    /// A size in bytes, or [#ABSENT].
    static long size(JsonCursor in) throws IOException {
        if (in.passNull()) {
            return ABSENT;
        }
        long offset = in.valueOffset();
        long value = in.integer();
        if (value < 0) {
            throw in.malformed(offset, "a negative number");
        }
        return value;
    }

    /// A count, or [#ABSENT].
    static int count(JsonCursor in) throws IOException {
        long offset = in.valueOffset();
        long value = size(in);
        if (value > Integer.MAX_VALUE) {
            throw in.malformed(offset, "a number too large");
        }
        return (int) value;
    }

    static boolean bool(JsonCursor in) throws IOException {
        return !in.passNull() && in.bool();
    }
}
