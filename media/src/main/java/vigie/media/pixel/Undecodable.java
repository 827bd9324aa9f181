package vigie.media.pixel;

import java.io.IOException;
import java.util.List;
import vigie.media.examine.Examined;

/// No picture could be had of a file. It never leaves this package: callers get a value.
final class Undecodable extends IOException {
    private static final long serialVersionUID = 1L;

    private final Examined.Reason reason;

    private Undecodable(Examined.Reason reason, String why) {
        super(why);
        this.reason = reason;
    }

    static Undecodable malformed(String why) {
        return new Undecodable(Examined.Reason.MALFORMED, why);
    }

    static Undecodable tooLarge(String why) {
        return new Undecodable(Examined.Reason.TOO_LARGE, why);
    }

    static Undecodable unsupported(String why) {
        return new Undecodable(Examined.Reason.UNSUPPORTED, why);
    }

    Examined.Unreadable value() {
        return new Examined.Unreadable(reason, String.valueOf(getMessage()), List.of());
    }
}
