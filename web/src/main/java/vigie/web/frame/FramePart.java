package vigie.web.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the pages of an edition add to the frame; found as a bean.
///
/// @param texts      the base name of its texts, `messages-media` for `messages-media_fr`
/// @param navigation what it adds to the navigation of a case
/// @param styles     its style sheets, by name under `static/`
/// @param scripts    its scripts, by name under `static/`
/// @param acts       what single keys do on its pages, in the order in which a list shows them
public record FramePart(
        String texts,
        List<Entry> navigation,
        List<String> styles,
        List<String> scripts,
        List<Act> acts) {
    public FramePart {
        acts = List.copyOf(acts);
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

        /// What goes there, among all keys.
        public String act() {
            return Keys.PART + place;
        }

        /// The usual key.
        public String usual() {
            return String.valueOf(key);
        }
    }

    /// Something that a key does on the part's pages: it follows or presses what has `data-key`
    /// with the act's name.
    ///
    /// @param name  `part-` and a word
    /// @param title the text that says what it does
    /// @param key   the usual one
    public record Act(String name, String title, char key) {
        public Act {
            if (!name.startsWith(Keys.PART)) {
                throw new IllegalArgumentException("not an act of a part: " + name);
            }
        }

        /// The usual key.
        public String usual() {
            return String.valueOf(key);
        }
    }

    /// What parts add to the keys.
    static Keys.More keys(List<FramePart> parts) {
        Map<String, String> acts = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        for (FramePart part : parts) {
            part.acts().forEach(act -> acts.put(act.name(), act.usual()));
            part.navigation().forEach(entry -> places.put(entry.act(), entry.usual()));
        }
        return new Keys.More(acts, places);
    }
}
