package vigie.store.rows;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts `operator N` in the place of an investigator's account and names.
///
/// It replaces whole values: names, keys, and strings inside further details. What people wrote is
/// evidence and stays: a message that addresses the pseudonym by name still does.
///
/// @param replacements what to show in place of a name or account key
/// @param keys         the account keys among them
record Mask(Map<String, String> replacements, Set<String> keys) {
    Mask {
        replacements = Map.copyOf(replacements);
        keys = Set.copyOf(keys);
    }

    /// Nothing to hide.
    static final Mask NONE = new Mask(Map.of(), Set.of());

    /// How an investigator's account is shown where keys are shown.
    static String key(int operator) {
        return "operator:" + operator;
    }

    /// How an investigator is named.
    static String name(int operator) {
        return "operator " + operator;
    }

    /// Whether a conversation, as it may be shown, is the private one with an investigator.
    static boolean aboutOperator(String shown) {
        return shown.startsWith("operator:");
    }

    /// A name or key as it may be shown.
    @Nullable String value(@Nullable String value) {
        return value == null ? null : replacements.getOrDefault(value, value);
    }

    /// A conversation's key as it may be shown: it may name an account as peer or as scope.
    String conversation(String conversation) {
        String shown = conversation;
        for (String key : keys) {
            String operator = replacements.getOrDefault(key, key);
            if (shown.endsWith("@" + key)) {
                shown = shown.substring(0, shown.length() - key.length()) + operator;
            }
            if (shown.equals(key)) {
                shown = operator;
            } else if (shown.startsWith(key + "@")) {
                shown = operator + shown.substring(key.length());
            }
        }
        return shown;
    }

    /// Compact JSON as it may be shown: each string that is a value and hidden is replaced, also
    /// in JSON that stands inside a string under the name `json`.
    @Nullable String json(@Nullable String json) {
        return json == null || replacements.isEmpty() ? json : new JsonMask(json, this).masked();
    }

    /// JSON of which nothing tells what a string stands for: each hidden one is replaced.
    @Nullable String whole(@Nullable String json) {
        return json == null || replacements.isEmpty() ? json : JsonMask.whole(json, this);
    }
}
