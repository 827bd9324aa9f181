package vigie.people.link;

/// Two records that are proposed as of one person.
///
/// @param left        the lower record
/// @param right       the other
/// @param probability 0 to 1
/// @param through     the record through which they meet, where that speaks louder than they do
///     themselves; -1 where it does not
public record Link(int left, int right, double probability, int through) {
    public Link {
        if (left < 0 || right <= left || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(left + " " + right + " " + probability);
        }
    }
}
