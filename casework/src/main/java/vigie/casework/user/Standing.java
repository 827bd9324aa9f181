package vigie.casework.user;

/// A user as they stand now.
///
/// @param epoch    rises with whatever ends their sessions: another role, another password,
///     leaving; a session that began under another epoch is over
/// @param settings what they chose of the interface, in the words of the interface
public record Standing(User user, long epoch, String settings) {}
