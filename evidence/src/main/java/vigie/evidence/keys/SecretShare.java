package vigie.evidence.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.casefile.Refusal;
import vigie.model.material.Sha256;

/// One share of a secret, as a line that a person can print, keep and type:
/// `VIGIE SHARE 2 OF 5 NEED 3 SET 1a2b3c4d 0123-4567-... CHECK 89abcdef`.
///
/// The checksum finds a mistyped share with all but one chance in four thousand million; it is no
/// protection against somebody who alters a share on purpose, which the recovered key's check value
/// finds.
///
/// @param set       a random number that the shares of one splitting have in common
/// @param index     which share it is, from 1
/// @param count     how many were made
/// @param threshold how many are needed
@SuppressWarnings("ArrayRecordComponent") // compared by no one; copied in and out
public record SecretShare(int set, int index, int count, int threshold, byte[] data) {
    private static final Pattern LINE =
            Pattern.compile(
                    "VIGIE SHARE ([0-9]{1,3}) OF ([0-9]{1,3}) NEED ([0-9]{1,3})"
                            + " SET ([0-9A-F]{8}) ([0-9A-F -]+) CHECK ([0-9A-F]{8})");

    public SecretShare {
        if (index < 1
                || index > count
                || count > 255
                || threshold < 2
                || threshold > count
                || data.length == 0) {
            throw new IllegalArgumentException("not a share: " + index + " of " + count);
        }
        data = data.clone();
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    /// The line to print.
    public String line() {
        String groups = HexFormat.of().formatHex(data).replaceAll("(.{4})(?=.)", "$1-");
        return head() + groups + " CHECK " + check();
    }

    private String head() {
        return "VIGIE SHARE %d OF %d NEED %d SET %08x ".formatted(index, count, threshold, set);
    }

    private String check() {
        byte[] head = head().getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + data.length);
        System.arraycopy(data, 0, all, head.length, data.length);
        return Sha256.of(all).hex().substring(0, 8);
    }

    /// The share that a line states; case and spacing do not matter.
    ///
    /// @throws Refusal of kind `KEY` where it is mistyped
    public static SecretShare parse(String line) {
        String typed = line.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        Matcher parts = LINE.matcher(typed);
        if (!parts.matches()) {
            throw mistyped("a share", "it does not read as one");
        }
        String which = "share " + parts.group(1);
        String data = parts.group(5).replaceAll("[ -]", "");
        if (data.length() % 2 != 0) {
            throw mistyped(which, "a digit is missing or too many");
        }
        try {
            SecretShare share =
                    new SecretShare(
                            Integer.parseUnsignedInt(parts.group(4), 16),
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3)),
                            HexFormat.of().parseHex(data));
            if (!share.check().equalsIgnoreCase(parts.group(6))) {
                throw mistyped(which, "its checksum does not fit");
            }
            return share;
        } catch (IllegalArgumentException _) {
            throw mistyped(which, "its numbers do not fit together");
        }
    }

    private static Refusal mistyped(String which, String reason) {
        return new Refusal(Refusal.Kind.KEY, which + " is mistyped: " + reason);
    }

    @Override
    public String toString() {
        return "share " + index + " of " + count + ", set " + "%08x".formatted(set);
    }
}
