package vigie.media.sets.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import vigie.media.sets.record.Entry;
import vigie.media.sets.segment.DigestKind;
import vigie.model.material.Sha256;

/// The frame hashes of one video (vPDQ): `frame,quality,hash,seconds` a line. The file stands for
/// the video, which its frames name.
final class VpdqReader {
    private VpdqReader() {}

    /// @param video  what the frames call their video
    /// @param digest of the file: two videos may be called the same
    static void read(InputStream in, String file, String video, Sha256 digest, SetBuilder out)
            throws IOException {
        CsvRows rows = new CsvRows(in, file, ',');
        List<String> row;
        while ((row = rows.row()) != null) {
            String hex = row.size() == 4 ? Hex.normal(DigestKind.PDQ, row.get(2)) : null;
            if (hex == null
                    || !row.get(0).matches("[0-9]{1,9}")
                    || !row.get(1).matches("[0-9]{1,2}|100")
                    || !row.get(3).matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
                throw rows.broken("is no frame: expected frame,quality,hash,seconds");
            }
            out.entry(
                    Entry.of(
                            DigestKind.PDQ,
                            hex,
                            Integer.parseInt(row.get(1)),
                            Map.of(
                                    "Video",
                                    video,
                                    Entry.VIDEO,
                                    digest.hex(),
                                    "Frame",
                                    row.get(0),
                                    "Seconds",
                                    row.get(3))));
        }
    }
}
