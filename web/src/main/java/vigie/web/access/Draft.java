package vigie.web.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vigie.model.casefile.Actor;

/// A form that somebody sent after their session had ended: kept until they signed in again, then
/// offered to them, and to nobody else, to be sent again or dropped.
///
/// Only a form of a page of this server is kept (`Sec-Fetch-Site`), and only for the user who was
/// signed in in this browser last: a cookie without any name in it says whether that is who comes.
///
/// @param address where the form was sent
/// @param fields  what was in it
/// @param whose   the mark of the user who was signed in last
record Draft(String address, List<Field> fields, String whose) {
    /// A field of a form.
    record Field(String name, String value) {}

    /// The cookie that says who was signed in last.
    static final String COOKIE = "vigie-last";

    /// More than the longest text that a form of ours holds.
    private static final int LONGEST = 200_000;

    private static final String ATTRIBUTE = "vigie.draft";
    private static final byte[] KEY = new byte[32];

    static {
        new SecureRandom().nextBytes(KEY);
    }

    Draft {
        fields = List.copyOf(fields);
    }

    /// The form of a request whose sender is signed out, where it may be kept.
    static @Nullable Draft from(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean own = "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
        String whose = last(request);
        if (!own
                || whose == null
                || !path.matches("/cases/[A-Za-z0-9._-]+/(decisions|searches).*")) {
            return null;
        }
        List<Field> fields = new ArrayList<>();
        int length = 0;
        for (var field : request.getParameterMap().entrySet()) {
            for (String value : field.getValue()) {
                if (!field.getKey().equals("_csrf")) {
                    fields.add(new Field(field.getKey(), value));
                    length += field.getKey().length() + value.length();
                }
            }
        }
        return length > LONGEST ? null : new Draft(path, fields, whose);
    }

    /// The draft of a session, if it has one.
    static @Nullable Draft of(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Draft draft ? draft : null;
    }

    /// Keeps it in a session.
    void keep(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /// Drops the draft of a session.
    static void drop(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    /// Whether it is of this user.
    boolean of(Actor user) {
        return MessageDigest.isEqual(
                mark(user).getBytes(StandardCharsets.US_ASCII),
                whose.getBytes(StandardCharsets.UTF_8));
    }

    /// What stands for a user in the cookie, for as long as this process lives.
    static String mark(Actor user) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(user.id().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has HmacSHA256", impossible);
        }
    }

    private static @Nullable String last(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
