package vigie.text.place;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vigie.text.gazetteer.Gazetteer;
import vigie.text.word.Words;

/// The names of places in one conversation, gathered text by text, so that each can be understood
/// from the others. Used by one thread at a time.
///
/// It keeps counts by name, not texts: after [#resolve] a mention that was found is asked about.
public final class ConversationPlaces {
    private final Gazetteer gazetteer;
    private final Habits habits = new Habits();
    private final PlaceFinder finder;
    private final Map<Integer, Uses> names = new LinkedHashMap<>();
    private final Set<Integer> accountNames = new HashSet<>();

    /// A conversation that nothing was read of yet.
    public ConversationPlaces(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        finder = new PlaceFinder(gazetteer, habits);
    }

    /// Reads a text of the conversation.
    ///
    /// @return the names of places in it
    public List<Mention> add(String text) {
        List<Mention> found = finder.in(text);
        for (Mention mention : found) {
            names.computeIfAbsent(mention.name(), _ -> new Uses(mention)).add(mention);
        }
        return found;
    }

    /// Notes the name of an account of the conversation: its words are likelier to be that name.
    public void addAccountName(String name) {
        for (Words.Word word : Words.of(name)) {
            byte[] bytes = word.text().getBytes(StandardCharsets.UTF_8);
            int number = gazetteer.word(bytes, 0, bytes.length);
            if (number >= 0 && gazetteer.begin(number) != 0) {
                accountNames.add(gazetteer.begin(number));
            }
        }
    }

    /// Weighs all that was read so far.
    public ResolvedPlaces resolve(CountryHints hints) {
        return new ResolvedPlaces(gazetteer, habits, names, accountNames, hints);
    }
}
