package vigie.web;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The running web interface of one open home.
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Setting setting;

    private Server(ConfigurableApplicationContext context, Setting setting) {
        this.context = context;
        this.setting = setting;
    }

    /// Starts to listen; returns once pages are served.
    public static Server start(Setting setting, Rooms rooms) {
        return start(setting, rooms, Map.of());
    }

    /// The same, with what the pages of an edition are about, each under its name.
    public static Server start(Setting setting, Rooms rooms, Map<String, Object> added) {
        SpringApplication application = new SpringApplication(WebConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setDefaultProperties(properties(setting));
        application.setRegisterShutdownHook(false);
        application.setAddCommandLineProperties(false);
        application.setLogStartupInfo(false);
        application.addInitializers(
                context -> {
                    context.getBeanFactory().registerSingleton("rooms", rooms);
                    context.getBeanFactory().registerSingleton("setting", setting);
                    added.forEach(context.getBeanFactory()::registerSingleton);
                });
        return new Server(application.run(), setting);
    }

    /// The address of the first page.
    public URI address() {
        WebServerApplicationContext serving = (WebServerApplicationContext) context;
        return URI.create(
                "%s://%s:%d/"
                        .formatted(
                                setting.encrypted() ? "https" : "http",
                                setting.address(),
                                java.util.Objects.requireNonNull(serving.getWebServer())
                                        .getPort()));
    }

    /// The handlers of requests, from which every address can be listed.
    RequestMappingHandlerMapping routes() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    @Override
    public void close() {
        context.close();
    }

    private static Map<String, Object> properties(Setting setting) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", setting.address());
        properties.put("server.port", setting.port());
        if (setting.certificate() != null && setting.key() != null) {
            properties.put("server.ssl.certificate", setting.certificate().toUri().toString());
            properties.put("server.ssl.certificate-private-key", setting.key().toUri().toString());
            properties.put("server.ssl.enabled-protocols", "TLSv1.3");
        }
        properties.put("server.servlet.session.cookie.name", "vigie");
        properties.put("server.servlet.session.cookie.http-only", true);
        properties.put("server.servlet.session.cookie.same-site", "strict");
        properties.put("server.servlet.session.cookie.secure", setting.encrypted());
        properties.put("server.servlet.session.timeout", "30m");
        properties.put("server.servlet.session.tracking-modes", "cookie");
        properties.put("server.servlet.session.persistent", false);
        properties.put("server.compression.enabled", true);
        properties.put("server.compression.min-response-size", "1KB");
        properties.put(
                "server.compression.mime-types",
                "text/html,text/css,text/javascript,image/svg+xml");
        properties.put("server.max-http-request-header-size", "16KB");
        properties.put("server.tomcat.max-http-form-post-size", "256KB");
        properties.put("server.tomcat.max-parameter-count", 1000);
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.main.lazy-initialization", false);
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("spring.jmx.enabled", false);
        properties.put("spring.thymeleaf.cache", true);
        properties.put("spring.thymeleaf.check-template-location", false);
        properties.put("spring.web.resources.add-mappings", false);
        properties.put("spring.mvc.servlet.load-on-startup", 1);
        properties.put("spring.servlet.multipart.enabled", false);
        properties.put("server.error.whitelabel.enabled", false);
        properties.put("logging.level.root", "ERROR");
        return properties;
    }
}
