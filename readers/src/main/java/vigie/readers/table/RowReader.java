package vigie.readers.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.evidence.MalformedInput;
import vigie.evidence.jsonstream.CompactJson;
import vigie.model.claim.Attachment;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.material.Exhibit;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;
import vigie.readers.ClaimSink;
import vigie.readers.MediaPath;
import vigie.readers.table.Mapping.Column;

/// Makes a message of each row, and a conversation where a row is the first of it.
final class RowReader {
    /// Conversations whose name is remembered; one that was forgotten is handed over again.
    private static final int REMEMBERED = 4096;

    private static final int DIGEST_PART = 16;

    private final String file;
    private final Mapping mapping;
    private final List<String> headers;
    private final Map<Column, Integer> places;
    private final ClaimSink sink;
    private final String export;
    private final Map<String, String> names =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /// Why a row cannot be understood, and from which cell on.
    private record Fault(int cell, String reason) {}

    RowReader(
            Exhibit exhibit,
            Mapping mapping,
            List<String> headers,
            Map<Column, Integer> places,
            ClaimSink sink) {
        this.file = exhibit.path();
        this.mapping = mapping;
        this.headers = headers;
        this.places = places;
        this.sink = sink;
        export = "export:" + exhibit.digest().hex().substring(0, DIGEST_PART);
    }

    void read(Rows.Row row) throws IOException {
        Fault fault = fault(row);
        if (fault == null) {
            message(row);
        } else if (mapping.lenient()) {
            sink.skipped(row.at(), fault.reason);
        } else {
            throw new MalformedInput(file, row.offsets().get(fault.cell), fault.reason);
        }
    }

    private @Nullable Fault fault(Rows.Row row) {
        if (row.cells().size() != headers.size()) {
            return new Fault(0, "a row with another number of cells than the header");
        }
        if (mapping.times().read(cell(row, Column.TIME)) == null) {
            return new Fault(place(Column.TIME), "a time that no format of the mapping reads");
        }
        if (places.containsKey(Column.CONVERSATION) && cell(row, Column.CONVERSATION).isEmpty()) {
            return new Fault(place(Column.CONVERSATION), "a row without a conversation");
        }
        String path = cell(row, Column.ATTACHMENT);
        String fault = MediaPath.fault(path);
        return fault == null ? null : new Fault(place(Column.ATTACHMENT), fault);
    }

    private void message(Rows.Row row) throws IOException {
        ConversationId conversation = conversation(row);
        List<Attachment> attachments = new ArrayList<>();
        String path = cell(row, Column.ATTACHMENT);
        if (!path.isEmpty()) {
            attachments.add(
                    new Attachment.Media("file", path, null, null, null, null, -1, -1, -1, -1));
        }
        Long id = id(row, attachments);
        Moment sent = sent(row, attachments);
        for (int i = 0; i < headers.size(); i++) {
            if (!places.containsValue(i) && !row.cells().get(i).isEmpty()) {
                attachments.add(other(i, row));
            }
        }
        sink.claim(
                new Claim.Message(
                        row.at(),
                        Claim.Message.Kind.MESSAGE,
                        conversation,
                        id,
                        sent,
                        Moment.NONE,
                        author(row),
                        null,
                        cell(row, Column.TEXT),
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.copyOf(attachments)));
    }

    private ConversationId conversation(Rows.Row row) throws IOException {
        String stated = cell(row, Column.CONVERSATION);
        String type = mapping.conversations();
        // A table without a column of conversations is one, which no other export shares.
        ConversationId conversation =
                stated.isEmpty()
                        ? new ConversationId(mapping.platform(), type, "table", export)
                        : new ConversationId(
                                mapping.platform(), type, stated, mapping.shared() ? null : export);
        String name = cell(row, Column.CONVERSATION_NAME);
        if (!name.equals(names.put(conversation.id(), name))) {
            sink.claim(
                    new Claim.Conversation(
                            row.at(), conversation, type, name.isEmpty() ? null : name, false));
        }
        return conversation;
    }

    private @Nullable Author author(Rows.Row row) {
        String sender = cell(row, Column.SENDER);
        String name = cell(row, Column.SENDER_NAME);
        if (sender.isEmpty() && name.isEmpty()) {
            return null;
        }
        AccountId account =
                sender.isEmpty()
                        ? null
                        : new AccountId(mapping.platform(), mapping.accounts(), sender);
        return new Author(account, name.isEmpty() ? null : name);
    }

    /// The number of the message; an id that is no number is kept under its header.
    private @Nullable Long id(Rows.Row row, List<Attachment> attachments) {
        String id = cell(row, Column.ID);
        if (id.matches("-?[0-9]{1,18}")) {
            return Long.valueOf(id);
        }
        if (!id.isEmpty()) {
            attachments.add(other(place(Column.ID), row));
        }
        return null;
    }

    /// The time, which is kept as written too where it is finer than seconds.
    private Moment sent(Rows.Row row, List<Attachment> attachments) {
        TimeFormat.Read read = mapping.times().read(cell(row, Column.TIME));
        if (read == null) {
            return Moment.NONE;
        }
        if (read.finer()) {
            attachments.add(other(place(Column.TIME), row));
        }
        return read.moment();
    }

    private Attachment.Other other(int place, Rows.Row row) {
        String header = headers.get(place);
        String key = header.isEmpty() ? "column " + (place + 1) : header;
        return new Attachment.Other(key, CompactJson.quoted(row.cells().get(place)));
    }

    private int place(Column column) {
        return places.getOrDefault(column, 0);
    }

    private String cell(Rows.Row row, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : row.cells().get(place);
    }
}
