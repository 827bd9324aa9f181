package vigie.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import vigie.web.access.Sessions;
import vigie.web.access.SignedOut;
import vigie.web.access.VisitorCheck;
import vigie.web.frame.Headers;
import vigie.web.frame.HostCheck;

/// Who may ask for what.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /// Refuses requests that no browser of a person sends; also a NUL in what was typed, which the
    /// database cannot hold.
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall strict = new StrictHttpFirewall();
        strict.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return strict;
    }

    /// Nothing is open but the door itself and the files that it needs to look like one.
    @Bean
    SecurityFilterChain chain(HttpSecurity http, Setting setting, Rooms rooms, Sessions sessions) {
        SignedOut signedOut = new SignedOut();
        return http.authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                "/sign-in", "/link/**", "/assets/**", "/error")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .exceptionHandling(
                        failures ->
                                failures.authenticationEntryPoint(signedOut)
                                        .accessDeniedHandler(signedOut))
                .addFilterAfter(
                        new VisitorCheck(rooms.users(), sessions),
                        SecurityContextHolderFilter.class)
                .addFilterAfter(new HostCheck(setting.hosts()), HeaderWriterFilter.class)
                .requestCache(cache -> cache.disable())
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(Headers::write))
                .build();
    }
}
