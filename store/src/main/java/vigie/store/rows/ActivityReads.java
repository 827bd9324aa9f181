package vigie.store.rows;

import java.time.LocalDate;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.overview.Activity;

/// Messages over time.
final class ActivityReads {
    private ActivityReads() {}

    /// @param conversation a conversation's number, or 0 for the case
    static Activity of(JdbcClient client, int caseId, int conversation) {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        long[] undated = {0};
        client.sql(
                        "SELECT day, messages FROM derived.activity"
                                + " WHERE case_id = ? AND conversation = ?")
                .param(caseId)
                .param(conversation)
                .query(
                        rows -> {
                            if (rows.getInt(1) < 0) {
                                undated[0] = rows.getLong(2);
                            } else {
                                days.put(LocalDate.ofEpochDay(rows.getInt(1)), rows.getLong(2));
                            }
                        });
        boolean atLeast =
                (conversation == 0
                                ? client.sql(
                                                "SELECT at_least FROM derived.summary WHERE case_id = ?")
                                        .param(caseId)
                                : client.sql(
                                                "SELECT NOT comparable FROM derived.conversation"
                                                        + " WHERE case_id = ? AND number = ?")
                                        .param(caseId)
                                        .param(conversation))
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        return Activity.of(days, undated[0], atLeast);
    }
}
