package vigie.people.link;

/// One leaf of why two records are, or are not, of one person.
///
/// @param respect what was compared: a column, or what was believed before
/// @param finding how far they agree
/// @param left    what the one says; empty if nothing
/// @param right   what the other says
/// @param weight  what it adds to the log-odds, natural logarithm
public record Reason(String respect, String finding, String left, String right, double weight) {}
