package vigie.casework.user;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a user is for; one user has one role, in every case that they are on.
public enum Role {
    /// Reads and decides.
    INVESTIGATOR,
    /// Reads, decides, and says who is on a case.
    HEAD,
    /// Reads, and states translations.
    TRANSLATOR,
    /// The data protection officer: sees counts, bases and the whole ledger, consultations
    /// included, and nothing that people wrote.
    OFFICER,
    /// Keeps users; is on no case.
    ADMINISTRATOR;

    /// The role as it is written and typed.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role that is written so, if there is one.
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /// Whether somebody in this role may read the evidence of a case that they are on.
    public boolean readsContent() {
        return switch (this) {
            case INVESTIGATOR, HEAD, TRANSLATOR -> true;
            case OFFICER, ADMINISTRATOR -> false;
        };
    }

    /// Whether they may end the lock of a user after failed sign-ins.
    public boolean unlocks() {
        return switch (this) {
            case HEAD, ADMINISTRATOR -> true;
            case INVESTIGATOR, TRANSLATOR, OFFICER -> false;
        };
    }

    /// Whether they may decide about evidence: relevance, tags, notes.
    public boolean decides() {
        return switch (this) {
            case INVESTIGATOR, HEAD -> true;
            case TRANSLATOR, OFFICER, ADMINISTRATOR -> false;
        };
    }

    /// Whether they may see who looked at what.
    public boolean seesConsultations() {
        return this == OFFICER;
    }

    /// Whether they make cases, and say who is on one that they are on.
    public boolean admits() {
        return this == HEAD;
    }
}
