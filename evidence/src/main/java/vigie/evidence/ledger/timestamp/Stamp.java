package vigie.evidence.ledger.timestamp;

import java.time.Instant;

/// A valid time stamp: the checkpoint existed at this time, says the authority.
///
/// @param size      the size of the checkpoint
/// @param authority the subject of the certificate that signed it
/// @param trusted   whether the certificate leads to a trust anchor of the unit; without one,
///     anybody could have signed it
public record Stamp(long size, Instant at, String authority, boolean trusted) {}
