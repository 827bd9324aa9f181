package vigie.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.function.LongConsumer;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/// Tells how long the server had each request, as its access log would: from its first line to the
/// last byte of the answer. It keeps nothing, and is told nothing of who asked for what.
final class ServerTimes extends ValveBase
        implements AccessLog, WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final LongConsumer times;

    ServerTimes(LongConsumer times) {
        super(true);
        this.times = times;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextValves(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    @Override
    public void log(Request request, Response response, long nanos) {
        times.accept(nanos);
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // No attribute of a request is looked at.
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
