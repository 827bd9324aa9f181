package vigie.readers.telegram;

import java.io.IOException;
import java.io.InputStream;
import vigie.evidence.EvidenceBytes;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.evidence.jsonstream.Repairs;
import vigie.model.claim.Claim;
import vigie.model.material.ReaderVersion;
import vigie.model.material.Span;
import vigie.model.subject.ConversationId;
import vigie.readers.ClaimSink;
import vigie.readers.Companions;
import vigie.readers.Reader;

/// Reads the JSON export of Telegram Desktop.
public final class TelegramReader implements Reader {
    private static final ReaderVersion VERSION = new ReaderVersion("telegram", 2);

    /// A reader; [java.util.ServiceLoader] makes it.
    public TelegramReader() {}

    @Override
    public ReaderVersion version() {
        return VERSION;
    }

    @Override
    public boolean recognises(byte[] head, Companions companions) throws IOException {
        return Recognition.recognises(head);
    }

    @Override
    public void read(EvidenceBytes bytes, Companions companions, ClaimSink sink)
            throws IOException {
        Output out = new Output(sink);
        try (InputStream stream = bytes.open(0)) {
            String file = bytes.exhibit().path();
            new ExportReader(bytes, out).read(new JsonCursor(stream, 0, file, Key.KEYS, out));
        }
    }

    /// Reads one message again from its own bytes: what [#read] handed over for them.
    ///
    /// @param at           the span of the claim
    /// @param conversation the conversation of the claim
    public Claim.Message reread(EvidenceBytes bytes, Span at, ConversationId conversation)
            throws IOException {
        try (InputStream stream = bytes.open(at.offset())) {
            String file = bytes.exhibit().path();
            JsonCursor in = new JsonCursor(stream, at.offset(), file, Key.KEYS, Repairs.NONE);
            return new MessageReader().read(in, conversation);
        }
    }
}
