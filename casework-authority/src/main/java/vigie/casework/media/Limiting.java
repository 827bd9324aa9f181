package vigie.casework.media;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import vigie.casework.media.Exposure.Limits;
import vigie.casework.user.Register;
import vigie.evidence.json.Json;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;

/// Changes of what the service allows one person to be shown: it holds in every case, so each
/// change is an entry of the home's register, durable before it holds.
public final class Limiting {
    /// The kind of the register's entry.
    public static final String KIND = "exposure-limit";

    private final Exposure exposure;
    private final Register register;

    public Limiting(Exposure exposure, Register register) {
        this.exposure = exposure;
        this.register = register;
    }

    /// Sets what the service allows.
    ///
    /// @param why in the actor's words, sealed in the register
    /// @throws Refusal of kind `REASON` without words, of kind `PERMISSION` where the actor is
    ///     no head of unit
    public void limit(Actor actor, Limits limits, String why, String purpose) throws IOException {
        String stated = why.strip();
        if (stated.isEmpty() || stated.length() > Revealing.REASON) {
            throw new Refusal(
                    Refusal.Kind.REASON, "limits change for a reason of 1 to 500 characters");
        }
        Limits before = exposure.limits(actor);
        Json.Fields data =
                Json.Fields.NONE
                        .with("reveals", limits.revealsADay())
                        .with("stretch", limits.stretch().toMinutes())
                        .with("pause", limits.pause().toMinutes())
                        .with("revealsBefore", before.revealsADay())
                        .with("stretchBefore", before.stretch().toMinutes())
                        .with("pauseBefore", before.pause().toMinutes());
        exposure.limit(
                actor,
                limits,
                () ->
                        register.kept(
                                KIND,
                                actor,
                                "exposure",
                                data,
                                new TreeMap<>(Map.of("why", stated)),
                                purpose));
    }
}
