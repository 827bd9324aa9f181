package vigie.media.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vigie.media.examine.Examined;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;

/// Reads the body of an answer, and believes none of it: every length, count, number and text is
/// checked against what a worker may say. That a hash is the picture's cannot be checked: a worker
/// that a file has taken over can misstate that file, and those after it until it is replaced.
public final class Checking {
    /// The most pixels on a side that any format here can state.
    private static final int LONGEST_SIDE = 1 << 20;

    private static final long LONGEST_CLIP = 366L * 24 * 3600 * 1000;

    private final ByteBuffer in;

    private Checking(byte[] body) {
        in = ByteBuffer.wrap(body);
    }

    /// An answer, as far as it could be checked.
    public record Answer(long number, Examined examined) {}

    /// The answer that a body holds.
    ///
    /// @throws Violation if it holds none
    public static Answer answer(byte[] body) throws Violation {
        var checking = new Checking(body);
        try {
            var answer = new Answer(checking.in.getLong(), checking.examined());
            if (checking.in.hasRemaining()) {
                throw new Violation("said more than an answer");
            }
            return answer;
        } catch (BufferUnderflowException cut) {
            throw new Violation("said less than an answer");
        } catch (IllegalArgumentException wrong) {
            throw new Violation("said what cannot be: " + Plain.text(wrong.toString(), Wire.TEXT));
        }
    }

    private Examined examined() throws Violation {
        return switch (in.get()) {
            case 1 ->
                    new Examined.Picture(
                            word(),
                            number(1, LONGEST_SIDE),
                            number(1, LONGEST_SIDE),
                            small(1, 8),
                            text(Wire.TEXT),
                            views(),
                            frames(),
                            properties());
            case 2 ->
                    new Examined.Clip(
                            word(),
                            number(1, LONGEST_SIDE),
                            number(1, LONGEST_SIDE),
                            time(),
                            text(Wire.TEXT),
                            frames(),
                            properties());
            case 3 ->
                    new Examined.Unreadable(
                            Examined.Reason.valueOf(text(Wire.TEXT)),
                            text(Wire.TEXT),
                            properties());
            default -> throw new Violation("found what nothing is");
        };
    }

    private List<Examined.View> views() throws Violation {
        List<Examined.View> views = new ArrayList<>();
        for (int left = small(0, Wire.VIEWS); left > 0; left--) {
            var kind = Examined.View.Kind.valueOf(text(Wire.TEXT));
            Hashed hashed = hashed();
            List<PdqHash> turned = new ArrayList<>();
            for (int more = small(0, 7); more > 0; more--) {
                turned.add(hash());
            }
            views.add(new Examined.View(kind, hashed, turned));
        }
        return views;
    }

    private List<Examined.Frame> frames() throws Violation {
        List<Examined.Frame> frames = new ArrayList<>();
        for (int left = count(Wire.FRAMES); left > 0; left--) {
            frames.add(new Examined.Frame(number(0, Integer.MAX_VALUE), time(), hashed()));
        }
        return frames;
    }

    private List<Examined.Property> properties() throws Violation {
        List<Examined.Property> properties = new ArrayList<>();
        for (int left = count(Wire.PROPERTIES); left > 0; left--) {
            properties.add(new Examined.Property(word(), text(Wire.TEXT), text(Wire.VALUE)));
        }
        return properties;
    }

    private Hashed hashed() throws Violation {
        return new Hashed(hash(), small(0, 100));
    }

    private PdqHash hash() {
        return new PdqHash(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    private long time() throws Violation {
        long time = in.getLong();
        if (time < 0 || time > LONGEST_CLIP) {
            throw new Violation("named a time out of bounds: " + time);
        }
        return time;
    }

    private int number(int least, int most) throws Violation {
        return within(in.getInt(), least, most);
    }

    private int small(int least, int most) throws Violation {
        return within(Byte.toUnsignedInt(in.get()), least, most);
    }

    private int count(int most) throws Violation {
        return within(Short.toUnsignedInt(in.getShort()), 0, most);
    }

    private static int within(int value, int least, int most) throws Violation {
        if (value < least || value > most) {
            throw new Violation("named a number out of bounds: " + value);
        }
        return value;
    }

    private String word() throws Violation {
        String word = text(Wire.TEXT);
        if (!word.matches("[a-z0-9]{1,16}")) {
            throw new Violation("named a format that is none");
        }
        return word;
    }

    /// A character takes at most three bytes; four make a pair.
    private String text(int longest) throws Violation {
        byte[] bytes = new byte[count(3 * longest)];
        in.get(bytes);
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (Plain.holds(text, longest)) {
                return text;
            }
        } catch (CharacterCodingException broken) {
            throw new Violation("wrote a text that is none");
        }
        throw new Violation("wrote a text out of bounds");
    }
}
