package vigie.casework.operation;

/// Counts over a case.
///
/// @param read        elements of conversations that became a message, event or unsupported claim
/// @param repaired    declared repairs
/// @param skipped     passages passed over with a reason
/// @param unsupported elements that the exporter itself could not write
/// @param unknown     values preserved without being understood
/// @param partial     exhibits whose reading stopped early
/// @param absent      files that the source says it did not include
/// @param gaps        ids missing in supergroups and channels, between the lowest and the highest
///     of some copy, that no copy holds: deleted or not exported, unknown which
/// @param accounts    distinct accounts, investigators' pseudonyms not among them
/// @param mediaFiles  collected files that some message, contact or profile refers to
/// @param mediaReferenced references to files
/// @param mediaAbsent references without a collected file, placeholders included
/// @param overlapping conversations that more than one exhibit holds
/// @param oneSided    messages within the range of another copy of their conversation that lacks
///     them
public record CaseCounts(
        long exhibits,
        long read,
        long repaired,
        long skipped,
        long unsupported,
        long unknown,
        long partial,
        long absent,
        long gaps,
        long accounts,
        long conversations,
        long messages,
        long events,
        long mediaFiles,
        long mediaReferenced,
        long mediaAbsent,
        long overlapping,
        long oneSided) {}
