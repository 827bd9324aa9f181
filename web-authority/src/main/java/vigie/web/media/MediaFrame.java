package vigie.web.media;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vigie.web.frame.FramePart;

/// What the Media screen adds to the frame.
@Configuration(proxyBeanMethods = false)
class MediaFrame {
    /// One entry of the navigation, seen by whoever reads evidence.
    @Bean
    FramePart mediaPart() {
        return new FramePart(
                "messages-media",
                List.of(new FramePart.Entry("stacks", "media", "stacks.title", 'p', true)),
                List.of("media.css"),
                List.of("media.js"));
    }
}
