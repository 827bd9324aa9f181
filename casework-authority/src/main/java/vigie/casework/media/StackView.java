package vigie.casework.media;

import java.util.List;

/// One stack, for the person who decides about it.
///
/// @param members  its items, the representative first
/// @param posts    its path: who posted which copy where, in the order of time, at most [#POSTS]
/// @param decided  what was decided about its items, the newest first
public record StackView(
        StackLine line, List<StackMember> members, List<Post> posts, List<StackAct> decided) {
    /// More posts are read page by page.
    public static final int POSTS = 200;

    public StackView {
        members = List.copyOf(members);
        posts = List.copyOf(posts);
        decided = List.copyOf(decided);
    }
}
