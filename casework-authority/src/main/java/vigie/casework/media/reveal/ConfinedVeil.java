package vigie.casework.media.reveal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.casework.media.Veil;
import vigie.evidence.EvidenceBytes;
import vigie.media.examine.Examined;
import vigie.media.worker.Item;
import vigie.media.worker.Settings;
import vigie.media.worker.Workers;

/// Makes small grey pictures in a worker process of this program, started by the first reveal. Of a
/// clip one frame is shown, where ffmpeg is installed: nothing moves and nothing sounds.
public final class ConfinedVeil implements Veil {
    /// By how many pixels of at most 192 it is blurred, from the least clear on.
    private static final List<Integer> BLUR = List.of(7, 2, 0);

    private @Nullable Workers workers;

    /// One that has no worker yet.
    public ConfinedVeil() {}

    @Override
    public synchronized Optional<byte[]> of(EvidenceBytes bytes, int clear) throws IOException {
        Workers open = workers;
        if (open == null) {
            open = Workers.start(Settings.usual(VeilExaminer.class.getName()));
            workers = open;
        }
        List<Examined> found = new ArrayList<>(1);
        open.examine(
                List.of(new Item(1, bytes.exhibit().size(), () -> bytes.open(0))).iterator(),
                answer -> found.add(answer.examined()));
        return found.stream()
                .findFirst()
                .flatMap(ConfinedVeil::plane)
                .map(plane -> plane.blurred(BLUR.get(Math.clamp(clear, 0, 2))).png());
    }

    private static Optional<Plane> plane(Examined examined) {
        return switch (examined) {
            case Examined.Picture picture -> Plane.told(picture.properties());
            case Examined.Clip clip -> Plane.told(clip.properties());
            case Examined.Unreadable _ -> Optional.empty();
        };
    }

    @Override
    public synchronized void close() {
        Workers open = workers;
        if (open != null) {
            open.close();
        }
        workers = null;
    }
}
