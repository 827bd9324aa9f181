package vigie.text.sighting;

/// What is to be known about how an identifier was written or read.
public enum Flag {
    /// Characters without a shape stood inside it: direction marks, joiners, spaces of no width.
    HIDDEN_CHARACTERS,
    /// It was written with letters of other scripts that look like these.
    CONFUSABLE,
    /// It was written in digits other than 0 to 9.
    OTHER_DIGITS,
    /// It was written in full-width, mathematical or emoji forms.
    STYLED,
    /// A number without country code, read as one of the regions that were given.
    REGION_ASSUMED,
    /// The same digits are a number in another of those regions too.
    REGION_AMBIGUOUS,
    /// A number with country code that could be one, in a range not known to be given out.
    UNASSIGNED,
    /// A form without checksum, of a kind that can have one.
    UNCHECKED
}
