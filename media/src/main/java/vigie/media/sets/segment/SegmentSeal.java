package vigie.media.sets.segment;

/// What ties a segment file to the list that names it.
///
/// @param rows     how many it holds
/// @param length   of the file in bytes
/// @param checksum CRC-32C of its header, which covers all other checksums
public record SegmentSeal(long rows, long length, int checksum) {}
