package vigie.casework.media.decide;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.casework.media.MediaReads;
import vigie.casework.media.MediaReads.Decided;
import vigie.casework.media.StackMember;
import vigie.casework.operation.CaseEvidence;
import vigie.casework.operation.OpenCase;
import vigie.evidence.ledger.Draft;
import vigie.media.digest.Algorithm;
import vigie.media.digest.Digests;
import vigie.media.sets.vics.Exported;
import vigie.media.sets.vics.HashListWriter;
import vigie.media.sets.vics.VicsWriter;
import vigie.model.casefile.Refusal;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;

/// Hands decisions out: what was decided about which file, by its digests, and by whom, when
/// and under which entry of the ledger; never a picture. The ledger says to whom before the
/// file stands under its name.
public final class Exporting {
    private final OpenCase opened;
    private final MediaReads reads;
    private final CaseEvidence evidence;
    private final String scheme;

    private Exporting(OpenCase opened, MediaReads reads) throws IOException {
        this.opened = opened;
        this.reads = reads;
        this.evidence = CaseEvidence.of(opened);
        this.scheme = reads.rules(opened.name(), opened.actor()).scheme();
    }

    /// In which form.
    public enum Format {
        VICS_1_3("vics-1.3"),
        VICS_2_0("vics-2.0"),
        LIST("list"),
        TABLE("table");

        private final String word;

        Format(String word) {
            this.word = word;
        }

        /// As the command line and the ledger write it.
        public String word() {
            return word;
        }
    }

    /// What left.
    ///
    /// @param files       how many files were decided about
    /// @param otherScheme how many of them in another scheme than the case has now: they leave
    ///     without a category
    /// @param scheme      whose codes the categories are
    /// @param digest      of the file that was written
    /// @param entry       the number of the ledger's entry
    public record Out(long files, long otherScheme, String scheme, Sha256 digest, long entry) {}

    /// Writes a case's decisions into a new file.
    ///
    /// @param recipient to whom it goes, as the ledger keeps it
    /// @throws Refusal where the actor does not read the evidence of the case
    /// @throws IOException where there is such a file already, or a file of the case cannot be read
    public static Out write(
            OpenCase opened,
            MediaReads reads,
            Format format,
            Path out,
            String recipient,
            String purpose)
            throws IOException {
        if (!opened.store().readsContent(opened.name(), opened.actor())) {
            throw new Refusal(
                    Refusal.Kind.PERMISSION,
                    opened.actor() + " does not read the evidence of this case");
        }
        if (Files.exists(out)) {
            throw new FileAlreadyExistsException(out.toString());
        }
        return new Exporting(opened, reads).write(format, out, recipient, purpose);
    }

    private Out write(Format format, Path out, String recipient, String purpose)
            throws IOException {
        List<Decided> decided = reads.decided(opened.name(), opened.actor());
        List<Exported> files = files(decided);
        Path aside = out.resolveSibling(out.getFileName() + ".part");
        try {
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(aside))) {
                write(to, format, files);
            }
            Sha256 digest = Sha256.of(Files.readAllBytes(aside));
            long other = decided.stream().filter(one -> !ours(one)).count();
            long entry =
                    opened.ledger()
                            .append(
                                    Draft.disclosure(
                                                    "media-export",
                                                    opened.actor(),
                                                    purpose,
                                                    List.of(recipient))
                                            .with("format", format.word())
                                            .with("scheme", scheme)
                                            .with("items", files.size())
                                            .with("sha256", digest.hex()))
                            .seq();
            Files.move(aside, out, StandardCopyOption.ATOMIC_MOVE);
            return new Out(files.size(), other, scheme, digest, entry);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private void write(OutputStream to, Format format, List<Exported> files) throws IOException {
        String reference = opened.name().value();
        switch (format) {
            case VICS_1_3 ->
                    VicsWriter.write(
                            to, VicsWriter.Version.V1_3, reference, files.size(), files.iterator());
            case VICS_2_0 ->
                    VicsWriter.write(
                            to, VicsWriter.Version.V2_0, reference, files.size(), files.iterator());
            case LIST -> HashListWriter.list(to, files.iterator());
            case TABLE -> HashListWriter.table(to, files.iterator());
        }
    }

    private boolean ours(Decided one) {
        return one.category().scheme().equals(scheme);
    }

    private List<Exported> files(List<Decided> decided) throws IOException {
        List<Exported> files = new ArrayList<>();
        for (Decided one : decided) {
            StackMember member = one.member();
            Exhibit exhibit =
                    evidence.exhibit(member.item())
                            .orElseThrow(
                                    () ->
                                            new IOException(
                                                    "the ledger knows no exhibit "
                                                            + member.item()));
            Digests digests = digests(exhibit);
            files.add(
                    new Exported(
                            digests.hex(Algorithm.MD5),
                            digests.hex(Algorithm.SHA1),
                            member.digest().hex(),
                            member.size(),
                            type(member),
                            ours(one) ? one.category().code() : null,
                            provenance(one),
                            member.names()));
        }
        // What the same entries decided stands together; sorting keeps the order otherwise.
        files.sort(Comparator.comparingLong(Exporting::entry));
        return files;
    }

    private Exported.Provenance provenance(Decided one) {
        return new Exported.Provenance(
                one.category().text(),
                opened.ledger().origin().toString(),
                one.acts().stream()
                        .map(act -> new Exported.Voice(act.by().id(), act.at(), act.entry()))
                        .toList());
    }

    private static long entry(Exported file) {
        return file.provenance().voices().getLast().entry();
    }

    /// Computed now, under the exhibit's basis: no set may have needed them.
    private Digests digests(Exhibit exhibit) throws IOException {
        try (InputStream bytes = evidence.bytes(exhibit).open(0)) {
            return Digests.of(bytes, EnumSet.of(Algorithm.MD5, Algorithm.SHA1));
        }
    }

    private static @Nullable String type(StackMember member) {
        String format = member.format();
        return format == null ? null : (member.clip() ? "video/" : "image/") + format;
    }
}
