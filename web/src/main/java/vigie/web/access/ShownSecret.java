package vigie.web.access;

import jakarta.servlet.http.HttpSession;
import java.util.HexFormat;
import org.springframework.ui.Model;
import vigie.casework.user.secret.QrCode;
import vigie.casework.user.secret.TotpSecret;

/// The second factor that a browser is shown, kept on the server until a code confirms it.
final class ShownSecret {
    private static final String ATTRIBUTE = "vigie.secret";

    private ShownSecret() {}

    /// That of a session, made when it has none.
    static TotpSecret of(HttpSession session) {
        if (session.getAttribute(ATTRIBUTE) instanceof String hex) {
            return TotpSecret.of(HexFormat.of().parseHex(hex));
        }
        TotpSecret fresh = TotpSecret.random();
        session.setAttribute(ATTRIBUTE, HexFormat.of().formatHex(fresh.bytes()));
        return fresh;
    }

    /// Forgets that of a session.
    static void drop(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    /// Puts a secret on a page, drawn and for typing.
    static void show(TotpSecret secret, String account, Model model) {
        model.addAttribute("qr", QrCode.of(secret.uri("Vigie", account)));
        model.addAttribute("typed", secret.typed());
    }
}
