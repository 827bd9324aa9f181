package vigie.cli;

/// That a verb was asked for something in words it does not understand.
final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misuse(String reason) {
        super(reason);
    }
}
