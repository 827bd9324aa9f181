package vigie.evidence.intake;

import java.util.HashSet;
import java.util.Set;

/// The names that an archive has used: each once, and none both a file and a folder.
final class MemberNames {
    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    /// Notes a file.
    void file(String path) throws MemberName.Unacceptable {
        above(path);
        if (folders.contains(path)) {
            throw new MemberName.Unacceptable("a member is both a file and a folder");
        }
        if (!files.add(path)) {
            throw new MemberName.Unacceptable("two members have the same name");
        }
    }

    /// Notes a folder; an archive may name one again.
    void folder(String path) throws MemberName.Unacceptable {
        above(path);
        if (files.contains(path)) {
            throw new MemberName.Unacceptable("a member is both a file and a folder");
        }
        folders.add(path);
    }

    private void above(String path) throws MemberName.Unacceptable {
        for (int slash = path.lastIndexOf('/');
                slash > 0;
                slash = path.lastIndexOf('/', slash - 1)) {
            String folder = path.substring(0, slash);
            if (files.contains(folder)) {
                throw new MemberName.Unacceptable("a member is both a file and a folder");
            }
            if (!folders.add(folder)) {
                return; // so were those above it
            }
        }
    }
}
