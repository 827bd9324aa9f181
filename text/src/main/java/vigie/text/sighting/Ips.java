package vigie.text.sighting;

/// IP addresses, as RFC 4291 and RFC 5952 write them.
///
/// Those that are of no machine in particular are passed over: `0.0.0.0`, `::` and `::1`. Four
/// numbers of a version are an address by their form, and are one here unless a letter stands
/// before them.
final class Ips {
    private static final int GROUPS = 8;

    private final Finds finds;
    private final String s;
    private final int[] groups = new int[GROUPS];

    Ips(Finds finds) {
        this.finds = finds;
        this.s = finds.s();
    }

    /// Adds the IPv4 address at a digit, and returns its end; -1 where there is none.
    int four(int from) {
        int end = quad(from);
        boolean goesOn = from > 1 && s.charAt(from - 1) == '.' && Chars.isAlnum(s.charAt(from - 2));
        if (end < 0 || goesOn || s.startsWith("0.", from) || !closesFour(end)) {
            return -1;
        }
        return finds.add(SightingKind.IPV4, s.substring(from, end), "", from, end);
    }

    private boolean closesFour(int end) {
        if (!Chars.closes(s, end)) {
            return false;
        }
        return end + 1 >= s.length()
                || ".-".indexOf(s.charAt(end)) < 0
                || !Chars.isAlnum(s.charAt(end + 1));
    }

    /// Where four numbers up to 255 end, or -1.
    private int quad(int from) {
        int i = from;
        for (int part = 0; part < 4; part++) {
            if (part > 0 && (i >= s.length() || s.charAt(i++) != '.')) {
                return -1;
            }
            int start = i;
            int value = 0;
            while (i < s.length() && i < start + 3 && Chars.isDigit(s.charAt(i))) {
                value = value * 10 + s.charAt(i++) - '0';
            }
            if (i == start || value > 255 || i > start + 1 && s.charAt(start) == '0') {
                return -1;
            }
        }
        return i < s.length() && Chars.isDigit(s.charAt(i)) ? -1 : i;
    }

    /// Adds the IPv6 address whose first colon stands at `colon`; returns where to look on.
    int six(int colon) {
        int from = colon;
        while (from > finds.free() && from > colon - 4 && Chars.hex(s.charAt(from - 1)) >= 0) {
            from--;
        }
        if (!Chars.opens(s, from) || from > 0 && s.charAt(from - 1) == ':') {
            return colon + 1;
        }
        int count = 0;
        int gap = -1;
        int wide = 0;
        int i = from;
        int last = from;
        while (true) {
            int start = i;
            int value = 0;
            while (i < s.length() && i < start + 4 && Chars.hex(s.charAt(i)) >= 0) {
                value = value << 4 | Chars.hex(s.charAt(i++));
            }
            int tail =
                    i > start && count <= 6 && i < s.length() && s.charAt(i) == '.'
                            ? quad(start)
                            : -1;
            if (tail > 0) {
                count = four(start, count);
                i = tail;
                last = i;
                break;
            }
            if (i > start) {
                wide += i - start >= 3 ? 1 : 0;
                groups[count++] = value;
                last = i;
            }
            if (count == GROUPS || i >= s.length() || s.charAt(i) != ':') {
                break;
            }
            boolean two = s.startsWith("::", i);
            if (two && gap >= 0 || i == start && !two) {
                break;
            }
            if (two) {
                gap = count;
                last = i + 2;
            }
            i += two ? 2 : 1;
        }
        boolean whole = gap < 0 ? count == GROUPS : count < GROUPS;
        boolean told = gap < 0 ? wide > 0 : count >= 3 || wide > 0 && isRouted(groups[0], gap);
        if (whole && told && Chars.closes(s, last) && !s.startsWith(":", last)) {
            return finds.add(SightingKind.IPV6, written(count, gap), "", from, last);
        }
        return Math.max(colon + 1, count >= 3 ? last : 0);
    }

    private int four(int from, int count) {
        int i = from;
        int[] parts = new int[4];
        for (int part = 0; part < 4; part++) {
            while (i < s.length() && Chars.isDigit(s.charAt(i))) {
                parts[part] = parts[part] * 10 + s.charAt(i++) - '0';
            }
            i++;
        }
        groups[count] = parts[0] << 8 | parts[1];
        groups[count + 1] = parts[2] << 8 | parts[3];
        return count + 2;
    }

    private static String dotted(int group) {
        return (group >> 8) + "." + (group & 0xFF);
    }

    private static boolean isRouted(int group, int gap) {
        return gap > 0
                && (group >> 13 == 1 || group >> 9 == 0xFC00 >> 9 || group >> 6 == 0xFE80 >> 6);
    }

    /// The address with its longest run of zeros left out, the first of equals.
    private String written(int count, int gap) {
        int[] all = new int[GROUPS];
        int head = gap < 0 ? count : gap;
        System.arraycopy(groups, 0, all, 0, head);
        System.arraycopy(groups, head, all, GROUPS - (count - head), count - head);
        int best = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && all[end] == 0) {
                end++;
            }
            if (end - i > length) {
                best = i;
                length = end - i;
            }
        }
        boolean mapped = best == 0 && length == 5 && all[5] == 0xFFFF;
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < GROUPS) {
            if (mapped && i == 6) {
                return out.append(':')
                        .append(dotted(all[6]))
                        .append('.')
                        .append(dotted(all[7]))
                        .toString();
            }
            if (i == best) {
                out.append("::");
                i += length;
                continue;
            }
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
                out.append(':');
            }
            out.append(Integer.toHexString(all[i++]));
        }
        return out.toString();
    }
}
