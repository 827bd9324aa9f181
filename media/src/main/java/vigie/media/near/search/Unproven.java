package vigie.media.near.search;

/// That a search did not find what plain counting finds, so that it answers nothing here.
public final class Unproven extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Unproven(String reason) {
        super(reason);
    }
}
