package vigie.store.rows;

import vigie.model.claim.Claim;

/// The numbers by which rows name the kinds of messages.
final class Kinds {
    private Kinds() {}

    static int number(Claim.Message.Kind kind) {
        return switch (kind) {
            case MESSAGE -> 1;
            case EVENT -> 2;
            case UNSUPPORTED -> 3;
        };
    }

    static Claim.Message.Kind kind(int number) {
        return switch (number) {
            case 1 -> Claim.Message.Kind.MESSAGE;
            case 2 -> Claim.Message.Kind.EVENT;
            case 3 -> Claim.Message.Kind.UNSUPPORTED;
            default -> throw new IllegalArgumentException("not a kind of message: " + number);
        };
    }
}
