package vigie.readers.telegram;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import vigie.evidence.jsonstream.Repairs;
import vigie.model.claim.Claim;
import vigie.model.material.Span;
import vigie.readers.ClaimSink;

/// Hands claims over, each before the repairs and unknown values that its bytes hold.
final class Output implements Repairs {
    /// No repair spans as many bytes.
    private static final int LENGTHS = 16;

    private final ClaimSink sink;
    private long[] repaired = new long[64];
    private String[] reasons = new String[64];
    private int count;

    Output(ClaimSink sink) {
        this.sink = sink;
    }

    @Override
    public void repaired(long offset, int length, String what) {
        if (count == repaired.length) {
            repaired = Arrays.copyOf(repaired, count * 2);
            reasons = Arrays.copyOf(reasons, count * 2);
        }
        repaired[count] = offset * LENGTHS + length;
        reasons[count] = what;
        count++;
    }

    void claim(Claim claim) throws IOException {
        sink.claim(claim);
        if (count > 0) {
            flush();
        }
    }

    void claim(Claim claim, List<Claim.Unknown> within) throws IOException {
        sink.claim(claim);
        if (count > 0) {
            flush();
        }
        unknown(within);
    }

    void unknown(List<Claim.Unknown> claims) throws IOException {
        for (Claim.Unknown claim : claims) {
            sink.claim(claim);
        }
    }

    void repaired(Span at, String what) throws IOException {
        sink.repaired(at, what);
    }

    /// Reports the repairs of bytes that no claim holds.
    void flush() throws IOException {
        for (int i = 0; i < count; i++) {
            Span at = new Span(repaired[i] / LENGTHS, repaired[i] % LENGTHS);
            sink.repaired(at, reasons[i]);
        }
        count = 0;
    }
}
