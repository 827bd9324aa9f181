package vigie.casework.user;

/// As what somebody acts, who says to be a certain actor.
public sealed interface Acting {
    /// A user who left, or nobody.
    record Nobody() implements Acting {}

    /// The operator of the command line: an actor who is no user, where whoever holds the home's
    /// key may act.
    record Operator() implements Acting {}

    /// A user in their role.
    record As(Role role) implements Acting {}
}
