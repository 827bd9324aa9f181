package vigie.store.rows;

import java.util.List;
import java.util.Optional;
import vigie.casework.overview.Accounts;
import vigie.casework.overview.Activity;
import vigie.casework.overview.Conversations;
import vigie.casework.overview.Exhibits;
import vigie.casework.overview.OverviewStore;
import vigie.casework.overview.OwnLists;
import vigie.casework.overview.Page;
import vigie.casework.overview.Slice;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.material.Exhibit;

/// What screens read, under row-level security.
final class PostgresOverviewStore implements OverviewStore {
    private final PostgresCaseStore cases;

    PostgresOverviewStore(PostgresCaseStore cases) {
        this.cases = cases;
    }

    @Override
    public long generation(CaseName name, Actor actor) {
        return cases.read(
                name,
                actor,
                (client, _, caseId) ->
                        client.sql("SELECT generation FROM derived.summary WHERE case_id = ?")
                                .param(caseId)
                                .query(Long.class)
                                .optional()
                                .orElse(0L));
    }

    @Override
    public Page<Exhibits.Line> exhibits(
            CaseName name, Actor actor, Exhibits.Which which, Slice slice) {
        return cases.read(
                name,
                actor,
                (client, _, caseId) -> new ExhibitReads(client, caseId).page(which, slice));
    }

    @Override
    public Optional<Exhibits.Line> exhibit(CaseName name, Actor actor, int number) {
        return cases.read(
                name, actor, (client, _, caseId) -> new ExhibitReads(client, caseId).one(number));
    }

    @Override
    public List<Exhibits.Sum> acquisitions(CaseName name, Actor actor) {
        return cases.read(
                name, actor, (client, _, caseId) -> new ExhibitReads(client, caseId).sums());
    }

    @Override
    public List<Exhibit> documents(CaseName name, Actor actor) {
        return cases.read(
                name, actor, (client, _, caseId) -> new ExhibitReads(client, caseId).documents());
    }

    @Override
    public Page<Conversations.Line> conversations(
            CaseName name, Actor actor, Conversations.Question question, Slice slice) {
        return cases.read(
                name,
                actor,
                (client, _, caseId) ->
                        new ConversationReads(client, caseId, cases.mask(client, caseId))
                                .page(question, slice));
    }

    @Override
    public Optional<Conversations.Whole> conversation(CaseName name, Actor actor, int number) {
        return cases.read(
                name,
                actor,
                (client, _, caseId) ->
                        new ConversationReads(client, caseId, cases.mask(client, caseId))
                                .whole(number));
    }

    @Override
    public Page<Conversations.Gap> gaps(CaseName name, Actor actor, int conversation, Slice slice) {
        return cases.asActor(
                name,
                actor,
                (client, _, caseId) -> new GapReads(client, caseId).page(conversation, slice));
    }

    @Override
    public Page<Accounts.Seat> members(CaseName name, Actor actor, int conversation, Slice slice) {
        return cases.read(
                name,
                actor,
                (client, _, caseId) ->
                        new AccountReads(client, caseId, cases.mask(client, caseId))
                                .members(conversation, slice));
    }

    @Override
    public Page<Accounts.Line> accounts(
            CaseName name, Actor actor, Accounts.Question question, Slice slice) {
        return cases.read(
                name,
                actor,
                (client, _, caseId) ->
                        new AccountReads(client, caseId, cases.mask(client, caseId))
                                .page(question, slice));
    }

    @Override
    public Optional<Accounts.Whole> account(CaseName name, Actor actor, int number) {
        return cases.read(
                name,
                actor,
                (client, _, caseId) ->
                        new AccountReads(client, caseId, cases.mask(client, caseId)).whole(number));
    }

    @Override
    public Activity activity(CaseName name, Actor actor, int conversation) {
        return cases.read(
                name, actor, (client, _, caseId) -> ActivityReads.of(client, caseId, conversation));
    }

    @Override
    public Page<OwnLists.Contact> contacts(CaseName name, Actor actor, Slice slice) {
        return cases.read(
                name,
                actor,
                (client, _, caseId) ->
                        new OwnListReads(client, caseId, cases.mask(client, caseId))
                                .contacts(slice));
    }

    @Override
    public Page<OwnLists.Session> sessions(CaseName name, Actor actor, Slice slice) {
        return cases.read(
                name,
                actor,
                (client, _, caseId) ->
                        new OwnListReads(client, caseId, cases.mask(client, caseId))
                                .sessions(slice));
    }

    @Override
    public Page<OwnLists.Media> ownMedia(CaseName name, Actor actor, Slice slice) {
        return cases.read(
                name,
                actor,
                (client, _, caseId) ->
                        new OwnListReads(client, caseId, cases.mask(client, caseId)).media(slice));
    }

    @Override
    public Page<OwnLists.UnknownPath> unknownPaths(CaseName name, Actor actor, Slice slice) {
        return cases.read(
                name,
                actor,
                (client, _, caseId) ->
                        new OwnListReads(client, caseId, Mask.NONE).unknownPaths(slice));
    }

    @Override
    public Page<OwnLists.Unknown> unknown(CaseName name, Actor actor, String path, Slice slice) {
        return cases.read(
                name,
                actor,
                (client, _, caseId) ->
                        new OwnListReads(client, caseId, cases.mask(client, caseId))
                                .unknown(path, slice));
    }
}
