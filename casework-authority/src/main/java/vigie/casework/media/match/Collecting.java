package vigie.casework.media.match;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.casework.media.MediaStore;
import vigie.casework.media.MediaStore.Item;
import vigie.casework.operation.StageWork;
import vigie.media.sets.HashSets;
import vigie.media.sets.segment.DigestKind;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;

/// Finds which exhibits are pictures or clips, and computes the digests that some set asks for, in
/// the same read. Nothing is decoded.
final class Collecting {
    private static final int BATCH = 500;
    private static final int BUFFER = 1 << 16;

    private final StageWork work;
    private final MediaStore store;
    private final Permissions permissions;
    private final boolean md5;
    private final boolean sha1;
    private final List<String> errors = new ArrayList<>();
    private int found;

    Collecting(StageWork work, MediaStore store, Permissions permissions, HashSets sets) {
        this.work = work;
        this.store = store;
        this.permissions = permissions;
        this.md5 = sets.asks(DigestKind.MD5);
        this.sha1 = sets.asks(DigestKind.SHA1);
    }

    /// Looks at what is new, and computes what is lacking of what is not.
    ///
    /// @return whether anything was found or computed
    boolean run() throws IOException {
        fresh();
        return lacking() || found > 0;
    }

    List<String> errors() {
        return errors;
    }

    private void fresh() throws IOException {
        Set<Sha256> known = new HashSet<>();
        store.items(work.opened().name()).forEach(item -> known.add(item.digest()));
        int seen = store.state(work.opened().name()).seen();
        boolean whole = true;
        List<Item> batch = new ArrayList<>();
        List<Exhibit> exhibits = work.evidence().exhibits();
        int last = exhibits.isEmpty() ? 0 : exhibits.getLast().number();
        for (Exhibit exhibit : exhibits) {
            if (exhibit.number() <= seen) {
                continue;
            }
            if (exhibit.size() > 0 && !known.contains(exhibit.digest())) {
                // What no basis opens now is looked at another time.
                whole &= permissions.check(exhibit).isPresent();
                look(exhibit).ifPresent(batch::add);
                known.add(exhibit.digest());
            }
            if (batch.size() == BATCH || exhibit.number() == last) {
                work.progress().at("matching", found, exhibit.number(), last);
                found += batch.size();
                store.add(work.opened().name(), batch, whole ? exhibit.number() : 0);
                batch.clear();
            }
        }
    }

    private Optional<Item> look(Exhibit exhibit) throws IOException {
        if (permissions.openable(exhibit.digest()).isEmpty()) {
            return Optional.empty();
        }
        return read(permissions.openable(exhibit.digest()).get(), exhibit.number());
    }

    /// The item that an exhibit is, if it is media.
    private Optional<Item> read(Exhibit exhibit, int number) {
        try (InputStream in = work.evidence().bytes(exhibit).open(0)) {
            byte[] head = in.readNBytes(MediaKind.HEAD);
            if (!MediaKind.is(head)) {
                return Optional.empty();
            }
            MessageDigest one = md5 ? digest("MD5") : null;
            MessageDigest other = sha1 ? digest("SHA-1") : null;
            if (one != null || other != null) {
                update(one, other, head, head.length);
                byte[] buffer = new byte[BUFFER];
                for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                    update(one, other, buffer, got);
                }
            }
            return Optional.of(
                    new Item(number, exhibit.digest(), exhibit.size(), hex(one), hex(other)));
        } catch (IOException unreadable) {
            errors.add(exhibit.path() + ": " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    /// Digests that a set asks for now and none did when an item was found.
    private boolean lacking() {
        List<Item> batch = new ArrayList<>();
        boolean any = false;
        for (Item item : store.items(work.opened().name())) {
            if (md5 && item.md5() == null || sha1 && item.sha1() == null) {
                permissions
                        .openable(item.digest())
                        .flatMap(exhibit -> read(exhibit, item.item()))
                        .ifPresent(batch::add);
            }
            if (batch.size() == BATCH) {
                store.digests(work.opened().name(), batch);
                batch.clear();
                any = true;
            }
        }
        store.digests(work.opened().name(), batch);
        return any || !batch.isEmpty();
    }

    private static void update(
            @Nullable MessageDigest one, @Nullable MessageDigest other, byte[] bytes, int count) {
        if (one != null) {
            one.update(bytes, 0, count);
        }
        if (other != null) {
            other.update(bytes, 0, count);
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + algorithm, impossible);
        }
    }

    private static @Nullable String hex(@Nullable MessageDigest digest) {
        return digest == null ? null : HexFormat.of().formatHex(digest.digest());
    }
}
