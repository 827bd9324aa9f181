package vigie.web.writing;

/// A stretch of evidence as it is written on a page.
///
/// @param kind  how: `plain`, `mark` (what a search found), `hidden` (a character that nobody sees,
///     written as its token), `confusable` (a word that passes for another)
/// @param text  what is written
/// @param title what is said about it, or ""
public record Run(String kind, String text, String title) {}
