package vigie.evidence.fields;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import vigie.evidence.fields.Fields.Placed;
import vigie.evidence.fields.Fields.Value;
import vigie.model.casefile.Refusal;

/// Turns YAML events into [Value]s, refusing at the first that the grammar of [Fields] lacks.
///
/// It reads events, not objects: nothing is expanded, nothing is constructed, nothing recurses, and
/// a date or number stays the text that was written.
final class FieldParser {
    /// The longest document: many times what a basis needs.
    static final int LARGEST = 64 * 1024;

    private final String file;
    private final Refusal.Kind kind;
    private final Iterator<Event> events;

    private FieldParser(String file, Refusal.Kind kind, Iterator<Event> events) {
        this.file = file;
        this.kind = kind;
        this.events = events;
    }

    static Map<String, Placed> parse(String file, byte[] utf8, Refusal.Kind kind) {
        if (utf8.length > LARGEST) {
            throw new Refusal(kind, file + ": is larger than " + LARGEST + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException _) {
            throw new Refusal(kind, file + ": is not UTF-8");
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            return new FieldParser(file, kind, events).document();
        } catch (MarkedYamlEngineException broken) {
            throw refusal(
                    file, kind, broken.getProblemMark(), "is not YAML: " + broken.getProblem());
        } catch (YamlEngineException broken) {
            String reason = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
            throw new Refusal(kind, file + ": is not YAML: " + reason);
        }
    }

    private Map<String, Placed> document() {
        events.next(); // the stream starts
        Event document = events.next();
        if (document.getEventId() != Event.ID.DocumentStart) {
            throw problem(document, "is empty");
        }
        Event root = events.next();
        if (!(root instanceof MappingStartEvent mapping)) {
            throw problem(root, "must be a list of keys and texts");
        }
        plain(mapping);
        Map<String, Placed> values = mapping(true);
        events.next(); // the document ends
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw problem(end, "holds a second document");
        }
        return values;
    }

    private Map<String, Placed> mapping(boolean top) {
        Map<String, Placed> values = new HashMap<>();
        while (true) {
            Event event = events.next();
            if (event instanceof MappingEndEvent) {
                return values;
            }
            if (!(event instanceof ScalarEvent key)) {
                throw problem(event, "has something else than a text as a key");
            }
            plain(key);
            int line = key.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
            if (values.put(key.getValue(), new Placed(line, value(top))) != null) {
                throw problem(key, "has the key " + shown(key.getValue()) + " twice");
            }
        }
    }

    private Value value(boolean top) {
        Event event = events.next();
        if (!(event instanceof NodeEvent node)) {
            throw problem(event, "lacks a value");
        }
        plain(node);
        if (node instanceof ScalarEvent scalar) {
            boolean nothing = scalar.isPlain() && scalar.getValue().matches("|~|null|Null|NULL");
            return nothing ? new Value.Nothing() : new Value.Text(scalar.getValue());
        }
        if (node instanceof MappingStartEvent && top) {
            return new Value.Group(mapping(false));
        }
        if (node instanceof SequenceStartEvent) {
            return texts();
        }
        throw problem(node, "has nested keys where a text belongs");
    }

    private Value texts() {
        List<String> texts = new ArrayList<>();
        while (true) {
            Event event = events.next();
            if (event instanceof SequenceEndEvent) {
                return new Value.Texts(texts);
            }
            if (!(event instanceof ScalarEvent text)) {
                throw problem(event, "has a list or nested keys where a text belongs");
            }
            plain(text);
            texts.add(text.getValue());
        }
    }

    /// Refuses what would give a node another meaning than its text.
    private void plain(NodeEvent node) {
        boolean tagged =
                switch (node) {
                    case ScalarEvent scalar -> scalar.getTag().isPresent();
                    case MappingStartEvent mapping -> mapping.getTag().isPresent();
                    case SequenceStartEvent list -> list.getTag().isPresent();
                    case AliasEvent _ -> true;
                    default -> false; // refused by the caller
                };
        if (tagged || node.getAnchor().isPresent()) {
            throw problem(node, "has an anchor, alias or tag, which are not accepted");
        }
    }

    private static String shown(String key) {
        return key.length() > 40 ? key.substring(0, 40) + "..." : key;
    }

    private Refusal problem(Event event, String reason) {
        return refusal(file, kind, event.getStartMark(), reason);
    }

    private static Refusal refusal(
            String file, Refusal.Kind kind, Optional<Mark> mark, String reason) {
        String line = mark.map(m -> "line " + (m.getLine() + 1) + " ").orElse("");
        return new Refusal(kind, file + ": " + line + reason);
    }
}
