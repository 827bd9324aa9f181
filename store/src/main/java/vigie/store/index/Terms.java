package vigie.store.index;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;
import vigie.model.material.Sha256;
import vigie.text.identifier.IdentifierKind;
import vigie.text.identifier.Normal;
import vigie.text.word.Folding;

/// The fields of the index and the exact terms in them. A term's first character says what it is.
final class Terms {
    /// The words of a message, with positions.
    static final String TEXT = "t";

    /// Everything about a message that is found exactly.
    static final String EXACT = "k";

    /// The number of a message's row.
    static final String ROW = "row";

    /// When it was sent, in seconds; absent where nobody says.
    static final String SENT = "sent";

    /// The exact term of a message's author, to be counted; absent where there is none.
    static final String BY = "by";

    /// The exact term of a message's conversation, to be counted.
    static final String ROOM = "room";

    static final char KIND = 'k';
    static final char AUTHOR = 'a';
    static final char CONVERSATION = 'c';

    /// The digits of a telephone number from the last to the first, so that a number written
    /// without its country finds those that end so.
    static final char REVERSED = 'r';

    private Terms() {}

    /// An exact term; what is longer than any identifier ends in its digest instead.
    static BytesRef exact(char what, String value) {
        String bounded = value;
        if (value.length() > Normal.MAX_LENGTH) {
            Sha256 digest = Sha256.of(value.getBytes(StandardCharsets.UTF_8));
            bounded = value.substring(0, Normal.MAX_LENGTH - 100) + "#" + digest.hex();
        }
        return new BytesRef((what + bounded).getBytes(StandardCharsets.UTF_8));
    }

    /// The term of an identifier in its normal form.
    static BytesRef identifier(IdentifierKind kind, String value) {
        return exact(mark(kind), kind == IdentifierKind.HASHTAG ? Folding.fold(value) : value);
    }

    private static char mark(IdentifierKind kind) {
        return switch (kind) {
            case HANDLE -> 'h';
            case PHONE -> 'p';
            case EMAIL -> 'e';
            case URL -> 'u';
            case HASHTAG -> 't';
        };
    }

    /// The digits of a telephone number, from the last to the first.
    static String reversed(String phone) {
        String digits = phone.startsWith("+") ? phone.substring(1) : phone;
        return new StringBuilder(digits).reverse().toString();
    }

    /// The host of a URL in its normal form.
    static String host(String url) {
        int scheme = url.indexOf("://");
        int from = scheme < 0 ? 0 : scheme + 3;
        int to = from;
        while (to < url.length() && "/?#".indexOf(url.charAt(to)) < 0) {
            to++;
        }
        return url.substring(from, to);
    }
}
