package vigie.media.header;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The pages of a TIFF file, found by walking its directories; none is unpacked.
public final class TiffPages {
    private static final int SUBFILE = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int REDUCED = 1;
    private static final int SHORT = 3;

    /// More entries than any writer makes; a lie costs no more than this.
    private static final int MOST_ENTRIES = 1000;

    private TiffPages() {}

    /// A page, by its place among the directories.
    public record Page(int number, long width, long height) {}

    /// The pages that are there, without those that say that they are another one made smaller, up
    /// to where the file ends, breaks or comes back to where it was.
    ///
    /// @param most how many directories are walked at most
    public static List<Page> of(byte[] file, int most) {
        var bytes = new Bytes(file, new Bytes(file, true).u8(0) == 'M');
        var pages = new ArrayList<Page>();
        Set<Long> seen = new HashSet<>();
        long at = bytes.u32(4);
        for (int number = 0; number < most && at > 0 && at < file.length; number++) {
            if (!seen.add(at)) {
                break;
            }
            int entries = Math.min(bytes.u16(at), MOST_ENTRIES);
            long kind = value(bytes, at, entries, SUBFILE);
            Page page =
                    new Page(
                            number,
                            value(bytes, at, entries, WIDTH),
                            value(bytes, at, entries, HEIGHT));
            if ((kind & REDUCED) == 0 && page.width() > 0 && page.height() > 0) {
                pages.add(page);
            }
            at = bytes.u32(at + 2 + 12L * bytes.u16(at));
        }
        return pages;
    }

    private static long value(Bytes bytes, long directory, int entries, int tag) {
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (bytes.u16(entry) == tag) {
                return bytes.u16(entry + 2) == SHORT ? bytes.u16(entry + 8) : bytes.u32(entry + 8);
            }
        }
        return 0;
    }
}
