package vigie.media.worker;

/// A worker is no longer there, or no longer one.
final class Died extends Exception {
    private static final long serialVersionUID = 1;

    Died(Throwable how) {
        super(how);
    }
}
