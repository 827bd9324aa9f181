package vigie.model.casefile;

/// The name of a case: 1 to 64 letters, digits, dots, hyphens and underscores of ASCII, starting
/// with a letter or digit; it names folders too, and so can neither climb nor hide.
public record CaseName(String value) implements Comparable<CaseName> {
    public CaseName {
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("not a case name: " + value);
        }
    }

    @Override
    public int compareTo(CaseName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
