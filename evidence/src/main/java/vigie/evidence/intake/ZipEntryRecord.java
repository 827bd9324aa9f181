package vigie.evidence.intake;

/// A member of a zip archive as the central directory states it.
///
/// @param path       its path, see [MemberName]; empty for the archive's own folder
/// @param raw        the bytes of its name
/// @param folder     whether it is a folder
/// @param method     0 stored, 8 deflated, 9 Deflate64
/// @param flags      the general purpose flags
/// @param crc        the CRC-32 of its plain bytes
/// @param compressed how many bytes it has in the archive
/// @param plain      how many plain bytes it has
/// @param header     the offset of its local header
/// @param record     the offset of its record in the central directory
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record ZipEntryRecord(
        String path,
        byte[] raw,
        boolean folder,
        int method,
        int flags,
        long crc,
        long compressed,
        long plain,
        long header,
        long record) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int DEFLATE64 = 9;
}
