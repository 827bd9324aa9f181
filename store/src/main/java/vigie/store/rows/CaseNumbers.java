package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;
import vigie.store.digest.Utf8;

/// The numbers by which the rows of one case refer to its conversations and accounts, from 1.
final class CaseNumbers {
    private final int caseId;
    private final Map<String, Integer> accounts = new HashMap<>();
    private final Map<String, Integer> conversations = new HashMap<>();
    private final CopyBuffer newAccounts =
            new CopyBuffer("derived.account (case_id, number, key)", "", 4096);
    private final CopyBuffer newConversations =
            new CopyBuffer(
                    "derived.conversation (case_id, number, key, platform, type, id, scope)",
                    "",
                    4096);
    private int lastAccount;
    private int lastConversation;

    private CaseNumbers(int caseId) {
        this.caseId = caseId;
    }

    static CaseNumbers load(Connection connection, int caseId) throws SQLException {
        CaseNumbers numbers = new CaseNumbers(caseId);
        numbers.lastAccount = load(connection, "account", caseId, numbers.accounts);
        numbers.lastConversation = load(connection, "conversation", caseId, numbers.conversations);
        return numbers;
    }

    int account(AccountId account) {
        String key = Utf8.text(account.key());
        Integer known = accounts.get(key);
        if (known != null) {
            return known;
        }
        lastAccount++;
        accounts.put(key, lastAccount);
        newAccounts.row().int4(caseId).int4(lastAccount).text(key);
        return lastAccount;
    }

    int conversation(ConversationId conversation) {
        String key = Utf8.text(conversation.key());
        Integer known = conversations.get(key);
        if (known != null) {
            return known;
        }
        lastConversation++;
        conversations.put(key, lastConversation);
        newConversations
                .row()
                .int4(caseId)
                .int4(lastConversation)
                .text(key)
                .text(conversation.platform())
                .text(conversation.type())
                .text(conversation.id())
                .text(conversation.scope());
        return lastConversation;
    }

    /// Sends the new numbers if they are many.
    void offer(CopyStream copy) throws SQLException {
        copy.offer(newAccounts);
        copy.offer(newConversations);
    }

    void send(CopyStream copy) throws SQLException {
        copy.send(newAccounts);
        copy.send(newConversations);
    }

    private static int load(
            Connection connection, String table, int caseId, Map<String, Integer> into)
            throws SQLException {
        int last = 0;
        try (PreparedStatement all =
                connection.prepareStatement(
                        "SELECT number, key FROM derived." + table + " WHERE case_id = ?")) {
            all.setFetchSize(10_000);
            all.setInt(1, caseId);
            try (ResultSet rows = all.executeQuery()) {
                while (rows.next()) {
                    int number = rows.getInt(1);
                    into.put(rows.getString(2), number);
                    last = Math.max(last, number);
                }
            }
        }
        return last;
    }
}
