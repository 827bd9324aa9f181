package vigie.text.place;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.text.gazetteer.Gazetteer;
import vigie.text.gazetteer.Place;

final class CalibrationTest {
    private static final int CONVERSATIONS = 300;
    private static final int BUCKETS = 10;

    private final double[] sums = new double[BUCKETS];
    private final int[] hits = new int[BUCKETS];
    private final int[] counts = new int[BUCKETS];
    private int outings;
    private int right;
    private int largest;
    private int countries;
    private int rightCountries;

    @Test
    void probabilities_are_as_often_right_as_they_say_on_made_up_conversations() {
        Gazetteer world = Gazetteer.builtIn();
        var clubs = new Outings(world, 20260505);
        for (int i = 0; i < CONVERSATIONS; i++) {
            conversation(world, clubs.next());
        }
        double error = 0;
        double all = Arrays.stream(counts).sum();
        for (int i = 0; i < BUCKETS; i++) {
            double mean = sums[i] / Math.max(1, counts[i]);
            double share = (double) hits[i] / Math.max(1, counts[i]);
            error += counts[i] / all * Math.abs(mean - share);
            assertTrue(counts[i] < 75 || Math.abs(mean - share) < 0.15, figures());
        }
        assertTrue(error < 0.03, figures());
        assertTrue(right > largest && right > 0.85 * outings, figures());
        assertTrue(rightCountries > 0.97 * countries && countries > 0.6 * outings, figures());
        if (Boolean.getBoolean("vigie.places.figures")) {
            throw new AssertionError(figures());
        }
    }

    private void conversation(Gazetteer world, List<Outings.Told> told) {
        var conversation = new ConversationPlaces(world);
        var mentions = new ArrayList<List<Mention>>();
        told.forEach(text -> mentions.add(conversation.add(text.text())));
        ResolvedPlaces resolved = conversation.resolve(CountryHints.NONE);
        for (int i = 0; i < told.size(); i++) {
            for (Mention mention : mentions.get(i)) {
                judge(told.get(i), mention, resolved.of(mention));
            }
        }
    }

    private void judge(Outings.Told told, Mention mention, Resolution resolution) {
        boolean outing = mention.in(told.text()).equalsIgnoreCase(told.name());
        Place truth = outing ? told.truth() : null;
        for (var candidate : resolution.candidates()) {
            int bucket = Math.min(BUCKETS - 1, (int) (candidate.probability() * BUCKETS));
            sums[bucket] += candidate.probability();
            counts[bucket]++;
            hits[bucket] += same(candidate.place(), truth) ? 1 : 0;
        }
        if (truth != null) {
            outings++;
            var best = resolution.best();
            right += best.isPresent() && same(best.get().place(), truth) ? 1 : 0;
            largest +=
                    resolution.candidates().stream()
                                    .map(Resolution.Candidate::place)
                                    .max((a, b) -> a.population() - b.population())
                                    .filter(place -> same(place, truth))
                                    .isPresent()
                            ? 1
                            : 0;
        }
        if (resolution.country().isPresent()) {
            countries++;
            boolean is = truth != null && truth.country().equals(resolution.country().get());
            rightCountries += is ? 1 : 0;
        }
    }

    /// Whether two records are one place: some towns are listed with a quarter of their name.
    private static boolean same(Place place, @Nullable Place truth) {
        return truth != null
                && (place.equals(truth)
                        || place.country().equals(truth.country())
                                && place.kilometresTo(truth) < 12);
    }

    private String figures() {
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%d outings, likeliest right %d, largest right %d, countries %d of %d%n",
                        outings,
                        right,
                        largest,
                        rightCountries,
                        countries));
        for (int i = 0; i < BUCKETS; i++) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%.1f: %6d candidates, said %.3f, right %.3f%n",
                            i / 10.0,
                            counts[i],
                            sums[i] / Math.max(1, counts[i]),
                            (double) hits[i] / Math.max(1, counts[i])));
        }
        return text.toString();
    }
}
