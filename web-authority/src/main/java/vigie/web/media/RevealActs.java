package vigie.web.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.casework.media.MediaRoom;
import vigie.casework.media.Revealing.Purpose;
import vigie.casework.media.Revealing.Revealed;
import vigie.casework.operation.OpenCase;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.web.Rooms;
import vigie.web.frame.Visitor;
import vigie.web.frame.Wording;

/// Shows one item to one person because they asked. This form's answer is the only one of the
/// server that holds a picture of a case, and no address can be asked for it again.
@Controller
class RevealActs {
    /// Pages to come back to, below their case.
    private static final Pattern PAGE =
            Pattern.compile("media(/[a-z]+(/[0-9]+)?)?(\\?[a-z0-9=&]*)?");

    private static final MediaType WORDS = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Rooms rooms;
    private final MediaRoom media;
    private final Looking looking;
    private final Wording say;

    RevealActs(Rooms rooms, MediaRoom media, Looking looking, Wording say) {
        this.rooms = rooms;
        this.media = media;
        this.looking = looking;
        this.say = say;
    }

    /// Keeps what the visitor looks for, for this stretch of work, and how clearly, for good.
    ///
    /// @param purpose one of three words; none ends the stretch
    /// @param reason  asked of whoever is not assigned to the case
    /// @param clear   0 the most blurred, 2 not; as before where it is not stated
    @PostMapping("/cases/{case}/media/looking")
    String choose(
            @PathVariable("case") CaseName name,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Integer clear,
            @RequestParam(defaultValue = "") String back,
            Visitor visitor,
            RedirectAttributes next) {
        requireDecider(visitor);
        next.addFlashAttribute(
                "said",
                say.text(
                        Purpose.of(purpose)
                                .map(one -> chosen(name, visitor, one, reason, clear))
                                .orElseGet(
                                        () -> {
                                            looking.end(name);
                                            return "looking.ended";
                                        })));
        return "redirect:" + page(name, back);
    }

    /// Keeps it, and returns the key of what is said about it.
    private String chosen(
            CaseName name,
            Visitor visitor,
            Purpose purpose,
            String reason,
            @Nullable Integer clear) {
        if (reason.isBlank() && !media.exposure().assigned(name, visitor.actor())) {
            return "looking.unassigned";
        }
        int clearness =
                clear == null ? media.exposure().clearness(visitor.actor()) : clear.intValue();
        try {
            looking.choose(name, visitor.actor(), new Looking.Chosen(purpose, reason, clearness));
            return "looking.kept";
        } catch (IllegalArgumentException _) {
            return "looking.fault";
        }
    }

    /// Shows an item: a small grey picture, or a sentence that says why not.
    @PostMapping("/cases/{case}/media/items/{item}/reveal")
    ResponseEntity<byte[]> reveal(
            @PathVariable("case") CaseName name, @PathVariable int item, Visitor visitor) {
        requireDecider(visitor);
        Looking.Chosen chosen = looking.of(name, visitor.actor());
        try (OpenCase opened = rooms.cases().open(name, visitor.actor())) {
            Revealed revealed =
                    media.revealing()
                            .reveal(
                                    opened,
                                    item,
                                    chosen.purpose(),
                                    chosen.reason(),
                                    chosen.clear());
            byte[] png = revealed.png();
            return png.length == 0
                    ? words(HttpStatus.CONFLICT, "reveal.none")
                    : ResponseEntity.ok()
                            .contentType(MediaType.IMAGE_PNG)
                            .header("Content-Disposition", "inline; filename=\"shown.png\"")
                            .header("Vigie-Booking", Long.toString(revealed.booking()))
                            .body(png);
        } catch (IOException _) {
            // Said here: a broken pipe to the decoder must not pass for one to the browser.
            return words(HttpStatus.SERVICE_UNAVAILABLE, "reveal.fault");
        } catch (Refusal refused) {
            return switch (refused.kind()) {
                case PURPOSE -> words(HttpStatus.FORBIDDEN, "reveal.purpose");
                case REASON -> words(HttpStatus.FORBIDDEN, "reveal.reason");
                case LIMIT -> words(HttpStatus.FORBIDDEN, "reveal.limit");
                case BREAK -> words(HttpStatus.FORBIDDEN, "reveal.break");
                case BASIS -> words(HttpStatus.FORBIDDEN, "reveal.basis");
                case PERMISSION, FOUR_EYES, EDITION, KEY, VERSION, SETTINGS -> throw refused;
            };
        }
    }

    /// How long something was shown, as the page tells once it is veiled again.
    @PostMapping("/cases/{case}/media/shown")
    ResponseEntity<Void> shown(
            @PathVariable("case") CaseName name,
            @RequestParam(defaultValue = "0") long booking,
            @RequestParam(defaultValue = "0") long millis,
            Visitor visitor) {
        requireDecider(visitor);
        if (booking > 0 && millis >= 0) {
            media.exposure().shown(visitor.actor(), booking, Duration.ofMillis(millis));
        }
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<byte[]> words(HttpStatus status, String key) {
        return ResponseEntity.status(status)
                .contentType(WORDS)
                .body(say.text(key).getBytes(StandardCharsets.UTF_8));
    }

    /// Back to a page of the screen, and to no other place.
    static String page(CaseName name, @Nullable String back) {
        String own = "/cases/" + name + "/";
        return back != null
                        && back.startsWith(own)
                        && PAGE.matcher(back.substring(own.length())).matches()
                ? back
                : own + "media";
    }

    private static void requireDecider(Visitor visitor) {
        if (!visitor.role().decides()) {
            throw new Refusal(Refusal.Kind.PERMISSION, visitor.actor() + " is shown nothing");
        }
    }
}
