package vigie.text.sighting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The platforms whose addresses say who or what they lead to, read from `platforms.txt`.
final class Platforms {
    private static final Map<String, Platform> BY_HOST = read(Domains.lines("platforms.txt"));

    /// A platform under its hosts.
    record Platform(String name, String host, Set<String> none, List<Form> forms) {}

    /// A form of its addresses: the parts of a path up to the capture, the parameter that holds it
    /// instead, and what the capture is.
    record Form(
            SightingKind kind, List<String> parts, String parameter, char capture, String prefix) {}

    private Platforms() {}

    private static Map<String, Platform> read(List<String> lines) {
        Map<String, Platform> all = new HashMap<>();
        Platform now = null;
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("platform")) {
                now = new Platform(words[1], words[2], new HashSet<>(), new ArrayList<>());
                for (int i = 2; i < words.length; i++) {
                    all.put(words[i], now);
                }
            } else if (now != null && words[0].equals("none")) {
                now.none().addAll(List.of(words).subList(1, words.length));
            } else if (now != null) {
                now.forms().add(form(words));
            }
        }
        return Map.copyOf(all);
    }

    private static Form form(String[] words) {
        String path = words[1];
        int query = path.indexOf('?');
        String parameter = query < 0 ? "" : path.substring(query + 1, path.length() - 2);
        List<String> parts =
                new ArrayList<>(
                        List.of((query < 0 ? path : path.substring(0, query)).split("/", -1)));
        char capture = path.charAt(path.length() - 1);
        return new Form(
                SightingKind.valueOf(words[0].toUpperCase(Locale.ROOT)),
                List.copyOf(parts),
                parameter,
                capture,
                words.length > 2 ? words[2] : "");
    }

    /// The platform of a host in lower case without `www.`, or null.
    static @Nullable Platform of(String host) {
        Platform platform = BY_HOST.get(host);
        if (platform == null && (host.startsWith("m.") || host.startsWith("mobile."))) {
            return BY_HOST.get(host.substring(host.indexOf('.') + 1));
        }
        return platform;
    }
}
