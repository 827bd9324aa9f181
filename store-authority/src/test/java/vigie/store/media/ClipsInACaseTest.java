package vigie.store.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.casework.media.Finding;
import vigie.casework.media.Match;
import vigie.casework.media.StackFilter;
import vigie.casework.media.StackMember;
import vigie.casework.media.match.ConfinedExamining;
import vigie.casework.overview.Slice;
import vigie.media.sets.SetKind;
import vigie.media.video.Ffmpeg;

/// Clips of a case beside the official frame hashes of the same clips, decoded as always.
class ClipsInACaseTest {
    @Test
    void a_clip_is_found_by_the_official_hashes_of_its_frames_and_no_other_is() throws IOException {
        Path video = Path.of(System.getProperty("vigie.shared", "../shared"), "data/video");
        assumeTrue(Files.isDirectory(video), "the public samples are not here: " + video);
        assumeTrue(Ffmpeg.find().installed(), "ffmpeg is not installed");
        try (Club club = new Club(ConfinedExamining::open)) {
            Path export = club.export("clips");
            Files.copy(video.resolve("doorknob-hd-no-bar.mp4"), export.resolve("a.mp4"));
            Files.copy(video.resolve("test-padded-dimensions.mp4"), export.resolve("b.mp4"));
            club.set("door", SetKind.ALERT, video.resolve("doorknob-hd-no-bar.txt"));
            assertEquals(List.of(), club.take(export));
            assertEquals(2, club.reads.counts(club.name, club.anne).clips());
            assertEquals(1, club.reads.counts(club.name, club.anne).of(Finding.SIMILAR));
            int stack =
                    club
                            .reads
                            .stacks(club.name, club.anne, StackFilter.ALL, Slice.first(9))
                            .rows()
                            .stream()
                            .filter(line -> line.finding() == Finding.SIMILAR)
                            .findFirst()
                            .orElseThrow()
                            .stack();
            StackMember member =
                    club.reads
                            .stack(club.name, club.anne, stack)
                            .orElseThrow()
                            .members()
                            .getFirst();
            Match match = member.matches().getFirst();
            assertEquals(1, member.matches().size());
            assertEquals(Match.CLIP, match.by());
            Match.Shares shares = java.util.Objects.requireNonNull(match.shares());
            assertEquals(100, shares.ofFile());
            // The list has thirty frames a second of a camera that moves.
            assertTrue(shares.ofListed() >= 5, shares::toString);
            assertTrue(String.valueOf(match.details()).contains("doorknob-hd-no-bar.txt"));
        }
    }
}
