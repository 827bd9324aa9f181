package vigie.web.media;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.casework.media.Post;
import vigie.casework.media.StackLine;
import vigie.casework.operation.RowId;
import vigie.web.frame.Wording;
import vigie.web.writing.EvidenceText;
import vigie.web.writing.Run;

/// Says what comparing found, in words: what stands where others show a picture.
@Component("findings")
public final class FindingText {
    private final Wording say;
    private final EvidenceText texts;

    FindingText(Wording say, EvidenceText texts) {
        this.say = say;
        this.texts = texts;
    }

    /// The finding, copies and first day of a stack; names of people are written apart, as runs.
    public String of(StackLine line) {
        StringBuilder said = new StringBuilder(say.text("finding." + line.finding().word()));
        said.append(say.text("finding.comma"))
                .append(say.text(line.clip() ? "finding.clip" : "finding.picture"));
        if (line.near() > 0) {
            said.append(say.text("finding.comma")).append(counted("finding.near", line.near()));
        }
        long exact = line.copies() - line.items();
        if (exact > 0) {
            said.append(say.text("finding.comma")).append(counted("finding.copies", exact));
        }
        return said.toString();
    }

    /// Where it was posted first: a day, or that no export says.
    public String first(StackLine line) {
        return line.first()
                .map(
                        post ->
                                post.sent() == null
                                        ? say.text("finding.undated")
                                        : say.text("finding.first", day(post.sent())))
                .orElseGet(() -> say.text("finding.unposted"));
    }

    /// A number of things with its word, where the language has one for a single thing.
    public String counted(String key, long number) {
        return say.text(key + (number == 1 ? ".one" : ".many"), say.number(number));
    }

    /// How a post's author is called, with what hides in the name made visible.
    public List<Run> author(Post post) {
        return texts.runs(post.accountName() == null ? "" : post.accountName());
    }

    /// When it was posted; a dash where no export says.
    public String sent(Post post) {
        return post.sent() == null ? "–" : say.stated(Instant.ofEpochSecond(post.sent()));
    }

    /// The same for machines, or "".
    public String machine(Post post) {
        return post.sent() == null ? "" : Instant.ofEpochSecond(post.sent()).toString();
    }

    /// The address of a post's message, within its case.
    public String row(Post post) {
        return RowId.text(post.row());
    }

    /// How a post leads to the file, as a key.
    public String by(Post post) {
        return post.by().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// How long a clip is, in seconds.
    public String seconds(long millis) {
        return say.number(Math.max(0, millis) / 1000);
    }

    private String day(@Nullable Long seconds) {
        return seconds == null
                ? "–"
                : say.day(LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC));
    }
}
