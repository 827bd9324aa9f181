package vigie.cli.media.sets;

import java.io.IOException;
import java.nio.file.Path;
import vigie.casework.user.Acting;
import vigie.cli.Wiring;
import vigie.evidence.json.Json;
import vigie.media.sets.SetInfo;
import vigie.media.sets.SetLibrary;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;

/// What changes to sets share: who may make them, and their entry in the home's register.
final class SetActs {
    private final Wiring wiring;
    private final Actor actor;
    private final String purpose;

    /// @throws Refusal of kind `PERMISSION` where `actor` decides nothing here
    SetActs(Wiring wiring, Actor actor, String purpose) throws IOException {
        this.wiring = wiring;
        this.actor = actor;
        this.purpose = purpose;
        boolean may =
                switch (wiring.users().users().acting(actor)) {
                    case Acting.Nobody() -> false;
                    case Acting.Operator() -> true;
                    case Acting.As(var role) -> role.decides();
                };
        if (!may) {
            throw new Refusal(
                    Refusal.Kind.PERMISSION, actor + " may not change the hash sets of this home");
        }
    }

    static Path folder(Path home) {
        return home.resolve("sets");
    }

    Path folder() {
        return folder(wiring.home().root());
    }

    /// Enters who did what to which set, made from which bytes.
    SetLibrary.Witness entering(String kind) {
        return set ->
                wiring.users().register().kept(kind, actor, set.label().name(), data(set), purpose);
    }

    private static Json.Fields data(SetInfo set) {
        return Json.Fields.NONE
                .with("set", set.id())
                .with("kind", set.label().kind().word())
                .with("entries", set.records())
                .with(
                        "files",
                        Json.Items.ofTexts(
                                set.files().stream().map(file -> file.digest().hex()).toList()));
    }
}
