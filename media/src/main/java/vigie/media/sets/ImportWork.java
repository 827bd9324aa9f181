package vigie.media.sets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import vigie.evidence.disk.Durable;
import vigie.media.sets.nsrl.Delta;
import vigie.media.sets.source.SetBuilder;
import vigie.media.sets.source.Source;
import vigie.media.sets.source.SourceFormat;
import vigie.model.casefile.Refusal;
import vigie.model.material.Sha256;

/// One import while it is built.
final class ImportWork implements AutoCloseable {
    private final Path aside;
    private final ImportOrder order;
    private final Manifest.@Nullable Held old;
    private final SetBuilder builder;
    private final Path base;
    private final List<CompletableFuture<Sha256>> digests = new ArrayList<>();
    private final List<SourceFormat> formats = new ArrayList<>();
    private final List<String> readAs = new ArrayList<>();
    private final boolean delta;

    /// @param aside a folder that was just made
    /// @param old   the set of this name
    ImportWork(Path folder, Path aside, ImportOrder order, Manifest.@Nullable Held old)
            throws IOException {
        this.aside = aside;
        this.order = order;
        this.old = old;
        base = aside.resolve("base.db");
        boolean changes = false;
        for (Path file : order.files()) {
            formats.add(SourceFormat.of(file));
            changes |= formats.getLast() == SourceFormat.NSRL_DELTA;
        }
        delta = changes;
        boolean adding = !changes && order.mode() == ImportOrder.Mode.ADD;
        builder = new SetBuilder(aside, old != null && adding ? old.records().size() : 0);
        for (Path file : order.files()) {
            digests.add(
                    CompletableFuture.supplyAsync(
                            () -> digest(file), task -> Thread.ofPlatform().daemon().start(task)));
        }
        if (delta) {
            findBase(folder);
        }
    }

    private void findBase(Path folder) throws IOException {
        boolean brought = formats.getFirst() == SourceFormat.NSRL;
        boolean kept = old != null && old.base() && order.mode() == ImportOrder.Mode.ADD;
        for (int i = brought ? 1 : 0; i < formats.size(); i++) {
            if (formats.get(i) != SourceFormat.NSRL_DELTA) {
                throw new Refusal(
                        Refusal.Kind.SETTINGS,
                        order.files().get(i) + " does not go with a delta of NSRL");
            }
        }
        if (!brought && !kept) {
            throw new Refusal(
                    Refusal.Kind.SETTINGS,
                    "a delta of NSRL changes the database before it: give that first, or add the"
                            + " delta to a set that keeps its base");
        }
        Path from =
                brought || old == null
                        ? order.files().getFirst()
                        : SetFolder.base(folder, old.info().id());
        Files.copy(from, base, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static Sha256 digest(Path file) {
        byte[] buffer = new byte[1 << 18];
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            for (int count; (count = in.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, count);
            }
        } catch (IOException why) {
            throw new CompletionException(why);
        }
        return Sha256.ofDigest(digest.digest());
    }

    private Sha256 digest(int i) throws IOException {
        try {
            return digests.get(i).join();
        } catch (CompletionException why) {
            throw why.getCause() instanceof IOException broken ? broken : new IOException(why);
        }
    }

    /// Whether a set was made from all these bytes, so that importing them changes nothing; where
    /// it is to be replaced, from nothing else and under the same label.
    boolean holdsAll(SetInfo info) throws IOException {
        if (order.mode() == ImportOrder.Mode.REPLACE
                && (info.files().size() != digests.size() || !info.label().equals(order.label()))) {
            return false;
        }
        List<Sha256> held = info.files().stream().map(SetInfo.SourceFile::digest).toList();
        for (int i = 0; i < digests.size(); i++) {
            if (!held.contains(digest(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether what is built comes beside what the set has; a delta builds it anew.
    boolean adds() {
        return order.mode() == ImportOrder.Mode.ADD && !delta;
    }

    SetBuilder.Built build() throws IOException {
        for (int i = 0; i < formats.size(); i++) {
            Path file = order.files().get(i);
            switch (formats.get(i)) {
                case NSRL_DELTA -> {
                    Delta.apply(file, base);
                    readAs.add("nsrl-delta");
                }
                case NSRL ->
                        readAs.add(
                                delta
                                        ? "nsrl"
                                        : Source.read(file, SourceFormat.NSRL, false, builder));
                case VICS, CSV, VPDQ, LIST ->
                        readAs.add(Source.read(file, formats.get(i), order.pdq(), builder));
            }
        }
        if (delta) {
            Source.read(base, SourceFormat.NSRL, false, builder);
        }
        SetBuilder.Built built = builder.finish();
        if (built.parts().isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.SETTINGS,
                    "nothing in " + order.files() + " is a digest: no set was made");
        }
        return built;
    }

    /// Keeps the database for later deltas, where that was asked for or done before.
    boolean keepBase(Path to) throws IOException {
        boolean wanted = order.keepBase() || delta && old != null && old.base();
        if (!wanted || formats.getFirst() != SourceFormat.NSRL && !delta) {
            return false;
        }
        if (!delta) {
            Files.copy(order.files().getFirst(), base);
        }
        Durable.syncFile(base);
        Files.move(base, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    SetInfo info(int id, Instant now, SetBuilder.Built built) throws IOException {
        List<SetInfo.SourceFile> files = new ArrayList<>();
        Set<String> warnings = new LinkedHashSet<>();
        long entries = built.entries();
        if (order.mode() == ImportOrder.Mode.ADD && old != null) {
            files.addAll(old.info().files());
            if (!delta) {
                warnings.addAll(old.info().warnings());
                entries += old.info().records();
            }
        }
        warnings.addAll(built.warnings());
        for (int i = 0; i < digests.size(); i++) {
            Path file = order.files().get(i);
            files.add(
                    new SetInfo.SourceFile(
                            String.valueOf(file.getFileName()),
                            digest(i),
                            Files.size(file),
                            readAs.get(i)));
        }
        return new SetInfo(id, order.label(), now, files, Map.of(), entries, List.copyOf(warnings));
    }

    @Override
    public void close() throws IOException {
        builder.close();
    }

    @Override
    public String toString() {
        return "import in " + aside;
    }
}
