package vigie.casework.media.match;

import vigie.media.examine.Examined;
import vigie.media.examine.Examiner;
import vigie.media.pdq.Hashed;
import vigie.media.pixel.PictureExaminer;
import vigie.media.view.Views;

/// What decodes the media of a case in a confined worker, which makes one by its name: pictures
/// with the views that find them again without border or margin.
public final class CaseExaminer implements Examiner {
    private final PictureExaminer pictures = new PictureExaminer().and(Views::of);

    /// One.
    public CaseExaminer() {}

    @Override
    public void warmUp() {
        pictures.warmUp();
    }

    @Override
    public String decoder() {
        return pictures.decoder();
    }

    @Override
    public Examined picture(byte[] file) {
        return pictures.picture(file);
    }

    @Override
    public Hashed frame(byte[] grey, int width, int height) {
        return pictures.frame(grey, width, height);
    }
}
