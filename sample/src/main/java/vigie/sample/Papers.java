package vigie.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vigie.sample.export.Export;

/// Writes the legal basis of each export and the order that states it.
final class Papers {
    private record Basis(
            String folder, String act, String authority, String reference, String exporter) {}

    private static final List<Basis> BASES =
            List.of(
                    new Basis(
                            "association",
                            "transmission",
                            "Association Exemple",
                            "T-7/2025",
                            "unknown"),
                    new Basis(
                            "pseudonym",
                            "observation",
                            "Tribunal judiciaire d'Exempleville",
                            "31/2025",
                            "pseudonym"),
                    new Basis(
                            "seized",
                            "seizure",
                            "Tribunal judiciaire d'Exempleville",
                            "12/2025",
                            "seized"),
                    new Basis(
                            "witness", "consent", "Parquet d'Exempleville", "C-4/2025", "witness"));

    private Papers() {}

    /// Writes `basis.yaml` and `order.pdf` beside the export folders.
    static void bases(Path root, Design design) throws IOException {
        for (Basis basis : BASES) {
            Path folder = root.resolve(basis.folder());
            long exports =
                    design.exports().stream()
                            .map(Export::basis)
                            .filter(basis.folder()::equals)
                            .count();
            boolean pseudonym = basis.exporter().equals("pseudonym");
            String account = pseudonym ? ", account: \"" + design.pseudonym().key() + "\"" : "";
            String scope = "exports of " + exports + " chats or accounts, June to November 2025";
            String yaml =
                    """
                    act: %s
                    authority: "%s"
                    reference: "%s"
                    date: 2025-11-24
                    expires: 2099-12-31
                    scope: "%s"
                    document: order.pdf
                    exporter: %s
                    acquired: {by: "operator 7", tool: "Telegram Desktop", version: "6.1.3", \
                    at: 2025-12-04T10:00:00Z, clock: "NTP +0.2 s", seal: "S-%s", sha256: null%s}
                    """
                            .formatted(
                                    basis.act(),
                                    basis.authority(),
                                    basis.reference(),
                                    scope,
                                    basis.exporter(),
                                    basis.folder(),
                                    account);
            Files.writeString(folder.resolve("basis.yaml"), yaml);
            Files.write(
                    folder.resolve("order.pdf"),
                    vigie.sample.clip.Papers.page(
                            List.of(
                                    "SAMPLE - not a real order",
                                    "Act: " + basis.act(),
                                    "Authority: " + basis.authority(),
                                    "Reference: " + basis.reference(),
                                    "Date: 2025-11-24",
                                    "Scope: " + scope)));
        }
    }

    /// How many orders there are.
    static int orders() {
        return BASES.size();
    }
}
