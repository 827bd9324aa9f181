package vigie.cli.media;

import java.util.List;
import java.util.Optional;
import vigie.casework.media.Finding;
import vigie.casework.media.MediaCounts;
import vigie.cli.Console;
import vigie.cli.EditionPart;
import vigie.cli.JsonText;

/// What media say in a status.
record MediaText(Optional<MediaCounts> counts) implements EditionPart.Said {
    /// In the order in which a status names them.
    private static final List<Finding> ORDER =
            List.of(
                    Finding.ALERT,
                    Finding.KNOWN,
                    Finding.CONFLICT,
                    Finding.SIMILAR,
                    Finding.UNSEEN);

    @Override
    public void fields(String object, JsonText json) {
        if (object.equals("media")) {
            counts.ifPresent(
                    all ->
                            json.put("pictures", all.pictures())
                                    .put("clips", all.clips())
                                    .put("unreadable", all.unreadable())
                                    .put("waiting", all.waiting())
                                    .put("sharedSerials", all.serials())
                                    .put(
                                            "matched",
                                            matched ->
                                                    ORDER.forEach(
                                                            finding ->
                                                                    matched.put(
                                                                            finding.word(),
                                                                            all.of(finding))))
                                    .texts("warnings", all.warnings()));
        } else if (object.isEmpty()) {
            counts.ifPresent(all -> json.put("stacks", all.stacks()));
        }
    }

    @Override
    public void words(Console console) {
        counts.ifPresent(
                all -> {
                    console.print(
                            "matched       %,d pictures, %,d clips, %,d unreadable, %,d not examined yet"
                                    .formatted(
                                            all.pictures(),
                                            all.clips(),
                                            all.unreadable(),
                                            all.waiting()));
                    console.print(
                            "              %,d alert, %,d known, %,d conflict, %,d similar, %,d unseen"
                                    .formatted(
                                            all.of(Finding.ALERT),
                                            all.of(Finding.KNOWN),
                                            all.of(Finding.CONFLICT),
                                            all.of(Finding.SIMILAR),
                                            all.of(Finding.UNSEEN)));
                    console.print(
                            "stacks        %,d, of which %,d without the decisions that are required"
                                    .formatted(all.stacks(), all.undecided()));
                    if (all.serials() > 0) {
                        console.print(
                                "serials       %,d serial numbers that different files state"
                                        .formatted(all.serials()));
                    }
                    all.warnings().forEach(warning -> console.print("warning       " + warning));
                });
    }
}
