package vigie.casework.media;

/// How the media of a case are decided.
///
/// @param scheme   the category scheme, `baseline/1`
/// @param opinions how many people must decide the same, 1 or 2
public record CaseRules(String scheme, int opinions) {
    /// Where nobody set anything.
    public static final CaseRules USUAL = new CaseRules("baseline/1", 1);

    public CaseRules {
        if (opinions < 1 || opinions > 2) {
            throw new IllegalArgumentException("one or two opinions, not " + opinions);
        }
    }
}
