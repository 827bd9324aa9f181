package vigie.readers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.evidence.EvidenceBytes;
import vigie.evidence.MalformedInput;
import vigie.model.claim.Claim;
import vigie.model.material.Span;

/// Everything that a reader hands over for one exhibit, and where it stopped.
public final class Collected implements ClaimSink {
    public final List<Claim> claims = new ArrayList<>();
    public final List<String> repairs = new ArrayList<>();
    public final List<Span> repaired = new ArrayList<>();
    public final List<String> skips = new ArrayList<>();
    public @Nullable MalformedInput error;

    /// Reads the whole exhibit.
    public static Collected read(Reader reader, EvidenceBytes bytes, Companions companions)
            throws IOException {
        Collected all = new Collected();
        try {
            reader.read(bytes, companions, all);
        } catch (MalformedInput malformed) {
            all.error = malformed;
        }
        return all;
    }

    @Override
    public void claim(Claim claim) {
        claims.add(claim);
    }

    @Override
    public void repaired(Span at, String what) {
        repaired.add(at);
        repairs.add(what);
    }

    @Override
    public void skipped(Span at, String why) {
        skips.add(why);
    }

    /// The claims of one type.
    public <T extends Claim> List<T> of(Class<T> type) {
        return claims.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<Claim.Message> messages() {
        return of(Claim.Message.class);
    }
}
