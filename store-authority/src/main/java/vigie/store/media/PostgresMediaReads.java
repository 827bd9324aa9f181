package vigie.store.media;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.media.CaseRules;
import vigie.casework.media.MediaCounts;
import vigie.casework.media.MediaReads;
import vigie.casework.media.Post;
import vigie.casework.media.SharedSerial;
import vigie.casework.media.StackAct;
import vigie.casework.media.StackDecision;
import vigie.casework.media.StackFilter;
import vigie.casework.media.StackLine;
import vigie.casework.media.StackView;
import vigie.casework.overview.Page;
import vigie.casework.overview.Slice;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.store.rows.PostgresCaseStore;

/// What the Media screen reads, in PostgreSQL, as the user who asks. Safe for several threads.
public final class PostgresMediaReads implements MediaReads {
    private final PostgresCaseStore store;

    public PostgresMediaReads(PostgresCaseStore store) {
        this.store = store;
    }

    @Override
    public MediaCounts counts(CaseName name, Actor actor) {
        return store.asActor(name, actor, (client, _, caseId) -> MediaCounting.of(client, caseId));
    }

    @Override
    public Page<StackLine> stacks(CaseName name, Actor actor, StackFilter filter, Slice slice) {
        return store.asActor(
                name,
                actor,
                (client, _, caseId) -> {
                    StackReads reads = new StackReads(store, client, caseId);
                    return new Page<>(reads.lines(filter, slice), reads.count(filter), slice);
                });
    }

    @Override
    public Optional<StackView> stack(CaseName name, Actor actor, int stack) {
        return store.asActor(
                name,
                actor,
                (client, _, caseId) -> {
                    StackReads reads = new StackReads(store, client, caseId);
                    return reads.line(stack)
                            .map(
                                    line ->
                                            new StackView(
                                                    line,
                                                    new MemberReads(client, caseId)
                                                            .ofStack(stack, line.representative()),
                                                    reads.posts(
                                                            stack, Slice.first(StackView.POSTS)),
                                                    acts(client, caseId, stack)));
                });
    }

    @Override
    public Page<SharedSerial> sharedSerials(CaseName name, Actor actor, Slice slice) {
        return store.asActor(
                name,
                actor,
                (client, _, caseId) -> {
                    SerialReads reads = new SerialReads(client, caseId);
                    return new Page<>(reads.shared(slice), reads.count(), slice);
                });
    }

    @Override
    public Page<Post> posts(CaseName name, Actor actor, int stack, Slice slice) {
        return store.asActor(
                name,
                actor,
                (client, _, caseId) ->
                        new Page<>(
                                new StackReads(store, client, caseId).posts(stack, slice),
                                client.sql(
                                                "SELECT count(*) FROM derived.media_appearance"
                                                        + " WHERE case_id = ? AND stack = ?")
                                        .param(caseId)
                                        .param(stack)
                                        .query(Long.class)
                                        .single(),
                                slice));
    }

    @Override
    public Optional<Integer> next(CaseName name, Actor actor, StackFilter filter, int stack) {
        return store.asActor(
                name,
                actor,
                (client, _, caseId) -> new StackReads(store, client, caseId).next(filter, stack));
    }

    @Override
    public Optional<Integer> stackOf(CaseName name, Actor actor, int item) {
        return store.asActor(
                name,
                actor,
                (client, _, caseId) ->
                        client.sql(
                                        "SELECT stack FROM derived.media_item"
                                                + " WHERE case_id = ? AND item = ?"
                                                + " AND stack IS NOT NULL")
                                .param(caseId)
                                .param(item)
                                .query(Integer.class)
                                .optional());
    }

    @Override
    public CaseRules rules(CaseName name, Actor actor) {
        return store.asActor(
                name,
                actor,
                (client, _, caseId) ->
                        client.sql(
                                        "SELECT scheme, opinions FROM derived.media_state"
                                                + " WHERE case_id = ?")
                                .param(caseId)
                                .query(
                                        (rows, _) ->
                                                new CaseRules(rows.getString(1), rows.getInt(2)))
                                .optional()
                                .orElse(CaseRules.USUAL));
    }

    @Override
    public List<Decided> decided(CaseName name, Actor actor) {
        return store.asActor(
                name, actor, (client, _, caseId) -> new MemberReads(client, caseId).decided());
    }

    private static List<StackAct> acts(JdbcClient client, int caseId, int stack) {
        return client.sql(
                        """
                        SELECT d.entry, d.actor, d.at, d.kind, d.scheme, d.category, d.words,
                            d.target, count(*), EXISTS (SELECT FROM derived.media_decision w
                                WHERE w.case_id = d.case_id AND w.kind = 3 AND w.target = d.entry)
                        FROM derived.media_decision d
                        JOIN derived.media_item i ON i.case_id = d.case_id AND i.digest = d.item
                        WHERE d.case_id = ? AND i.stack = ?
                        GROUP BY d.case_id, d.entry, d.actor, d.at, d.kind, d.scheme, d.category,
                            d.words, d.target
                        ORDER BY d.entry DESC""")
                .param(caseId)
                .param(stack)
                .query(
                        (rows, _) ->
                                new StackAct(
                                        rows.getLong(1),
                                        new Actor(rows.getString(2)),
                                        rows.getTimestamp(3).toInstant(),
                                        decision(
                                                rows.getInt(4),
                                                rows.getString(5),
                                                rows.getString(6),
                                                rows.getString(7),
                                                rows.getLong(8)),
                                        rows.getInt(9),
                                        rows.getBoolean(10)))
                .list();
    }

    private static StackDecision decision(
            int kind, String scheme, String category, String words, long target) {
        return switch (kind) {
            case 1 -> new StackDecision.Category(scheme, category);
            case 2 -> new StackDecision.Note(words);
            default -> new StackDecision.Withdrawal(target);
        };
    }
}
