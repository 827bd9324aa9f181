package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.Moment;
import vigie.store.digest.Utf8;
import vigie.text.word.Folding;

/// Sums up every account of a case: what it wrote and where, and under which names. What an
/// investigator did under several accounts is one sum.
final class AccountSettling {
    private static final int FETCHED = 10_000;

    /// More names than this are found by no search: an account that has them is a bridge's.
    private static final int SEARCHED = 1000;

    /// Names are sorted by so much of them.
    private static final int SORTED = 40;

    private static final String ACCOUNTS =
            """
            SELECT a.number, a.key, p.operator FROM derived.account a
            LEFT JOIN derived.pseudonym p ON p.case_id = a.case_id AND p.account = a.number
            WHERE a.case_id = ? AND (p.operator IS NOT NULL OR a.number IN
                (SELECT account FROM derived.presence WHERE case_id = ?))
            ORDER BY a.number""";

    private static final String SUMS =
            """
            SELECT account, conversation, messages, first_sent, last_sent
            FROM derived.participation WHERE case_id = ? AND counts ORDER BY account""";

    private static final String NAMES =
            """
            SELECT account, name, max(last_sent) FROM derived.alias
            WHERE case_id = ? AND account IS NOT NULL AND name <> '' GROUP BY account, name""";

    private final Connection connection;
    private final int caseId;
    private final Map<Integer, Total> totals = new HashMap<>();
    private final Map<Integer, Total> operators = new HashMap<>();
    private final List<Total> all = new ArrayList<>();

    private record Name(String name, long last) {}

    private static final class Total {
        final int account;
        final int operator;
        final String key;
        final List<Name> names = new ArrayList<>();
        final Set<Integer> conversations = new HashSet<>();
        long messages;
        long first = Moment.ABSENT;
        long last = Moment.ABSENT;

        Total(int account, int operator, String key) {
            this.account = account;
            this.operator = operator;
            this.key = key;
        }
    }

    AccountSettling(Connection connection, int caseId) {
        this.connection = connection;
        this.caseId = caseId;
    }

    void run() throws SQLException {
        each(ACCOUNTS, 2, this::account);
        each(SUMS, 1, this::sum);
        each(NAMES, 1, this::name);
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM derived.account_total WHERE case_id = ?")) {
            delete.setInt(1, caseId);
            delete.executeUpdate();
        }
        send();
    }

    private void account(ResultSet rows) throws SQLException {
        int number = rows.getInt(1);
        String key = rows.getString(2);
        int operator = rows.getInt(3);
        Total total = operator == 0 ? null : operators.get(operator);
        if (total == null) {
            total = new Total(number, operator, operator == 0 ? key : Mask.key(operator));
            all.add(total);
            if (operator != 0) {
                operators.put(operator, total);
            }
        }
        totals.put(number, total);
    }

    private void sum(ResultSet rows) throws SQLException {
        Total total = totals.get(rows.getInt(1));
        if (total == null) {
            return;
        }
        total.conversations.add(rows.getInt(2));
        total.messages += rows.getLong(3);
        long first = MessageReads.time(rows, 4);
        if (first != Moment.ABSENT) {
            total.first = total.first == Moment.ABSENT ? first : Math.min(total.first, first);
            total.last = Math.max(total.last, MessageReads.time(rows, 5));
        }
    }

    private void name(ResultSet rows) throws SQLException {
        Total total = totals.get(rows.getInt(1));
        if (total != null && total.operator == 0) {
            total.names.add(new Name(rows.getString(2), MessageReads.time(rows, 3)));
        }
    }

    private void send() throws SQLException {
        CopyStream copy = new CopyStream(connection);
        CopyBuffer buffer =
                new CopyBuffer(
                        "derived.account_total (case_id, account, operator, name, names, messages,"
                                + " first_sent, last_sent, conversations, sorting, search)",
                        "",
                        CopyStream.LARGE);
        for (Total total : all) {
            total.names.sort(
                    Comparator.comparingLong(Name::last).reversed().thenComparing(Name::name));
            buffer.row().int4(caseId).int4(total.account).number(total.operator);
            buffer.text(total.names.isEmpty() ? null : total.names.getFirst().name());
            buffer.int4(total.names.size()).int8(total.messages);
            buffer.time(total.first).time(total.last).int4(total.conversations.size());
            buffer.text(sorting(total)).bytes(Utf8.of(search(total)));
            copy.offer(buffer);
        }
        copy.send(buffer);
        copy.end();
    }

    private static @Nullable String sorting(Total total) {
        String name =
                total.operator != 0
                        ? Mask.name(total.operator)
                        : total.names.isEmpty() ? "" : folded(total.names.getFirst().name());
        return name.isEmpty() ? null : name.substring(0, Math.min(SORTED, name.length()));
    }

    private static String search(Total total) {
        StringBuilder search = new StringBuilder();
        if (total.operator != 0) {
            search.append(Mask.name(total.operator)).append('\n');
        }
        for (Name name : total.names.subList(0, Math.min(SEARCHED, total.names.size()))) {
            search.append(folded(name.name())).append('\n');
        }
        return search.append(folded(total.key)).toString();
    }

    /// A text as names are searched.
    static String folded(@Nullable String text) {
        return text == null ? "" : Folding.fold(text).replace('\n', ' ');
    }

    private interface Row {
        void of(ResultSet rows) throws SQLException;
    }

    private void each(String sql, int parameters, Row each) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            for (int i = 1; i <= parameters; i++) {
                ask.setInt(i, caseId);
            }
            ask.setFetchSize(FETCHED);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    each.of(rows);
                }
            }
        }
    }
}
