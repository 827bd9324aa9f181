package vigie.store.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.RowId;
import vigie.casework.operation.SearchIndex;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;
import vigie.text.identifier.IdentifierKind;
import vigie.text.identifier.Normal;
import vigie.text.word.Folding;

/// Indexes the messages of one exhibit; whatever is not committed leaves no trace.
final class ExhibitIndexing implements SearchIndex.Indexing {
    /// Names are written out beyond this many, so that a hostile export cannot fill the memory.
    private static final int MAX_NAMES = 100_000;

    /// The files of smaller exhibits are written as one, since each is made durable by itself.
    private static final int SMALL = 50_000;

    private final IndexWriter writer;
    private final int exhibit;
    private final int operator;
    private final CommitState before;
    private final Runnable changed;
    private final Runnable ended;
    private final Queue<MessageFields> idle = new ConcurrentLinkedQueue<>();
    private final Map<Author, BytesRef> authors = new ConcurrentHashMap<>();
    private final Map<ConversationId, BytesRef> conversations = new ConcurrentHashMap<>();
    private final Set<Name> names = ConcurrentHashMap.newKeySet();
    private final LongAdder claims = new LongAdder();
    private volatile @Nullable String owner;

    /// A name of an author or conversation, and everything under which it is found whole.
    private record Name(char what, String key, Set<String> ids, String name) {}

    ExhibitIndexing(
            IndexWriter writer,
            int exhibit,
            int operator,
            String declaredOwner,
            CommitState before,
            Runnable changed,
            Runnable ended)
            throws IOException {
        this.writer = writer;
        this.exhibit = exhibit;
        this.operator = operator;
        this.before = before;
        this.changed = changed;
        this.ended = ended;
        owner = declaredOwner.isEmpty() ? null : declaredOwner;
        if (before.exhibits().contains(exhibit)) {
            writer.deleteDocuments(
                    NumericDocValuesField.newSlowRangeQuery(
                            Terms.ROW, RowId.of(exhibit, 0), RowId.of(exhibit + 1, 0) - 1),
                    NumericDocValuesField.newSlowExactQuery(Names.OF, exhibit));
        }
    }

    @Override
    public void add(List<Claim> batch) throws IOException {
        for (Claim claim : batch) {
            if (!(claim instanceof Claim.Message)) {
                name(claim);
            }
        }
        MessageFields pooled = idle.poll();
        MessageFields fields = pooled == null ? new MessageFields(exhibit) : pooled;
        writer.addDocuments(() -> new Messages(batch, fields));
        idle.add(fields);
        claims.add(batch.size());
        if (names.size() > MAX_NAMES) {
            writeNames();
        }
    }

    /// The messages of a batch as documents.
    private final class Messages implements Iterator<Iterable<? extends IndexableField>> {
        private final List<Claim> batch;
        private final MessageFields fields;
        private int at;

        Messages(List<Claim> batch, MessageFields fields) {
            this.batch = batch;
            this.fields = fields;
        }

        @Override
        public boolean hasNext() {
            while (at < batch.size() && !(batch.get(at) instanceof Claim.Message)) {
                at++;
            }
            return at < batch.size();
        }

        @Override
        public Iterable<? extends IndexableField> next() {
            if (!hasNext() || !(batch.get(at++) instanceof Claim.Message message)) {
                throw new java.util.NoSuchElementException();
            }
            Author author = message.author();
            return fields.of(
                    message,
                    author == null ? null : author(author),
                    conversation(message.conversation()));
        }
    }

    private @Nullable BytesRef author(Author author) {
        BytesRef term = authors.get(author);
        return term != null ? term : newAuthor(author);
    }

    private @Nullable BytesRef newAuthor(Author author) {
        AccountId account = author.account();
        String name = author.name() == null ? "" : author.name();
        if (account == null && name.isEmpty()) {
            return null;
        }
        String key = account == null ? "~" + Folding.fold(name) : account.key();
        BytesRef term = Terms.exact(Terms.AUTHOR, key);
        if (authors.size() > MAX_NAMES) {
            authors.clear();
        }
        if (authors.putIfAbsent(author, term) == null) {
            Set<String> ids = account == null ? Set.of(key) : ids(account);
            names.add(new Name(Terms.AUTHOR, key, ids, name));
        }
        return term;
    }

    private static Set<String> ids(AccountId account) {
        return new LinkedHashSet<>(
                List.of(account.key(), account.id(), account.type() + account.id()));
    }

    private BytesRef conversation(ConversationId id) {
        BytesRef term = conversations.get(id);
        if (term != null) {
            return term;
        }
        if (conversations.size() > MAX_NAMES) {
            conversations.clear();
        }
        name(id, "");
        BytesRef fresh = Terms.exact(Terms.CONVERSATION, id.key());
        conversations.put(id, fresh);
        return fresh;
    }

    private void name(ConversationId id, String name) {
        String unscoped = id.platform() + ":" + id.type() + ":" + id.id();
        var ids = new LinkedHashSet<>(List.of(id.key(), id.id(), id.type() + id.id()));
        ids.add(unscoped);
        names.add(new Name(Terms.CONVERSATION, id.key(), ids, name));
    }

    private void name(Claim claim) {
        switch (claim) {
            case Claim.Conversation(_, var id, _, String name, _) ->
                    name(id, name == null ? "" : name);
            case Claim.Owner(_, var account, var first, var last, var phone, var user, _) -> {
                if (account != null && operator > 0 && owner == null) {
                    owner = account.key();
                }
                if (account != null && operator == 0) {
                    name(account, first, last, phone, user);
                }
            }
            case Claim.Contact(_, _, var account, var first, var last, var phone, _, _) -> {
                if (account != null) {
                    name(account, first, last, phone, null);
                }
            }
            case Claim.Message _,
                    Claim.Migration _,
                    Claim.Session _,
                    Claim.OwnMedia _,
                    Claim.Unknown _ -> {}
        }
    }

    private void name(
            AccountId account,
            @Nullable String first,
            @Nullable String last,
            @Nullable String phone,
            @Nullable String user) {
        Set<String> ids = ids(account);
        if (phone != null) {
            ids.add(Normal.of(IdentifierKind.PHONE, phone));
        }
        if (user != null) {
            ids.add(Normal.of(IdentifierKind.HANDLE, user));
        }
        String name = (first == null ? "" : first) + " " + (last == null ? "" : last);
        names.add(new Name(Terms.AUTHOR, account.key(), ids, name.strip()));
    }

    /// Writes the names held so far, those of the pseudonym apart.
    private synchronized void writeNames() throws IOException {
        var documents = new ArrayList<Iterable<IndexableField>>();
        for (Iterator<Name> all = names.iterator(); all.hasNext(); ) {
            Name name = all.next();
            all.remove();
            boolean masked = operator > 0 && name.key().equals(owner);
            documents.add(
                    Names.document(
                            name.what(),
                            Terms.exact(name.what(), name.key()),
                            exhibit,
                            name.ids(),
                            masked ? "" : name.name().toLowerCase(Locale.ROOT)));
        }
        writer.addDocuments(documents);
    }

    @Override
    public void commit() throws IOException {
        writeNames();
        writer.getConfig().setUseCompoundFile(claims.sum() < SMALL);
        String account = owner;
        CommitState.Mask mask =
                operator > 0 && account != null ? new CommitState.Mask(operator, account) : null;
        writer.setLiveCommitData(before.with(exhibit, mask).data().entrySet());
        writer.commit();
        if (writer.hasUncommittedChanges()) {
            writer.commit();
        }
        changed.run();
    }

    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } finally {
            ended.run();
        }
    }
}
