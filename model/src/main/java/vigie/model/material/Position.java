package vigie.model.material;

/// Where a claim stands: in which exhibit, at which bytes, as which reader understood them.
public record Position(Sha256 exhibit, Span span, ReaderVersion reader) {}
