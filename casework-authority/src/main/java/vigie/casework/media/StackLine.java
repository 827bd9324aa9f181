package vigie.casework.media;

import java.util.Optional;

/// A stack as a list shows it: items that one look serves, veiled.
///
/// @param stack          its number: that of its first item; changes when stacks are joined
/// @param representative the item that stands for it
/// @param clip           whether that is a clip
/// @param finding        what comparing its items says
/// @param items          how many different files it holds
/// @param copies         how many exhibits have exactly the bytes of one of its items
/// @param near           items that are near the representative and not the same
/// @param posts          messages that carry or name one of them
/// @param accounts       different accounts that did so, investigators' not among them
/// @param conversations  different conversations in which they did
/// @param first          the first post that states a time
/// @param category       what was decided, where all that the case requires was
/// @param decided        how many people decided a category that holds
/// @param disagreement   whether they decided differently
public record StackLine(
        int stack,
        int representative,
        boolean clip,
        Finding finding,
        long items,
        long copies,
        long near,
        long posts,
        long accounts,
        long conversations,
        Optional<Post> first,
        Optional<String> category,
        int decided,
        boolean disagreement) {}
