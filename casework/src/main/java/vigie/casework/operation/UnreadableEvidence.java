package vigie.casework.operation;

import java.io.IOException;

/// That the bytes of an exhibit cannot be had, or are not those that were taken: a fault of that
/// exhibit, not of the machine.
final class UnreadableEvidence extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableEvidence(IOException why) {
        super(why.getMessage(), why);
    }
}
