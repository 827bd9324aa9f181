package vigie.web.frame;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What the palette and the list of keys show, for who has no script.
@Controller
class HelpPages {
    @GetMapping("/palette")
    String palette() {
        return "frame/palette";
    }

    @GetMapping("/keys")
    String keys() {
        return "frame/keys";
    }
}
