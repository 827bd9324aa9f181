package vigie.web;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where the server listens.
///
/// @param address     the address of an interface of this machine; loopback unless told otherwise
/// @param port        the port; 0 for any that is free
/// @param names       further host names by which browsers reach it
/// @param certificate certificate chain in PEM, or null for plain HTTP, which loopback only may use
/// @param key         its private key in PEM
public record Setting(
        String address,
        int port,
        Set<String> names,
        @Nullable Path certificate,
        @Nullable Path key) {
    /// What a single investigator's machine uses.
    public static final Setting LOOPBACK = new Setting("127.0.0.1", 8484, Set.of(), null, null);

    public Setting {
        names = Set.copyOf(names);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException("a certificate and its key go together");
        }
        if (certificate == null && !loopback(address)) {
            throw new IllegalArgumentException(
                    "beyond this machine a certificate is needed: what is shown must not pass in clear");
        }
    }

    /// The same at another port.
    public Setting at(int otherPort) {
        return new Setting(address, otherPort, names, certificate, key);
    }

    /// Whether connections are encrypted.
    public boolean encrypted() {
        return certificate != null;
    }

    /// The host names under which a browser may ask; any other is a page of somebody else that
    /// pretends to be this server.
    public Set<String> hosts() {
        Set<String> hosts = new TreeSet<>(names);
        hosts.add(address);
        if (loopback(address)) {
            hosts.addAll(Set.of("localhost", "127.0.0.1", "[::1]"));
        }
        return hosts;
    }

    private static boolean loopback(String address) {
        return address.matches("127\\.\\d+\\.\\d+\\.\\d+|\\[?::1\\]?|localhost");
    }
}
