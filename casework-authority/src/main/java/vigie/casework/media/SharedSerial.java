package vigie.casework.media;

import java.util.List;

/// A serial number that several files of a case state for what made them: a claim of whoever wrote
/// them, which can be copied, and a link between the files and no more.
///
/// @param maker  as the files state it; "" where they state none
/// @param number as the files state it
/// @param files  how many different files state it
/// @param items  their numbers, at most [#ITEMS]
public record SharedSerial(String maker, String number, long files, List<Integer> items) {
    /// More of them are no list any more.
    public static final int ITEMS = 500;

    public SharedSerial {
        items = List.copyOf(items);
        if (files < 2) {
            throw new IllegalArgumentException("shared by " + files);
        }
    }
}
