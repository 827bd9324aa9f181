package vigie.media.sets.record;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import vigie.media.sets.segment.DigestKind;

/// The bytes of one entry.
final class RecordCode {
    private RecordCode() {}

    static byte[] write(Entry entry) {
        int size = 6;
        for (var digest : entry.digests().entrySet()) {
            size += 1 + digest.getKey().width();
        }
        int properties = entry.properties().size();
        byte[][] texts = new byte[2 * properties][];
        int i = 0;
        for (Map.Entry<String, String> property : entry.properties().entrySet()) {
            texts[i] = property.getKey().getBytes(StandardCharsets.UTF_8);
            texts[i + 1] = property.getValue().getBytes(StandardCharsets.UTF_8);
            size += 2 * Integer.BYTES + texts[i].length + texts[i + 1].length;
            i += 2;
        }
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) entry.quality()).put((byte) entry.digests().size());
        entry.digests()
                .forEach(
                        (kind, hex) ->
                                out.put((byte) kind.code()).put(HexFormat.of().parseHex(hex)));
        out.putInt(properties);
        for (byte[] text : texts) {
            out.putInt(text.length).put(text);
        }
        return out.array();
    }

    /// @throws IllegalArgumentException where the bytes are no entry
    static Entry read(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        try {
            int quality = in.get();
            Map<DigestKind, String> digests = new EnumMap<>(DigestKind.class);
            for (int left = in.get(); left > 0; left--) {
                DigestKind kind = DigestKind.of(in.get());
                byte[] digest = new byte[kind.width()];
                in.get(digest);
                digests.put(kind, HexFormat.of().formatHex(digest));
            }
            Map<String, String> properties = new TreeMap<>();
            for (int left = in.getInt(); left > 0; left--) {
                String key = text(in);
                properties.put(key, text(in));
            }
            return new Entry(new TreeMap<>(digests), quality, new TreeMap<>(properties));
        } catch (BufferUnderflowException _) {
            throw new IllegalArgumentException("it ends too early");
        }
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("it ends too early");
        }
        byte[] text = new byte[length];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
