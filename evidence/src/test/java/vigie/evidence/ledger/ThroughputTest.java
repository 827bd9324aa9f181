package vigie.evidence.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.evidence.verify.LedgerVerifier;

class ThroughputTest {
    private static final int BATCH = 500;

    @TempDir Path folder;

    @Test
    void taking_as_many_files_as_the_real_case_costs_seconds(TestReporter reporter)
            throws IOException {
        measure(25_000, Duration.ofSeconds(15), reporter);
    }

    @Test
    @EnabledIfSystemProperty(named = "vigie.long", matches = "true")
    void a_million_entries_take_no_more_each(TestReporter reporter) throws IOException {
        measure(1_000_000, Duration.ofMinutes(5), reporter);
    }

    /// The limit is several times what a quiet machine needs, since this runs beside other tests.
    private void measure(int entries, Duration limit, TestReporter reporter) throws IOException {
        SigningKey key = SigningKey.generate();
        long start = System.nanoTime();
        long appended;
        try (Ledger ledger = Garden.open(folder, key)) {
            for (List<Draft> batch : batches(entries)) {
                ledger.append(batch);
            }
            appended = System.nanoTime();
            ledger.checkpoint();
        }
        long signed = System.nanoTime();
        try (Ledger ledger = Garden.open(folder, key)) {
            assertEquals(entries, ledger.size());
        }
        long opened = System.nanoTime();
        assertTrue(new LedgerVerifier(folder).verify().intact());
        long verified = System.nanoTime();
        reporter.publishEntry(
                "%,d entries: append %d ms, checkpoint %d ms, open %d ms, verify %d ms"
                        .formatted(
                                entries,
                                (appended - start) / 1_000_000,
                                (signed - appended) / 1_000_000,
                                (opened - signed) / 1_000_000,
                                (verified - opened) / 1_000_000));
        assertTrue(appended - start < limit.toNanos(), "too slow");
    }

    private static Iterable<List<Draft>> batches(int entries) {
        if (entries > 100_000) {
            return () ->
                    IntStream.range(0, entries / BATCH)
                            .mapToObj(i -> Garden.takes((long) i * BATCH, (i + 1L) * BATCH))
                            .iterator();
        }
        var batches = new ArrayList<List<Draft>>();
        for (long at = 0; at < entries; at += BATCH) {
            batches.add(Garden.takes(at, at + BATCH));
        }
        return batches;
    }
}
