package vigie.web.frame;

import java.util.List;

/// What the pages of an edition add to the frame; found as a bean.
///
/// @param texts      the base name of its texts, `messages-media` for `messages-media_fr`
/// @param navigation what it adds to the navigation of a case
/// @param styles     its style sheets, by name under `static/`
/// @param scripts    its scripts, by name under `static/`
public record FramePart(
        String texts, List<Entry> navigation, List<String> styles, List<String> scripts) {
    public FramePart {
        navigation = List.copyOf(navigation);
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
    }

    /// An entry of the navigation of a case.
    ///
    /// @param place   the word by which its pages say that they are there
    /// @param path    its page, relative to the case's own
    /// @param title   the text that names it
    /// @param key     the letter after `g` that goes there; none of `d`, `c`, `s`, `l`, `m`
    /// @param content whether it shows what people wrote or sent
    public record Entry(String place, String path, String title, char key, boolean content) {
        public Entry {
            if ("dcslm".indexOf(key) >= 0) {
                throw new IllegalArgumentException("this letter goes elsewhere: " + key);
            }
        }
    }
}
