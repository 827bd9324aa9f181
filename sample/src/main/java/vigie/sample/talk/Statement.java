package vigie.sample.talk;

/// What somebody states about themselves in a message.
///
/// @param kind     `occupation`, `family`, `place`, `phone`, `handle` or `new-account`
/// @param value    the occupation or family by its name in the resources, the city as `FR:Lyon`,
///     the number with its spaces, the handle with its `@`
/// @param language of the sentence, two letters
public record Statement(String kind, String value, String language) {}
