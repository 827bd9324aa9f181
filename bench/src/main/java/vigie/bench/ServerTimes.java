package vigie.bench;

import java.util.ArrayList;
import java.util.List;

/// How long the server had each request since they were taken last, in nanoseconds. Safe for
/// several threads.
final class ServerTimes {
    private final List<Long> times = new ArrayList<>();

    synchronized void add(long nanos) {
        times.add(nanos);
    }

    synchronized List<Long> take() {
        List<Long> taken = List.copyOf(times);
        times.clear();
        return taken;
    }
}
