package vigie.model.subject;

import org.jspecify.annotations.Nullable;

/// A conversation as its platform identifies it: `telegram:channel:123`.
///
/// @param platform lower-case name of the platform
/// @param type     the kind of peer whose number `id` is: `user`, `chat` or `channel`; not whether
///     it is public, which changes over time
/// @param id       the identifier within platform and type, as the source writes it
/// @param scope    whose view it is, where the same number names different conversations for
///     different exporters (a private chat): the owner's account key, or `export:` and the start
///     of the exhibit's digest where the export does not say; null where the id is global
public record ConversationId(String platform, String type, String id, @Nullable String scope) {
    public ConversationId {
        if (platform.isEmpty() || type.isEmpty() || id.isEmpty()) {
            throw new IllegalArgumentException("not a conversation: " + platform + type + id);
        }
    }

    /// The natural key, `platform:type:id` and, if scoped, `@scope`.
    public String key() {
        String key = platform + ":" + type + ":" + id;
        return scope == null ? key : key + "@" + scope;
    }

    @Override
    public String toString() {
        return key();
    }
}
