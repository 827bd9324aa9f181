package vigie.readers.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the columns of a table are, as its mapping file says.
///
/// @param platform    lower-case name of the platform
/// @param accounts    the type of its account ids
/// @param conversations the type of its conversation ids
/// @param shared      whether conversation ids mean the same in every export of the platform
/// @param times       how times are written
/// @param lenient     whether a row that cannot be understood is skipped and counted
/// @param columns     the header of each column that has a meaning
record Mapping(
        String platform,
        String accounts,
        String conversations,
        boolean shared,
        char separator,
        TimeFormat times,
        boolean lenient,
        Map<Column, String> columns) {

    /// The meanings that a column may have.
    enum Column {
        TIME("time"),
        CONVERSATION("conversation"),
        CONVERSATION_NAME("conversation-name"),
        SENDER("sender"),
        SENDER_NAME("sender-name"),
        TEXT("text"),
        ATTACHMENT("attachment"),
        ID("id");

        private final String key;

        Column(String key) {
            this.key = key;
        }

        /// The key in the mapping file.
        String key() {
            return key;
        }
    }

    /// Where each meaning stands in a row with this header; null where the header lacks a column
    /// or has one twice.
    @Nullable Map<Column, Integer> places(List<String> header) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (var column : columns.entrySet()) {
            int place = header.indexOf(column.getValue());
            if (place < 0 || place != header.lastIndexOf(column.getValue())) {
                return null;
            }
            places.put(column.getKey(), place);
        }
        return places;
    }
}
