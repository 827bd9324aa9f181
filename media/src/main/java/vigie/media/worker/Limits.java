package vigie.media.worker;

import java.time.Duration;

/// What one worker and one item may use.
///
/// @param heap MB of Java memory
/// @param memory MB of memory of the whole worker, its heap included; a clip's decoder has its own
/// @param cpu processor time of one item in the worker; its decoder of clips has its own
/// @param patience time by the clock for one item, whatever it waits for
/// @param items after how many items a worker is replaced: what one file left behind ends then
/// @param largestPicture bytes of a picture, all of which are in memory while it is decoded
/// @param largestClip bytes of a clip, all of which are in memory while it is decoded
public record Limits(
        int heap,
        int memory,
        Duration cpu,
        Duration patience,
        int items,
        long largestPicture,
        long largestClip) {
    /// The most that is granted to every part together: 160 MB of heap, 145 outside it for a file
    /// and its brightness, 130 for the machine and its code, the rest for what libraries take. A
    /// worker that meets ordinary photos takes about 170 MB.
    public static final Limits USUAL =
            new Limits(
                    160,
                    512,
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    4000,
                    48L << 20,
                    512L << 20);

    public Limits {
        if (heap < 32 || memory < heap || items < 1 || largestPicture < 1 || largestClip < 1) {
            throw new IllegalArgumentException("limits that no item could keep");
        }
        if (cpu.isNegative() || cpu.isZero() || patience.compareTo(cpu) < 0) {
            throw new IllegalArgumentException("no time for an item");
        }
        if (largestPicture > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("no picture can be so large: " + largestPicture);
        }
    }
}
