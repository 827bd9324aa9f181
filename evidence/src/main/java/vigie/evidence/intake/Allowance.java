package vigie.evidence.intake;

/// What may still come out of one given archive, nested archives included: bytes, and plain bytes
/// against the bytes that were given.
final class Allowance {
    private final IntakeLimits limits;
    private final long given;
    private long taken;

    /// @param given the length of the outermost archive
    Allowance(IntakeLimits limits, long given) {
        this.limits = limits;
        this.given = given;
    }

    IntakeLimits limits() {
        return limits;
    }

    /// Counts plain bytes.
    void take(long bytes) throws MemberName.Unacceptable {
        taken += bytes;
        if (taken > limits.archiveBytes()) {
            throw new MemberName.Unacceptable(
                    "more than " + limits.archiveBytes() + " bytes come out of the archive");
        }
        if (tooDense(taken, given)) {
            throw new MemberName.Unacceptable(
                    "the archive expands more than " + limits.ratio() + "-fold");
        }
    }

    /// Whether a member expands beyond what text does.
    boolean tooDense(long plain, long compressed) {
        return plain > limits.ratioFloor() && plain / limits.ratio() > compressed;
    }
}
