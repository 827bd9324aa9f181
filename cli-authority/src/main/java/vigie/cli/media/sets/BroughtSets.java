package vigie.cli.media.sets;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vigie.cli.EditionPart;
import vigie.cli.Wiring;
import vigie.media.examine.Examined;
import vigie.media.pdq.Hashed;
import vigie.media.pixel.PictureExaminer;
import vigie.media.sets.ImportOrder;
import vigie.media.sets.SetInfo;
import vigie.media.sets.SetKind;
import vigie.media.sets.SetLibrary;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.sample.hashset.HashSets;
import vigie.sample.hashset.PictureHash;

/// Brings the sample's hash sets into a home, as `vigie sets import` does. What it hashes was drawn
/// by this program a moment ago, so it is decoded here.
public final class BroughtSets implements EditionPart.SampleSets {
    private final PictureExaminer pictures = new PictureExaminer();

    /// One.
    public BroughtSets() {}

    @Override
    public PictureHash hash() {
        return jpeg ->
                pictures.picture(jpeg) instanceof Examined.Picture picture
                        ? matchable(picture.views().getFirst().hashed())
                        : Optional.empty();
    }

    private static Optional<String> matchable(Hashed hashed) {
        return hashed.matchable() ? Optional.of(hashed.hash().toString()) : Optional.empty();
    }

    @Override
    public void bring(
            Wiring wiring, CaseName name, List<HashSets.Written> sets, Actor actor, String purpose)
            throws IOException {
        SetActs acts = new SetActs(wiring, actor, purpose);
        for (HashSets.Written set : sets) {
            SetKind kind = SetKind.of(set.kind());
            SetInfo.Label label =
                    new SetInfo.Label(
                            name + "-" + kind.word(),
                            kind,
                            "",
                            "made by vigie demo",
                            "",
                            null,
                            SetInfo.Label.DISTANCE);
            SetLibrary.open(acts.folder(), Clock.systemUTC())
                    .run(
                            new ImportOrder(
                                    label,
                                    List.of(set.file()),
                                    ImportOrder.Mode.REPLACE,
                                    false,
                                    false),
                            acts.entering("set-import"));
        }
    }
}
