package vigie.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vigie.web.frame.Assets;
import vigie.web.frame.CaseDoor;
import vigie.web.frame.FramePart;
import vigie.web.frame.Messages;
import vigie.web.frame.Visitor;
import vigie.web.frame.VisitorLocale;

/// How the framework is put together.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
class WebConfiguration implements WebMvcConfigurer {
    private final Assets assets;
    private final Rooms rooms;

    WebConfiguration(Assets assets, Rooms rooms) {
        this.assets = assets;
        this.rooms = rooms;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new CaseDoor(rooms.workplace()));
    }

    /// The texts of the interface.
    @Bean
    MessageSource messageSource(ObjectProvider<FramePart> parts) {
        return new Messages(parts.stream().toList());
    }

    /// The language of the visitor; before they signed in, the best that their browser asks for.
    @Bean
    LocaleResolver localeResolver() {
        return new VisitorLocale();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Visitor.Argument());
    }

    /// Files whose address changes with their bytes: a browser may keep them.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/" + assets.version() + "/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(java.time.Duration.ofDays(365))
                                .cachePublic()
                                .immutable());
    }
}
