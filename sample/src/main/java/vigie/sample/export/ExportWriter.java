package vigie.sample.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import vigie.sample.chat.Chat;
import vigie.sample.chat.Entry;
import vigie.sample.export.Shelf.Placed;

/// Writes one export: first where its files go, then, once they are made, its `result.json`.
public final class ExportWriter {
    private static final List<String> PICTURES = List.of("profile_pictures", "stories");

    private final Export export;
    private final List<List<Placed>> placed = new ArrayList<>();
    private final Map<String, Asset> files = new LinkedHashMap<>();
    private final Map<String, List<String>> own = new LinkedHashMap<>();
    private final List<Long> ownDates;

    /// Gives every file its place.
    ///
    /// @param dates when the pictures of the plan were posted, by number
    public ExportWriter(Export export, List<Long> dates) {
        this.export = export;
        ownDates = dates;
        var shelf = new Shelf(export.zone());
        if (export.own() != null) {
            owned("profile_pictures", export.own().pictures(), shelf);
            owned("stories", export.own().stories(), shelf);
        }
        int digits = Math.max(2, Integer.toString(export.views().size()).length());
        int number = 0;
        for (View view : export.views()) {
            number++;
            shelf.conversation(
                    export.own() == null
                            ? ""
                            : String.format(Locale.ROOT, "chats/chat_%0" + digits + "d/", number));
            var list = new ArrayList<Placed>(view.entries().size());
            for (Entry entry : view.entries()) {
                Placed place = shelf.place(entry, view.files());
                list.add(place);
                if (place.path() != null && place.asset() != null) {
                    files.put(place.path(), place.asset());
                }
                if (place.thumbPath() != null && place.thumb() != null) {
                    files.put(place.thumbPath(), place.thumb());
                }
            }
            placed.add(list);
        }
    }

    private void owned(String list, List<Integer> pictures, Shelf shelf) {
        var paths = new ArrayList<String>();
        for (int i = 0; i < pictures.size(); i++) {
            String path = shelf.own(list, i + 1, ownDates.get(pictures.get(i)));
            paths.add(path);
            files.put(path, new Asset.Picture(pictures.get(i)));
        }
        own.put(list, paths);
    }

    /// The export that it writes.
    public Export export() {
        return export;
    }

    /// What lies where, by path within the export.
    public Map<String, Asset> files() {
        return files;
    }

    /// Writes `result.json` into `folder` and counts.
    public Tally write(Path folder, Map<Asset, Asset.Made> made) throws IOException {
        var tally = new Tally();
        Files.createDirectories(folder);
        try (var out = new JsonOut(Files.newOutputStream(folder.resolve("result.json")), true)) {
            var messages = new MessageWriter(out, export, tally, made);
            if (export.own() == null) {
                conversation(out, messages, 0, tally);
            } else {
                full(out, messages, export.own(), tally);
            }
            tally.repaired = out.escapes();
        }
        return tally;
    }

    private void full(JsonOut out, MessageWriter messages, Export.Own owner, Tally tally)
            throws IOException {
        out.object().field("about", About.TELEGRAM);
        var account = new AccountWriter(out, messages, tally);
        account.person(owner);
        for (String list : PICTURES) {
            boolean stories = list.equals("stories");
            account.pictures(
                    list,
                    own.getOrDefault(list, List.of()),
                    (stories ? owner.stories() : owner.pictures())
                            .stream().map(ownDates::get).toList());
        }
        account.contacts(owner);
        account.frequent(owner);
        account.sessions();
        lists(out, messages, tally, "chats", About.CHATS, false);
        lists(out, messages, tally, "left_chats", About.LEFT, true);
        out.endObject();
    }

    private void lists(
            JsonOut out,
            MessageWriter messages,
            Tally tally,
            String key,
            String about,
            boolean left)
            throws IOException {
        if (export.views().stream().noneMatch(view -> view.left() == left)) {
            return;
        }
        out.key(key).object().field("about", about).key("list").array();
        for (int i = 0; i < export.views().size(); i++) {
            if (export.views().get(i).left() == left) {
                conversation(out, messages, i, tally);
            }
        }
        out.endArray().endObject();
    }

    private void conversation(JsonOut out, MessageWriter messages, int number, Tally tally)
            throws IOException {
        View view = export.views().get(number);
        Chat chat = view.chat();
        tally.conversations++;
        out.object();
        if (chat.kind() != Chat.Kind.SAVED) {
            String peer = chat.kind().peer() + chat.id();
            String renamed = export.renamed().get(peer);
            out.field("name", renamed != null && chat.name() != null ? renamed : chat.name());
        }
        out.field("type", chat.kind().word()).field("id", chat.id());
        out.key("messages").array();
        for (Placed place : placed.get(number)) {
            messages.write(place, view.files());
        }
        out.endArray().endObject();
        if (chat.kind().numbered()) {
            tally.gaps += gaps(view);
        }
    }

    /// How many numbers are missing between the lowest and the highest positive one.
    public static long gaps(View view) {
        NavigableSet<Long> ids = numbers(view);
        return ids.isEmpty() ? 0 : ids.last() - ids.first() + 1 - ids.size();
    }

    /// The positive numbers that a view holds.
    public static NavigableSet<Long> numbers(View view) {
        var ids = new TreeSet<Long>(Comparator.naturalOrder());
        view.entries().stream().map(Entry::id).filter(id -> id > 0).forEach(ids::add);
        return ids;
    }
}
