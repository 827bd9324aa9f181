package vigie.web.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.casework.operation.OpenCase;
import vigie.casework.overview.Custody;
import vigie.casework.overview.LedgerView;
import vigie.casework.overview.Verifications;
import vigie.evidence.ledger.ProofBundle;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.evidence.ledger.timestamp.Minutes;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.web.Rooms;
import vigie.web.frame.Consultations;
import vigie.web.frame.Purposes;
import vigie.web.frame.Visitor;
import vigie.web.frame.Wording;

/// The ledger of a case: its entries, their proofs, checkpoints, verification.
@Controller
class LedgerPages {
    private static final int SIZE = 50;

    /// Kinds whose words are about what people wrote: to read them is to consult evidence.
    private static final Set<String> ABOUT_EVIDENCE = Set.of("note", "translation", "tag");

    private final Rooms rooms;
    private final Purposes purposes;
    private final Consultations consultations;
    private final Wording say;

    LedgerPages(Rooms rooms, Purposes purposes, Consultations consultations, Wording say) {
        this.rooms = rooms;
        this.purposes = purposes;
        this.consultations = consultations;
        this.say = say;
    }

    @GetMapping("/cases/{case}/ledger")
    String entries(
            @PathVariable("case") CaseName name,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Visitor visitor,
            Model model)
            throws IOException {
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            if (visitor.role().seesConsultations()) {
                consultations.enter(opened, visitor, "ledger", List.of());
            }
            model.addAttribute("part", view(opened, visitor).page(before, SIZE));
            model.addAttribute("custody", Custody.of(opened, rooms.bases()));
            model.addAttribute("people", People.of(rooms, visitor));
        }
        return "ledger/entries";
    }

    @GetMapping("/cases/{case}/ledger/{seq}")
    String entry(
            @PathVariable("case") CaseName name,
            @PathVariable long seq,
            Visitor visitor,
            Model model)
            throws IOException {
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            LedgerView.Line line = seen(opened, visitor, seq);
            if (ABOUT_EVIDENCE.contains(line.entry().kind())) {
                consultations.enter(opened, visitor, "entry", List.of(Long.toString(seq)));
            }
            model.addAttribute("line", line);
            model.addAttribute("bundle", opened.proof(seq));
            model.addAttribute("people", People.of(rooms, visitor));
        }
        return "ledger/entry";
    }

    /// The proof of an entry as a file that a stranger can check.
    @GetMapping("/cases/{case}/ledger/{seq}/proof")
    ResponseEntity<byte[]> proof(
            @PathVariable("case") CaseName name, @PathVariable long seq, Visitor visitor)
            throws IOException {
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            seen(opened, visitor, seq);
            ProofBundle bundle = opened.proof(seq);
            return file("proof-" + name + "-" + seq + ".json", bundle.toJson());
        }
    }

    @GetMapping("/cases/{case}/ledger/checkpoint")
    String checkpoint(@PathVariable("case") CaseName name, Visitor visitor, Model model)
            throws IOException {
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            Optional<Checkpoint> latest = opened.ledger().latestCheckpoint();
            model.addAttribute("checkpoint", latest.orElse(null));
            model.addAttribute("key", opened.ledger().verifier().id());
            model.addAttribute("custody", Custody.of(opened, rooms.bases()));
        }
        return "ledger/checkpoint";
    }

    /// Signs a checkpoint over all entries, or records that the sheet of the last one was signed
    /// into minutes.
    @PostMapping("/cases/{case}/ledger/checkpoint")
    String sign(
            @PathVariable("case") CaseName name,
            @RequestParam(defaultValue = "") String minutes,
            Visitor visitor,
            RedirectAttributes next)
            throws IOException {
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            Optional<Checkpoint> latest = opened.ledger().latestCheckpoint();
            if (minutes.isBlank()) {
                opened.checkpoint();
                next.addFlashAttribute("said", say.text("checkpoint.signed"));
            } else if (latest.isPresent()) {
                try {
                    Minutes.record(opened.ledger(), latest.get(), visitor.actor(), minutes.strip());
                    next.addFlashAttribute("said", say.text("checkpoint.recorded"));
                } catch (IllegalArgumentException _) {
                    next.addFlashAttribute("said", say.text("checkpoint.fault"));
                }
            }
        }
        return "redirect:/cases/{case}/ledger/checkpoint";
    }

    /// The checkpoint as a file, to be kept elsewhere.
    @GetMapping("/cases/{case}/ledger/checkpoint/file")
    ResponseEntity<byte[]> checkpointFile(@PathVariable("case") CaseName name, Visitor visitor)
            throws IOException {
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            Checkpoint latest =
                    opened.ledger()
                            .latestCheckpoint()
                            .orElseThrow(
                                    () ->
                                            new Refusal(
                                                    Refusal.Kind.PERMISSION,
                                                    "no checkpoint was signed yet"));
            return file("checkpoint-" + name + "-" + latest.size() + ".txt", latest.bytes());
        }
    }

    @GetMapping("/cases/{case}/verify")
    String verification(@PathVariable("case") CaseName name, Visitor visitor, Model model)
            throws IOException {
        state(name, visitor, model);
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            model.addAttribute("custody", Custody.of(opened, rooms.bases()));
            model.addAttribute("people", People.of(rooms, visitor));
        }
        return "ledger/verify";
    }

    /// Where a verification is: asked again and again while it runs.
    @GetMapping("/cases/{case}/verify/state")
    String state(@PathVariable("case") CaseName name, Visitor visitor, Model model)
            throws IOException {
        Verifications.State state = rooms.verifications().of(name, visitor.actor()).orElse(null);
        model.addAttribute("state", state);
        model.addAttribute(
                "stage",
                switch (state) {
                    case null -> "none";
                    case Verifications.State.Running _ -> "running";
                    case Verifications.State.Ended _ -> "ended";
                    case Verifications.State.Failed _ -> "failed";
                });
        return "ledger/verify :: state";
    }

    @PostMapping("/cases/{case}/verify")
    String verify(@PathVariable("case") CaseName name, Visitor visitor) throws IOException {
        rooms.verifications().start(name, visitor.actor(), purposes.of(name, visitor));
        return "redirect:/cases/{case}/verify";
    }

    private static LedgerView view(OpenCase opened, Visitor visitor) {
        return new LedgerView(opened, LedgerView.Sight.of(visitor.role()));
    }

    private static LedgerView.Line seen(OpenCase opened, Visitor visitor, long seq)
            throws IOException {
        return view(opened, visitor)
                .entry(seq)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        Refusal.Kind.PERMISSION,
                                        "there is no entry " + seq + " to see"));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }
}
