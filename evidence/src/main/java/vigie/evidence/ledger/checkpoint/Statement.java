package vigie.evidence.ledger.checkpoint;

import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences that say what a proof proves and what it does not, printed wherever one is shown.
public final class Statement {
    private Statement() {}

    /// What a verification proves, and on what all before taking rests.
    public static String proves(Locale locale) {
        return sentence("proves", locale);
    }

    /// What it means that no checkpoint is in other hands.
    public static String notAnchored(Locale locale) {
        return sentence("notAnchored", locale);
    }

    private static String sentence(String key, Locale locale) {
        var exact =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle("vigie.evidence.ledger.checkpoint.statement", locale, exact)
                .getString(key);
    }
}
