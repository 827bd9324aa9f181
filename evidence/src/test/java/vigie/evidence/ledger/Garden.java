package vigie.evidence.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import vigie.evidence.ledger.checkpoint.Origin;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.material.Sha256;

/// A ledger of an ordinary case for tests: pictures of tomatoes are taken, second by second.
public final class Garden {
    public static final Origin ORIGIN = new Origin("home1", new CaseName("garden"));
    public static final Actor ANNA = new Actor("anna");

    private Garden() {}

    /// A clock that moves one second each time it is asked.
    public static InstantSource clock() {
        var seconds = new AtomicLong();
        Instant start = Instant.parse("2026-11-02T10:00:00Z");
        return () -> start.plus(Duration.ofSeconds(seconds.getAndIncrement()));
    }

    /// The ledger in a folder, under a key.
    public static Ledger open(Path folder, SigningKey key) throws IOException {
        return Ledger.open(folder, ORIGIN, key, new AesSealer(7), clock());
    }

    /// A draft that takes picture `number`, whose path is sealed.
    public static Draft take(long number) {
        return Draft.of(Verb.COLLECTION, "take", ANNA, "order 12/2026")
                .with(
                        "sha256",
                        Sha256.of(("tomato " + number).getBytes(StandardCharsets.UTF_8)).hex())
                .with("size", number)
                .sealing("path", "photos/tomato_" + number + ".jpg");
    }

    /// Drafts from one number up to another.
    public static List<Draft> takes(long from, long to) {
        return LongStream.range(from, to).mapToObj(Garden::take).toList();
    }
}
