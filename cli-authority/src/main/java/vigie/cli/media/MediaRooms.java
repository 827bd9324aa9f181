package vigie.cli.media;

import java.util.List;
import java.util.Map;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.SharedCases;
import vigie.casework.operation.Stage;
import vigie.casework.overview.Desk;
import vigie.cli.Console;
import vigie.cli.EditionPart;
import vigie.cli.JsonText;
import vigie.web.Rooms;

/// The rooms of media over one open home.
public final class MediaRooms implements EditionPart.Furnished {
    @Override
    public List<Stage> stages() {
        return List.of();
    }

    @Override
    public EditionPart.Said said(OpenCase opened) {
        return new EditionPart.Said() {
            @Override
            public void fields(String object, JsonText json) {
                // Nothing is counted yet.
            }

            @Override
            public void words(Console console) {
                // Nothing is counted yet.
            }
        };
    }

    @Override
    public Map<String, Object> beans(Rooms rooms) {
        return Map.of();
    }

    @Override
    public List<Desk.Waiting> waiting(SharedCases cases) {
        return List.of();
    }

    @Override
    public void close() {
        // Nothing is held yet.
    }
}
