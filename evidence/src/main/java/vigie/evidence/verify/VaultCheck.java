package vigie.evidence.verify;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vigie.evidence.json.Json;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Verb;
import vigie.evidence.verify.Finding.Kind;
import vigie.evidence.verify.VaultFiles.Plain;
import vigie.evidence.verify.VaultFiles.Read;
import vigie.evidence.verify.VaultFiles.Taken;
import vigie.model.material.Sha256;

/// Compares the files of a vault with the `take` entries.
final class VaultCheck {
    /// Reading and hashing keep two cores busy and a disk not much more.
    private static final int THREADS = 2;

    private final VaultFiles vault;
    private final Findings findings;
    private final Map<String, Taken> taken = new HashMap<>();
    private final List<Taken> inPlace = new ArrayList<>();
    private final Set<String> erased = new HashSet<>();
    private final Map<Taken, String> displaced = new ConcurrentHashMap<>();
    private final Set<Sha256> wholeInPlace = ConcurrentHashMap.newKeySet();
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    VaultCheck(VaultFiles vault, Findings findings) {
        this.vault = vault;
        this.findings = findings;
    }

    void entry(Entry entry) {
        if (entry.verb() == Verb.ERASURE) {
            entry.data().text("name").ifPresent(erased::add);
            entry.data().items("names").map(Json.Items::texts).ifPresent(erased::addAll);
        }
        if (entry.kind().equals("take")) {
            Taken file = taken(entry);
            if (file == null) {
                findings.add(Kind.ENTRY_MALFORMED, entry.seq(), "entries", "a take without digest");
            } else if (file.name() == null) {
                inPlace.add(file);
            } else {
                add(file.name(), file);
            }
        }
    }

    void finish() throws IOException {
        var names = new HashSet<String>();
        try (var stored = vault.names()) {
            stored.forEach(names::add);
        }
        long unfinished = 0;
        for (String name : names) {
            if (!taken.containsKey(name) && vault.unfinished(name)) {
                unfinished++;
            } else if (!taken.containsKey(name)) {
                findings.add(Kind.VAULT_SURPLUS, -1, name, "no entry took this file");
            } else if (erased.contains(name)) {
                long entry = entryOf(name);
                findings.add(Kind.VAULT_NOT_ERASED, entry, name, "an entry erases it");
            }
        }
        if (unfinished > 0) {
            findings.note(
                    unfinished
                            + " files are of a batch that was interrupted; taking again ends it");
        }
        var toRead = new ArrayList<>(inPlace);
        for (var file : taken.entrySet()) {
            if (names.contains(file.getKey())) {
                toRead.add(file.getValue());
            } else if (!erased.contains(file.getKey())) {
                findings.add(
                        Kind.VAULT_MISSING, file.getValue().entry(), file.getKey(), "is not there");
            }
        }
        readAll(toRead);
        // Evidence that moved and was referenced anew is whole where it lies now.
        displaced.forEach(
                (file, reason) -> {
                    if (!wholeInPlace.contains(file.sha256())) {
                        altered(file, reason);
                    }
                });
    }

    long files() {
        return files.get();
    }

    long bytes() {
        return bytes.get();
    }

    private long entryOf(String name) {
        Taken file = taken.get(name);
        return file == null ? -1 : file.entry();
    }

    private void add(String name, Taken file) {
        if (erased.remove(name)) {
            taken.remove(name); // taken anew after it was erased
        }
        Taken before = taken.putIfAbsent(name, file);
        if (before != null
                && !(before.sha256().equals(file.sha256())
                        && Objects.equals(before.stored(), file.stored()))) {
            findings.add(
                    Kind.ENTRY_MALFORMED,
                    file.entry(),
                    "entries",
                    "took other bytes under the name that entry " + before.entry() + " gave");
        }
    }

    private static @Nullable Taken taken(Entry entry) {
        Json.Fields data = entry.data();
        try {
            String plain = data.text("sha256").orElse("");
            Sha256 stored = data.text("stored").map(Sha256::new).orElse(null);
            String name = stored == null ? null : data.text("name").orElse(null);
            long size = data.whole("size").orElse(-1);
            if (size < 0 || stored != null && name == null) {
                return null;
            }
            return new Taken(entry.seq(), name, new Sha256(plain), stored, size);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private void readAll(List<Taken> all) throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            var running = new ArrayList<Future<?>>(all.size());
            for (Taken file : all) {
                running.add(threads.submit(() -> read(file)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the vault was read", stopped);
        } catch (ExecutionException failed) {
            throw new IOException("the vault could not be read", failed.getCause());
        }
    }

    private void read(Taken file) {
        try {
            Read read = vault.read(file);
            files.incrementAndGet();
            bytes.addAndGet(read.bytes());
            if (file.stored() != null && !file.stored().equals(read.stored())) {
                altered(file, "its stored bytes are others");
                return;
            }
            switch (read.plain()) {
                case Plain.Unread() -> {}
                case Plain.Held(Sha256 digest) -> compare(file, digest);
                case Plain.InPlace(Sha256 digest) -> {
                    if (compare(file, digest)) {
                        wholeInPlace.add(digest);
                    }
                }
                case Plain.Displaced(String reason) -> displaced.put(file, reason);
            }
        } catch (NoSuchFileException missing) {
            findings.add(Kind.VAULT_MISSING, file.entry(), where(file), "is not there");
        } catch (IOException refused) {
            altered(file, "does not verify: " + refused.getMessage());
        }
    }

    private boolean compare(Taken file, Sha256 plain) {
        boolean same = file.sha256().equals(plain);
        if (!same) {
            altered(file, "its plain bytes are others");
        }
        return same;
    }

    private void altered(Taken file, String says) {
        findings.add(Kind.VAULT_ALTERED, file.entry(), where(file), says);
    }

    private static String where(Taken file) {
        return file.name() == null ? "in place" : file.name();
    }
}
