package vigie.model.subject;

/// An account as its platform identifies it: `telegram:user:123`.
///
/// The type is part of the identity, since on one platform the same number may be a user and a
/// channel. Display names are never part of it.
///
/// @param platform lower-case name of the platform, `telegram`
/// @param type     what the platform says it is: `user`, `chat`, `channel`; `id` where it has one
///     kind only
/// @param id       the identifier within platform and type, as the source writes it
public record AccountId(String platform, String type, String id) implements Comparable<AccountId> {
    public AccountId {
        if (platform.isEmpty() || type.isEmpty() || id.isEmpty()) {
            throw new IllegalArgumentException("not an account: " + platform + type + id);
        }
    }

    /// The natural key, `platform:type:id`.
    public String key() {
        return platform + ":" + type + ":" + id;
    }

    /// Reads a natural key; the id may itself contain colons.
    public static AccountId parse(String key) {
        String[] parts = key.split(":", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not an account: " + key);
        }
        return new AccountId(parts[0], parts[1], parts[2]);
    }

    @Override
    public int compareTo(AccountId other) {
        return key().compareTo(other.key());
    }

    @Override
    public String toString() {
        return key();
    }
}
