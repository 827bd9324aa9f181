package vigie.casework.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.Claim;

/// One unit of work: the claims of one exhibit become rows, all of them or none.
///
/// The order is: [#add] any number of batches, [#finish] once, then the ledger's `read` entry is
/// made
/// durable, then [#commit]. Closed without commit, nothing remains. Used by one thread at a time.
///
/// Where the exporter is an investigator's pseudonym, the account that the export's owner claim (or
/// the basis) names becomes `operator N`: its aliases, phone, user name and texts about itself are
/// kept from every row that is shown, its messages are marked as investigator's acts, and it is
/// never counted as an account.
public interface Gathering extends AutoCloseable {
    /// Adds claims in the order of the bytes.
    void add(List<Claim> batch);

    /// Writes what is still held, connects it, and says what this exhibit gave.
    ///
    /// @param repaired how many repairs the reader declared
    /// @param skipped  how many passages the reader passed over
    /// @param error    why reading stopped early: what was read before stays, marked partial
    Reading finish(long repaired, long skipped, @Nullable String error);

    /// Makes the rows visible and durable.
    void commit();

    @Override
    void close();
}
