package vigie.sample;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a reader of the sample should count, over one export or all of them; the meaning of each
/// component is that of the same component of a case's counts.
///
/// @param exhibits        files, the scans of orders included
/// @param read            elements of conversations
/// @param repaired        escapes `\xNN`, each occurrence in a file
/// @param skipped         passages passed over: none
/// @param unsupported     elements that the exporter could not write
/// @param unknown         values that a complete reader would not know: none
/// @param partial         files that end early: none
/// @param gaps            numbers missing between the lowest and the highest positive one of some
///     copy of a supergroup or channel, and missing in every copy; of one export: in that copy
/// @param accounts        distinct typed ids of accounts, pseudonyms not among them; each of them
///     wrote or did something
/// @param conversations   distinct conversations, copies counted once
/// @param messages        elements that a person wrote, copies counted each
/// @param events          elements that the platform reports, copies counted each
/// @param mediaFiles      files that something refers to
/// @param mediaReferenced references to files, one for each key that holds a path or a sentence
/// @param mediaAbsent     references without a file
/// @param overlapping     conversations in more than one export
/// @param oneSided        messages that the other copy of their conversation lacks although they
///     are within its range
public record Counts(
        long exhibits,
        long read,
        long repaired,
        long skipped,
        long unsupported,
        long unknown,
        long partial,
        long gaps,
        long accounts,
        long conversations,
        long messages,
        long events,
        long mediaFiles,
        long mediaReferenced,
        long mediaAbsent,
        long overlapping,
        long oneSided) {
    /// Every count under its name, in order.
    public SequencedMap<String, Long> byName() {
        var map = new LinkedHashMap<String, Long>();
        map.put("exhibits", exhibits);
        map.put("read", read);
        map.put("repaired", repaired);
        map.put("skipped", skipped);
        map.put("unsupported", unsupported);
        map.put("unknown", unknown);
        map.put("partial", partial);
        map.put("gaps", gaps);
        map.put("accounts", accounts);
        map.put("conversations", conversations);
        map.put("messages", messages);
        map.put("events", events);
        map.put("mediaFiles", mediaFiles);
        map.put("mediaReferenced", mediaReferenced);
        map.put("mediaAbsent", mediaAbsent);
        map.put("overlapping", overlapping);
        map.put("oneSided", oneSided);
        return map;
    }
}
