package vigie.casework.operation;

import java.util.Map;

/// How accounts and conversations may be called on a screen.
///
/// @param accounts      latest display name by account key
/// @param conversations by conversation key
public record Labels(Map<String, String> accounts, Map<String, Conversation> conversations) {
    public Labels {
        accounts = Map.copyOf(accounts);
        conversations = Map.copyOf(conversations);
    }

    /// How a conversation may be called.
    ///
    /// @param key  as it may be shown
    /// @param name its name, or its key where it has none
    public record Conversation(String key, String name) {}
}
