package vigie.evidence.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// Writes tar archives block by block, as a hostile hand may.
final class TarMaker {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TarMaker file(String name, byte[] bytes) {
        return member(name, '0', bytes, bytes.length);
    }

    TarMaker member(String name, char type, byte[] bytes, long stated) {
        byte[] block = new byte[512];
        put(block, 0, name);
        put(block, 100, "0000644\0");
        put(block, 108, "0000000\0");
        put(block, 116, "0000000\0");
        put(block, 124, "%011o\0".formatted(stated));
        put(block, 136, "00000000000\0");
        block[156] = (byte) type;
        put(block, 157, type == '1' || type == '2' ? "/etc/hosts" : "");
        put(block, 257, "ustar\00000");
        return raw(block).body(bytes);
    }

    /// A header block; its checksum is put right.
    TarMaker raw(byte[] block) {
        put(block, 148, "        ");
        int sum = 0;
        for (byte b : block) {
            sum += Byte.toUnsignedInt(b);
        }
        put(block, 148, "%06o\0 ".formatted(sum));
        out.writeBytes(block);
        return this;
    }

    TarMaker body(byte[] bytes) {
        out.writeBytes(bytes);
        out.writeBytes(new byte[(512 - bytes.length % 512) % 512]);
        return this;
    }

    TarMaker pax(String key, String value) {
        String rest = " " + key + "=" + value + "\n";
        int length = rest.getBytes(StandardCharsets.UTF_8).length;
        int digits = Integer.toString(length).length();
        digits = Integer.toString(length + digits).length();
        byte[] record = ((length + digits) + rest).getBytes(StandardCharsets.UTF_8);
        return member("PaxHeader", 'x', record, record.length);
    }

    static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    byte[] cut() {
        return out.toByteArray();
    }

    byte[] make() {
        out.writeBytes(new byte[1024]);
        return out.toByteArray();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
