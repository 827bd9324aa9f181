package vigie.cli;

/// That a verb was asked for something in words it does not understand.
public final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param reason one sentence for whoever typed them
    public Misuse(String reason) {
        super(reason);
    }
}
