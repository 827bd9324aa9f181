package vigie.store.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.RowId;
import vigie.model.claim.Attachment;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.text.identifier.Found;
import vigie.text.identifier.IdentifierKind;
import vigie.text.identifier.Identifiers;
import vigie.text.identifier.Normal;

/// The fields of one message after another, reusing what it can. Used by one thread at a time.
final class MessageFields {
    private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType EXACT = type(IndexOptions.DOCS);

    private final int exhibit;
    private final WordStream words = new WordStream();
    private final TermStream terms = new TermStream();
    private final Field text = new Field(Terms.TEXT, words, WORDS);
    private final Field exact = new Field(Terms.EXACT, terms, EXACT);
    private final Field row = NumericDocValuesField.indexedField(Terms.ROW, 0);
    private final Field sent = NumericDocValuesField.indexedField(Terms.SENT, 0);
    private final Field by = new SortedDocValuesField(Terms.BY, new BytesRef());
    private final Field room = new SortedDocValuesField(Terms.ROOM, new BytesRef());
    private final List<IndexableField> fields = new ArrayList<>(6);

    MessageFields(int exhibit) {
        this.exhibit = exhibit;
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(true);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /// The fields of a message, good until the next call.
    List<IndexableField> of(
            Claim.Message message, @Nullable BytesRef author, BytesRef conversation) {
        words.clear();
        terms.clear();
        words.add(message.text());
        if (author != null) {
            terms.add(author);
        }
        terms.add(conversation);
        Kinds.add(message, terms);
        identifiers(message);
        for (Attachment attachment : message.attachments()) {
            add(attachment);
        }
        fields.clear();
        row.setLongValue(RowId.of(exhibit, message.at().offset()));
        fields.add(row);
        fields.add(exact);
        room.setBytesValue(conversation);
        fields.add(room);
        if (author != null) {
            by.setBytesValue(author);
            fields.add(by);
        }
        if (!words.isEmpty()) {
            fields.add(text);
        }
        long when = message.sent().best();
        if (when != Moment.ABSENT) {
            sent.setLongValue(when);
            fields.add(sent);
        }
        return fields;
    }

    private void identifiers(Claim.Message message) {
        boolean link = false;
        for (Found found : Identifiers.in(message.text(), message.entities())) {
            add(found.kind(), found.value());
            link |= found.kind() == IdentifierKind.URL;
        }
        if (link) {
            terms.add(Kinds.term("link"));
        }
    }

    private void add(IdentifierKind kind, String value) {
        terms.add(Terms.identifier(kind, value));
        if (kind == IdentifierKind.PHONE) {
            terms.add(Terms.exact(Terms.REVERSED, Terms.reversed(value)));
        } else if (kind == IdentifierKind.URL) {
            String host = Terms.host(value);
            if (!host.isEmpty() && host.length() < value.length()) {
                terms.add(Terms.identifier(kind, host));
            }
        }
    }

    /// Adds what a person would search for in an attachment: names and words that the source gives.
    private void add(Attachment attachment) {
        switch (attachment) {
            case Attachment.Media media -> words(media.fileName());
            case Attachment.SharedContact contact -> {
                words(contact.firstName());
                words(contact.lastName());
                String phone =
                        contact.phone() == null
                                ? ""
                                : Normal.of(IdentifierKind.PHONE, contact.phone());
                if (!phone.isEmpty()) {
                    add(IdentifierKind.PHONE, phone);
                }
            }
            case Attachment.Place place -> {
                words(place.name());
                words(place.address());
            }
            case Attachment.Poll poll -> {
                words(poll.question());
                poll.answers().forEach(answer -> words(answer.text()));
            }
            case Attachment.Other _ -> {}
        }
    }

    private void words(@Nullable String more) {
        if (more != null) {
            words.add(more);
        }
    }
}
