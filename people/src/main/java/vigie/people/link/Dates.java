package vigie.people.link;

/// Dates as records write them.
final class Dates {
    private Dates() {}

    /// A date as `yyyymmdd`; 0 if it is none. Day and month may be impossible: they were typed.
    static int read(String value) {
        int[] parts = new int[4];
        int[] lengths = new int[4];
        int count = 0;
        boolean in = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                if (!in) {
                    if (++count > 3) {
                        break;
                    }
                    in = true;
                }
                if (++lengths[count - 1] > 8) {
                    return 0;
                }
                parts[count - 1] = parts[count - 1] * 10 + c - '0';
            } else if (Character.isLetter(c) && c != 'T') {
                return 0;
            } else {
                in = false;
            }
        }
        if (count == 1 && lengths[0] == 8) {
            return parts[0];
        }
        if (count < 3) {
            return 0;
        }
        if (lengths[0] == 4) {
            return date(parts[0], parts[1], parts[2]);
        }
        return lengths[2] == 4 ? date(parts[2], parts[1], parts[0]) : 0;
    }

    private static int date(int year, int month, int day) {
        return month > 99 || day > 99 ? 0 : year * 10000 + month * 100 + day;
    }
}
