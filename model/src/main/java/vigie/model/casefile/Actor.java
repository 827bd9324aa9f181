package vigie.model.casefile;

/// Who acts: the name of a user of this home, or `local` for the operator of the command line, who
/// is a member of the cases that they made and never an approver.
public record Actor(String id) {
    /// The operator of the command line where no user is named.
    public static final Actor LOCAL = new Actor("local");

    public Actor {
        if (!id.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
            throw new IllegalArgumentException("not a user: " + id);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
