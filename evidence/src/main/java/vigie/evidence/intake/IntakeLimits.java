package vigie.evidence.intake;

/// How far archives are followed; bounds that no real export of 200 GB meets and every bomb does.
///
/// @param archiveBytes bytes that come out of one given archive, nested ones included
/// @param memberBytes  bytes of one member
/// @param members      members of one archive, and files of one given folder
/// @param depth        archives within archives that are opened; deeper ones are kept whole
/// @param ratio        plain bytes a compressed byte may become, beyond the floor
/// @param ratioFloor   plain bytes up to which no ratio is too high
/// @param nameBytes    length of a member's name
/// @param segments     folders in a member's name
public record IntakeLimits(
        long archiveBytes,
        long memberBytes,
        int members,
        int depth,
        int ratio,
        long ratioFloor,
        int nameBytes,
        int segments) {
    /// 2 TiB an archive, 1 TiB a member, two million members, three archives deep. Text of chats
    /// compresses ten- to thirtyfold and deflate at most 1,032-fold: 200-fold beyond 64 MiB is no
    /// text. Names as file systems have them, 4,096 bytes.
    public static final IntakeLimits DEFAULT =
            new IntakeLimits(1L << 41, 1L << 40, 2_000_000, 3, 200, 64L << 20, 4096, 128);

    public IntakeLimits {
        if (archiveBytes < 1
                || memberBytes < 1
                || members < 1
                || depth < 1
                || ratio < 1
                || ratioFloor < 1
                || nameBytes < 1
                || segments < 1) {
            throw new IllegalArgumentException("a bound of intake is below one");
        }
    }
}
