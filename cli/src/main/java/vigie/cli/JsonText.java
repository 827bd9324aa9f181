package vigie.cli;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes one compact JSON object, property by property, in the order they are named.
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private JsonText(JsonGenerator json) {
        this.json = json;
    }

    /// The text of an object with what `content` puts in it.
    public static String object(Consumer<JsonText> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            content.accept(new JsonText(json));
            json.writeEndObject();
        }
        return Visible.ofJson(text.toString());
    }

    public JsonText put(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
        return this;
    }

    public JsonText put(String name, long value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    /// A number with so many decimals.
    public JsonText decimal(String name, double value, int decimals) {
        json.writeNumberProperty(
                name, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
        return this;
    }

    public JsonText put(String name, boolean value) {
        json.writeBooleanProperty(name, value);
        return this;
    }

    public JsonText put(String name, Consumer<JsonText> content) {
        json.writeObjectPropertyStart(name);
        content.accept(this);
        json.writeEndObject();
        return this;
    }

    /// An array of strings.
    public JsonText texts(String name, Collection<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
        return this;
    }

    /// An array of objects, one for each item.
    public <T> JsonText objects(String name, Collection<T> items, BiConsumer<JsonText, T> content) {
        json.writeArrayPropertyStart(name);
        for (T item : items) {
            json.writeStartObject();
            content.accept(this, item);
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }
}
