package vigie.evidence.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// One header block of a tar archive (IEEE Std 1003.1, pax).
///
/// @param kind what follows
/// @param name the name that the block itself holds
/// @param size how many bytes follow
record TarHeader(Kind kind, String name, long size) {
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int CHECKSUM_AT = 148;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX = 155;

    /// What a header announces.
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        SPECIAL,
        PAX,
        PAX_GLOBAL,
        LONG_NAME,
        UNKNOWN
    }

    static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether a file that starts with `head` is a tar archive: its first block has the checksum
    /// that it states.
    static boolean isTar(byte[] head) {
        if (head.length < 512 || head[0] == 0) {
            return false;
        }
        byte[] block = Arrays.copyOf(head, 512);
        try {
            return octal(block, CHECKSUM_AT, 8) == checksum(block);
        } catch (MemberName.Unacceptable _) {
            return false;
        }
    }

    private static long checksum(byte[] block) {
        long sum = 0;
        for (int i = 0; i < block.length; i++) {
            boolean field = i >= CHECKSUM_AT && i < CHECKSUM_AT + 8;
            sum += field ? ' ' : Byte.toUnsignedInt(block[i]);
        }
        return sum;
    }

    static TarHeader read(byte[] block) throws MemberName.Unacceptable {
        if (octal(block, CHECKSUM_AT, 8) != checksum(block)) {
            throw new MemberName.Unacceptable("a header's checksum does not fit");
        }
        byte[] name = text(block, 0, NAME);
        String magic = new String(block, MAGIC_AT, 6, StandardCharsets.ISO_8859_1);
        byte[] prefix = magic.equals("ustar\0") ? text(block, PREFIX_AT, PREFIX) : new byte[0];
        String whole = MemberName.ofTar(name);
        if (prefix.length > 0) {
            whole = MemberName.ofTar(prefix) + "/" + whole;
        }
        return new TarHeader(kind(block[TYPE_AT]), whole, size(block));
    }

    private static Kind kind(byte type) {
        return switch (type) {
            case '0', 0, '7' -> Kind.FILE;
            case '5' -> Kind.FOLDER;
            case '1', '2', 'K' -> Kind.LINK;
            case '3', '4', '6', 'S' -> Kind.SPECIAL;
            case 'x' -> Kind.PAX;
            case 'g' -> Kind.PAX_GLOBAL;
            case 'L' -> Kind.LONG_NAME;
            default -> Kind.UNKNOWN;
        };
    }

    private static byte[] text(byte[] block, int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(block, from, end);
    }

    private static long size(byte[] block) throws MemberName.Unacceptable {
        int first = Byte.toUnsignedInt(block[SIZE_AT]);
        if (first < 0x80) {
            return octal(block, SIZE_AT, 12);
        }
        // GNU: the number in base 256 behind a bit that says so.
        if (first != 0x80 || block[SIZE_AT + 1] != 0 || block[SIZE_AT + 2] != 0) {
            throw new MemberName.Unacceptable("a member's size is no number");
        }
        if (block[SIZE_AT + 3] != 0) {
            throw new MemberName.Unacceptable("a member's size is no number");
        }
        long size = 0;
        for (int i = SIZE_AT + 4; i < SIZE_AT + 12; i++) {
            size = size << 8 | Byte.toUnsignedLong(block[i]);
        }
        if (size < 0) {
            throw new MemberName.Unacceptable("a member's size is no number");
        }
        return size;
    }

    private static long octal(byte[] block, int from, int length) throws MemberName.Unacceptable {
        String field = new String(block, from, length, StandardCharsets.ISO_8859_1);
        String digits = field.replaceAll("^ +|[ \0]+$", "");
        if (!digits.matches("[0-7]{0,12}")) {
            throw new MemberName.Unacceptable("a number of a header is none");
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    /// The records of a pax header, `length key=value` each.
    static Map<String, String> pax(byte[] bytes) throws MemberName.Unacceptable {
        Map<String, String> records = new HashMap<>();
        int at = 0;
        while (at < bytes.length) {
            int space = at;
            int length = 0;
            while (space < bytes.length && bytes[space] >= '0' && bytes[space] <= '9') {
                length = length * 10 + bytes[space] - '0';
                space++;
                if (length > bytes.length) {
                    throw new MemberName.Unacceptable("a pax record is longer than its header");
                }
            }
            int end = at + length;
            if (space == at
                    || space >= end
                    || end > bytes.length
                    || bytes[space] != ' '
                    || bytes[end - 1] != '\n') {
                throw new MemberName.Unacceptable("a pax record is none");
            }
            String record = MemberName.ofTar(Arrays.copyOfRange(bytes, space + 1, end - 1));
            int equals = record.indexOf('=');
            if (equals < 1) {
                throw new MemberName.Unacceptable("a pax record is none");
            }
            records.put(record.substring(0, equals), record.substring(equals + 1));
            at = end;
        }
        return records;
    }
}
