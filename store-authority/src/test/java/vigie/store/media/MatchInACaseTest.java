package vigie.store.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vigie.casework.media.Finding;
import vigie.casework.media.Post;
import vigie.casework.media.SharedSerial;
import vigie.casework.media.StackFilter;
import vigie.casework.media.StackLine;
import vigie.casework.media.StackView;
import vigie.casework.overview.Page;
import vigie.casework.overview.Slice;
import vigie.evidence.ledger.Entry;
import vigie.media.examine.Examined;
import vigie.media.pdq.PdqHash;
import vigie.media.pixel.PictureExaminer;
import vigie.media.sets.SetKind;

/// What matching says of a case as a whole: media that are only named, what negative sets silence,
/// what floods, and what decodes.
class MatchInACaseTest {
    private final Club club = club();

    private static Club club() {
        try {
            return new Club();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @AfterEach
    void close() throws IOException {
        club.close();
    }

    private List<StackLine> stacks() {
        return club.reads.stacks(club.name, club.anne, StackFilter.ALL, Slice.first(50)).rows();
    }

    private static PdqHash pdq(Path file) throws IOException {
        return assertInstanceOf(
                        Examined.Picture.class,
                        new PictureExaminer().picture(Files.readAllBytes(file)))
                .views()
                .getFirst()
                .hashed()
                .hash();
    }

    /// A bed, and the same smaller.
    private Path beds() throws IOException {
        Path export = club.export("beds");
        Pictures.draw(export.resolve("photos/a.jpg"), 1, 800, 600);
        Pictures.draw(export.resolve("photos/small.jpg"), 1, 400, 300);
        Club.chat(
                export,
                7,
                Club.photo(1, "Ada", "photos/a.jpg"),
                Club.photo(2, "Bea", "photos/small.jpg"));
        return export;
    }

    private static String absent(int id, String name, long size) {
        return """
        {"id":%d,"type":"message","date":"2024-06-02T10:00:00","date_unixtime":"%d","from":"Cem",
         "from_id":"user31","file":"(File not included. Change data exporting settings to download.)",
         "file_name":"%s","file_size":%d,"mime_type":"image/jpeg","text":"","text_entities":[]}"""
                .formatted(id, 1_717_311_600L + id, name, size);
    }

    @Test
    void a_file_that_a_chat_only_names_is_met_by_name_and_size_together() throws IOException {
        Path export = club.export("named");
        Path plan = export.resolve("files/plan.jpg");
        Pictures.draw(plan, 3, 800, 600);
        Club.chat(export, 7, Club.photo(1, "Ada", "files/plan.jpg"));
        Path other = club.export("other");
        Club.chat(
                other,
                8,
                absent(1, "plan.jpg", Files.size(plan)),
                absent(2, "plan.jpg", Files.size(plan) + 1),
                absent(3, "map.jpg", Files.size(plan)));
        assertEquals(List.of(), club.take(export));
        assertEquals(List.of(), club.take(other));
        int stack = stacks().getFirst().stack();
        StackView view = club.reads.stack(club.name, club.anne, stack).orElseThrow();
        assertEquals(
                List.of("Ada FILE", "Cem NAME_AND_SIZE"),
                view.posts().stream()
                        .map((Post post) -> post.accountName() + " " + post.by())
                        .toList());
        assertEquals(2, stacks().getFirst().conversations());
    }

    @Test
    void what_is_near_a_negative_hash_is_neither_similar_nor_stacked() throws IOException {
        Path a = beds().resolve("photos/a.jpg");
        club.pdqSet("lawn", SetKind.ALERT, List.of(pdq(a)));
        club.take(beds());
        assertEquals(2, club.reads.counts(club.name, club.anne).of(Finding.SIMILAR));
        assertEquals(1, stacks().size());
        club.pdqSet("logo", SetKind.NEGATIVE, List.of(pdq(a)));
        assertEquals(List.of(), club.match());
        assertEquals(2, club.reads.counts(club.name, club.anne).of(Finding.UNSEEN));
        assertEquals(2, stacks().size());
        assertTrue(club.entry("match").data().whole("silenced").orElseThrow() > 0);
    }

    @Test
    void what_floods_is_counted_in_the_ledger_and_not_told() throws IOException {
        Path a = beds().resolve("photos/a.jpg");
        PdqHash hash = pdq(a);
        List<PdqHash> around = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            for (int k = 0; k < 16; k++) {
                around.add(
                        new PdqHash(
                                hash.w0() ^ 1L << i, hash.w1() ^ 1L << k, hash.w2(), hash.w3()));
            }
        }
        club.pdqSet("lawn", SetKind.ALERT, around);
        club.take(beds());
        assertEquals(2, club.reads.counts(club.name, club.anne).of(Finding.UNSEEN));
        assertTrue(club.entry("match").data().whole("flooded").orElseThrow() >= 2);
        assertEquals(1, stacks().size());
    }

    @Test
    void a_serial_number_that_different_files_state_links_them() throws IOException {
        Path export = club.export("cameras");
        List<String> stated =
                List.of(
                        "Abelia 12345",
                        "abelia 12345",
                        "Cedar 12345",
                        "Abelia 00000",
                        "Abelia 00000",
                        "Abelia 77777",
                        "Abelia 77777");
        List<String> photos = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            String name = "photos/" + i + ".jpg";
            String[] said = stated.get(i).split(" ", -1);
            Pictures.draw(export.resolve(name), i, 400, 300);
            Pictures.says(export.resolve(name), said[0], said[1]);
            photos.add(Club.photo(i + 1, "Ada", name));
        }
        // The same bytes twice are one file.
        Files.copy(export.resolve("photos/5.jpg"), export.resolve("photos/again.jpg"));
        Club.chat(export, 7, photos.toArray(String[]::new));
        assertEquals(List.of(), club.take(export));
        assertEquals(2, club.reads.counts(club.name, club.anne).serials());
        Page<SharedSerial> shared = club.reads.sharedSerials(club.name, club.anne, Slice.first(10));
        assertEquals(2, shared.total());
        assertEquals(
                List.of("abelia 12345 2", "abelia 77777 2"),
                shared.rows().stream()
                        .map(one -> one.maker() + " " + one.number() + " " + one.files())
                        .toList());
        assertEquals(2, shared.rows().getFirst().items().size());
        assertEquals(0, club.reads.sharedSerials(club.name, club.officer, Slice.first(10)).total());
    }

    @Test
    void a_rebuild_with_another_decoder_says_so_until_the_first_is_back() throws IOException {
        club.decoder = "first 1.0";
        assertEquals(List.of(), club.take(beds()));
        Entry before = club.entry("match");
        assertEquals("jpeg: first 1.0", before.data().text("decodedBy").orElseThrow());
        club.decoder = "second 2.0";
        for (int again = 0; again < 2; again++) {
            List<String> errors = club.rebuild();
            assertEquals(1, errors.size(), errors::toString);
            assertTrue(errors.getFirst().startsWith("decoder-changed: jpeg: first 1.0"));
            assertEquals(
                    "jpeg: first 1.0",
                    club.entry("match").data().text("decodersMissing").orElseThrow());
            assertEquals(errors, club.reads.counts(club.name, club.anne).warnings());
        }
        club.decoder = "first 1.0";
        assertEquals(List.of(), club.rebuild());
        assertEquals(List.of(), club.reads.counts(club.name, club.anne).warnings());
    }
}
