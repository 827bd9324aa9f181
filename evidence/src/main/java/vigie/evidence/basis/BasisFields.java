package vigie.evidence.basis;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.evidence.fields.Fields;
import vigie.model.casefile.Acquisition;
import vigie.model.casefile.Basis;
import vigie.model.material.Sha256;

/// The one reading of a basis from named texts, whether a person or the ledger wrote them.
final class BasisFields {
    private BasisFields() {}

    /// @param document turns the path that the document key states into the one the basis keeps
    static Basis basis(Fields fields, UnaryOperator<String> document) {
        Basis.Act act = word(fields, "act", Basis.Act.values());
        String authority = fields.text("authority");
        String reference = fields.text("reference");
        LocalDate date = date(fields, "date");
        LocalDate expires = date(fields, "expires");
        if (expires.isBefore(date)) {
            throw fields.problem("expires", "lies before the date of the basis");
        }
        String scope = fields.text("scope");
        String stated = fields.textOrNull("document");
        Basis.Exporter exporter = word(fields, "exporter", Basis.Exporter.values());
        Acquisition acquired = acquisition(fields.group("acquired"));
        fields.finish();
        String kept = stated == null ? null : document.apply(stated);
        return new Basis(act, authority, reference, date, expires, scope, kept, exporter, acquired);
    }

    private static Acquisition acquisition(Fields fields) {
        String by = fields.text("by");
        String tool = fields.textOrNull("tool");
        String version = fields.textOrNull("version");
        Instant at = instantOrNull(fields, "at");
        String clock = fields.textOrNull("clock");
        String seal = fields.textOrNull("seal");
        Sha256 sha256 = digestOrNull(fields, "sha256");
        String account = fields.textOrNull("account");
        fields.finish();
        if (account != null) {
            try {
                account = StatedAccount.key(account);
            } catch (IllegalArgumentException notOne) {
                throw fields.problem("account", String.valueOf(notOne.getMessage()));
            }
        }
        return new Acquisition(by, tool, version, at, clock, seal, sha256, account);
    }

    private static <E extends Enum<E>> E word(Fields fields, String key, E[] words) {
        String stated = fields.text(key);
        for (E word : words) {
            if (written(word).equals(stated)) {
                return word;
            }
        }
        String known =
                Arrays.stream(words).map(BasisFields::written).collect(Collectors.joining(", "));
        throw fields.problem(key, "must be one of " + known);
    }

    /// A word as a person writes it: `judicial-request`.
    static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static LocalDate date(Fields fields, String key) {
        String stated = fields.text(key);
        try {
            if (stated.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(stated);
            }
        } catch (DateTimeException _) {
            throw fields.problem(key, "is not a day of the calendar");
        }
        throw fields.problem(key, "must be a date as in 2026-11-01");
    }

    private static @Nullable Instant instantOrNull(Fields fields, String key) {
        String stated = fields.textOrNull(key);
        if (stated == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(stated).toInstant();
        } catch (DateTimeException _) {
            throw fields.problem(key, "must be a time with its zone, as in 2026-11-02T10:00:00Z");
        }
    }

    private static @Nullable Sha256 digestOrNull(Fields fields, String key) {
        String stated = fields.textOrNull(key);
        if (stated == null) {
            return null;
        }
        String hex = stated.toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{64}")) {
            throw fields.problem(key, "must be 64 hexadecimal digits");
        }
        return new Sha256(hex);
    }
}
