package vigie.web.media;

import java.util.ArrayList;
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
                List.of("media.js"),
                acts());
    }

    private static List<FramePart.Act> acts() {
        List<FramePart.Act> acts = new ArrayList<>();
        acts.add(new FramePart.Act("part-reveal", "stacks.key.reveal", 'r'));
        for (char digit = '0'; digit <= '9'; digit++) {
            acts.add(new FramePart.Act(category(digit), "stacks.key.category", digit));
        }
        return acts;
    }

    /// The act that decides the category with this digit.
    private static String category(char digit) {
        return "part-category-" + digit;
    }
}
