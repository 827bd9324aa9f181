package vigie.casework.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.evidence.MalformedInput;
import vigie.evidence.intake.Found;
import vigie.evidence.intake.Intake;
import vigie.evidence.intake.IntakeLimits;
import vigie.evidence.intake.IntakeSink;
import vigie.evidence.intake.KeptArchive;
import vigie.evidence.vault.Stored;
import vigie.evidence.vault.VaultBatch;
import vigie.model.casefile.Basis;
import vigie.model.casefile.Refusal;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;
import vigie.readers.Reader;

/// Takes evidence into a case and reads it: bytes into the vault, then entries in the ledger, then
/// rows, then the index, each durable before the next. What is held already is left alone, so that
/// taking again finishes what was interrupted and else changes nothing.
public final class Taking {
    /// Files that become durable together: enough to share the cost of a flush, few enough that a
    /// kill repeats little.
    private static final int BATCH_FILES = 4096;

    private static final long BATCH_BYTES = 256L << 20;

    private final OpenCase opened;
    private final List<Reader> readers;
    private final @Nullable Basis stated;
    private final boolean inPlace;
    private final String purpose;
    private final Progress told;
    private final CaseBook book;
    private final List<String> skipped = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<Exhibit> candidates = new ArrayList<>();
    private Progress progress = Progress.NONE;
    private long fresh;
    private long held;

    /// What taking did.
    ///
    /// @param fresh   exhibits that were new
    /// @param held    exhibits that the case held already
    /// @param skipped what was passed over, each with its reason
    /// @param errors  one sentence for each file that could not be taken or read whole
    public record Taken(long fresh, long held, List<String> skipped, List<String> errors) {
        public Taken {
            skipped = List.copyOf(skipped);
            errors = List.copyOf(errors);
        }
    }

    /// @param stated  the basis to take under, or null for that of the case
    /// @param inPlace whether files are left where they are rather than copied
    public Taking(
            OpenCase opened,
            List<Reader> readers,
            @Nullable Basis stated,
            boolean inPlace,
            String purpose,
            Progress progress)
            throws IOException {
        this.opened = opened;
        this.readers = readers;
        this.stated = stated;
        this.inPlace = inPlace;
        this.purpose = purpose;
        this.told = progress;
        this.book = CaseBook.read(opened.ledger());
    }

    /// Takes and reads what is given, in this order.
    ///
    /// @throws Refusal where the basis does not hold, or a file is not the one that the acquisition
    ///     record states
    /// @throws IOException where somebody else works on the case
    public Taken take(List<Path> given) throws IOException {
        try (CaseWork work = opened.begin(WorkInProgress.Kind.TAKE, told)) {
            progress = work;
            book.refresh();
            return takeAlone(given);
        }
    }

    private Taken takeAlone(List<Path> given) throws IOException {
        Basis basis = stated == null ? book.basis() : stated;
        opened.check(basis);
        ExhibitReading.operator(basis);
        requireExpected(basis, given);
        int number = book.enter(basis, opened.actor(), purpose);
        takeDocument(basis, number);
        for (Path path : given) {
            takeOne(path, basis, number);
        }
        errors.addAll(
                new ExhibitReading(opened, book, readers, purpose, progress).readAll(candidates));
        errors.addAll(StageWork.run(opened, book, purpose, progress));
        opened.checkpoint();
        return new Taken(fresh, held, skipped, errors);
    }

    /// The scan of the order becomes an exhibit when its basis is stated; the ledger remembers of
    /// it the last name only.
    private void takeDocument(Basis basis, int number) throws IOException {
        String document = basis.document();
        if (stated == null || document == null) {
            return;
        }
        Path file = Path.of(document).toRealPath();
        int acquisition = book.enter(number, file.toString(), opened.actor(), purpose);
        try (Intaking intaking = new Intaking(acquisition, null, false)) {
            intaking.keep(
                    new Found(
                            "basis-" + number + "/" + file.getFileName(),
                            null,
                            -1,
                            file,
                            () -> Files.newInputStream(file)));
            intaking.flush();
        }
    }

    /// A file that is not the one that the acquisition record states is refused before anything is
    /// kept or entered.
    private static void requireExpected(Basis basis, List<Path> given) throws IOException {
        Sha256 expected = basis.acquired().sha256();
        for (Path path : expected == null ? List.<Path>of() : given) {
            if (Files.isRegularFile(path)) {
                MessageDigest digest = Sha256.digest();
                try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
                requireExpected(Sha256.ofDigest(digest.digest()), expected, path.toString());
            }
        }
    }

    private static void requireExpected(Sha256 digest, @Nullable Sha256 expected, String path) {
        if (expected != null && !digest.equals(expected)) {
            throw new Refusal(
                    Refusal.Kind.BASIS,
                    "%s has the SHA-256 %s, and the acquisition record states %s"
                            .formatted(path, digest, expected));
        }
    }

    private void takeOne(Path path, Basis basis, int number) throws IOException {
        Path real;
        try {
            real = path.toRealPath();
        } catch (IOException absent) {
            errors.add("cannot take " + path + ": it is not there, or cannot be reached");
            return;
        }
        int acquisition = book.enter(number, real.toString(), opened.actor(), purpose);
        Sha256 expected = Files.isDirectory(real) ? null : basis.acquired().sha256();
        try (Intaking intaking = new Intaking(acquisition, expected, inPlace)) {
            try {
                new Intake(IntakeLimits.DEFAULT).walk(List.of(path), intaking);
            } catch (IOException broken) {
                errors.add(String.valueOf(broken.getMessage()));
            }
            intaking.flush();
        }
    }

    /// Receives files on their way in, keeps them in batches, and enters each batch.
    private final class Intaking implements IntakeSink, AutoCloseable {
        private final int acquisition;
        private final @Nullable Sha256 expected;
        private final boolean inPlace;
        private final VaultBatch batch = opened.vault().batch();
        private final List<Waiting> waiting = new ArrayList<>();

        private record Waiting(String path, @Nullable Sha256 parent, boolean couldBeText) {}

        Intaking(int acquisition, @Nullable Sha256 expected, boolean inPlace) {
            this.acquisition = acquisition;
            this.expected = expected;
            this.inPlace = inPlace;
        }

        @Override
        public void file(Found found) throws IOException {
            keep(found);
            if (batch.size() >= BATCH_FILES || batch.bytes() >= BATCH_BYTES) {
                flush();
            }
        }

        @Override
        public KeptArchive archive(Found found) throws IOException {
            keep(found);
            Exhibit kept = flush().getLast();
            return new KeptArchive(
                    kept.digest(),
                    () -> opened.vault().open(kept, opened.check(book.basis(kept))).channel());
        }

        @Override
        public void skipped(String path, String reason) {
            skipped.add(path + ": " + reason);
        }

        @Override
        public void malformed(MalformedInput error) {
            errors.add(error.getMessage());
        }

        void keep(Found found) throws IOException {
            progress.at("taking " + found.path(), fresh + held + waiting.size());
            Path place = found.place();
            HeadInputStream head;
            if (inPlace && place != null) {
                batch.reference(place);
                try (HeadInputStream in = new HeadInputStream(Files.newInputStream(place))) {
                    in.readNBytes(HeadInputStream.LENGTH);
                    head = in;
                }
            } else {
                try (HeadInputStream in = new HeadInputStream(found.bytes().open())) {
                    batch.put(in, found.path());
                    head = in;
                }
            }
            waiting.add(new Waiting(found.path(), found.parent(), head.couldBeText()));
        }

        /// Makes what waits durable, enters it, and returns its exhibits, new or held.
        List<Exhibit> flush() throws IOException {
            if (waiting.isEmpty()) {
                return List.of();
            }
            opened.unfinished().begin(batch.names());
            List<Stored> stored = batch.commit();
            List<CaseBook.Fresh> entering = new ArrayList<>();
            for (int i = 0; i < stored.size(); i++) {
                Waiting one = waiting.get(i);
                if (one.parent() == null) {
                    requireExpected(stored.get(i).digest(), expected, one.path());
                }
                if (book.held(stored.get(i).digest(), one.path(), acquisition).isEmpty()) {
                    entering.add(new CaseBook.Fresh(stored.get(i), one.path(), one.parent()));
                }
            }
            List<Exhibit> entered = book.enter(acquisition, entering, opened.actor(), purpose);
            opened.unfinished().end();
            opened.store().addExhibits(opened.name(), entered, book.entries());
            fresh += entered.size();
            held += stored.size() - entered.size();
            List<Exhibit> exhibits = new ArrayList<>();
            for (int i = 0; i < stored.size(); i++) {
                Optional<Exhibit> exhibit =
                        book.held(stored.get(i).digest(), waiting.get(i).path(), acquisition);
                exhibits.add(exhibit.orElseThrow());
                if (waiting.get(i).couldBeText()) {
                    candidates.add(exhibit.get());
                }
            }
            waiting.clear();
            return exhibits;
        }

        @Override
        public void close() throws IOException {
            batch.close();
        }
    }

    /// Remembers the first bytes of a stream that passes by.
    private static final class HeadInputStream extends InputStream {
        static final int LENGTH = 512;

        private final InputStream in;
        private final byte[] head = new byte[LENGTH];
        private int length;

        HeadInputStream(InputStream in) {
            this.in = in;
        }

        /// Pictures and clips have zero bytes early on; no text has, but UTF-16, which starts with
        /// a byte order mark.
        boolean couldBeText() {
            if (length == 0) {
                return false;
            }
            if (length >= 2 && (head[0] & 0xfe) == 0xfe && (head[1] & 0xfe) == 0xfe) {
                return true;
            }
            for (int i = 0; i < length; i++) {
                if (head[i] == 0) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            if (next >= 0 && length < LENGTH) {
                head[length++] = (byte) next;
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int got = in.read(bytes, from, count);
            if (got > 0 && length < LENGTH) {
                int take = Math.min(got, LENGTH - length);
                System.arraycopy(bytes, from, head, length, take);
                length += take;
            }
            return got;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
