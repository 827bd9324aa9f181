package vigie.casework.operation;

import org.jspecify.annotations.Nullable;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.material.Span;

/// A message or event as a row holds it, ready to be shown.
///
/// @param row          its [RowId]
/// @param conversation natural key of the conversation
/// @param conversationName its latest name, if any
/// @param author       account key; `operator:N` where an investigator wrote it
/// @param authorName   the display name at the time; `operator N` where an investigator wrote it
/// @param details      everything else the claim said, as compact JSON, or null
public record StoredMessage(
        long row,
        Span at,
        Claim.Message.Kind kind,
        String conversation,
        @Nullable String conversationName,
        @Nullable Long messageId,
        Moment sent,
        Moment edited,
        @Nullable String author,
        @Nullable String authorName,
        @Nullable String action,
        String text,
        @Nullable String details) {}
