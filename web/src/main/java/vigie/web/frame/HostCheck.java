package vigie.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses requests for another host: a page elsewhere whose name was pointed at this machine could
/// else read what is served here.
public final class HostCheck extends OncePerRequestFilter {
    /// RFC 9110, 15.5.20.
    private static final int MISDIRECTED = 421;

    private final Set<String> hosts;

    /// @param hosts the names that this server answers to
    public HostCheck(Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (known(request.getHeader("Host"))) {
            rest.doFilter(request, response);
        } else {
            // No page: that of an error would name the visitor and their cases.
            response.setStatus(MISDIRECTED);
        }
    }

    private boolean known(@Nullable String host) {
        if (host == null) {
            return false;
        }
        int port = host.lastIndexOf(':');
        boolean within = port > host.lastIndexOf(']');
        return hosts.contains(within ? host.substring(0, port) : host);
    }
}
