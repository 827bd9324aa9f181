package vigie.evidence.intake;

/// A member of a tar archive.
///
/// @param path   its path, see [MemberName]
/// @param size   its length
/// @param header the offset of its header in the unpacked archive
record TarMember(String path, long size, long header) {}
