package vigie.sample.people;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Telephone numbers that belong to nobody, each given once.
///
/// Where a country reserves numbers for fiction, these are they: 555-0100 to 555-0199 in North
/// America, Ofcom's 07700 900xxx, ARCEP's 06 39 98 xx xx, ACMA's (02) 5550 xxxx, BNetzA's
/// (0)30 23125 xxx, ComReg's 020 91x xxxx, PTS's 070-174 06xx and 08-465 004 xx. Elsewhere the
/// national part starts with 000, which no numbering plan assigns.
public final class Phones {
    private static final Map<String, List<String>> AREAS =
            Map.of(
                    "US",
                    List.of("202", "312", "415", "503", "512", "608", "617", "720", "206", "919"),
                    "CA",
                    List.of("418", "438", "514", "581", "613", "819"),
                    "DO",
                    List.of("809", "829", "849"));

    private static final Set<String> RESERVED =
            Set.of("US", "CA", "DO", "GB", "FR", "AU", "DE", "IE", "SE");

    private final Map<String, Integer> given = new HashMap<>();

    /// Another number of this country, as a telephone shows it.
    public String next(Country country) {
        String pool = RESERVED.contains(country.code()) ? country.code() : "+" + country.dial();
        int k = given.merge(pool, 1, Integer::sum) - 1;
        return switch (country.code()) {
            case "US", "CA", "DO" -> {
                List<String> areas = AREAS.getOrDefault(country.code(), List.of());
                String area = areas.get(bounded(k, areas.size() * 100) / 100);
                yield String.format(Locale.ROOT, "+1 %s 555 01%02d", area, scatter(k % 100, 100));
            }
            case "GB" ->
                    String.format(Locale.ROOT, "+44 7700 900%03d", scatter(bounded(k, 1000), 1000));
            case "FR" -> {
                int number = scatter(bounded(k, 10_000), 10_000);
                yield String.format(
                        Locale.ROOT, "+33 6 39 98 %02d %02d", number / 100, number % 100);
            }
            case "AU" ->
                    String.format(
                            Locale.ROOT, "+61 2 5550 %04d", scatter(bounded(k, 10_000), 10_000));
            case "DE" ->
                    String.format(
                            Locale.ROOT, "+49 30 23125 %03d", scatter(bounded(k, 1000), 1000));
            case "IE" -> {
                int number = scatter(bounded(k, 100_000), 100_000);
                yield String.format(
                        Locale.ROOT, "+353 20 91%d %04d", number / 10_000, number % 10_000);
            }
            case "SE" ->
                    k < 95
                            ? String.format(Locale.ROOT, "+46 70 174 06 %02d", 5 + k)
                            : String.format(
                                    Locale.ROOT, "+46 8 465 004 %02d", bounded(k - 95, 100));
            default -> {
                int number = scatter(bounded(k, 1_000_000), 1_000_000);
                yield String.format(
                        Locale.ROOT,
                        "+%s 000 %03d %03d",
                        country.dial(),
                        number / 1000,
                        number % 1000);
            }
        };
    }

    private static int bounded(int k, int capacity) {
        if (k >= capacity) {
            throw new IllegalStateException("no more than " + capacity + " numbers are reserved");
        }
        return k;
    }

    /// A permutation of the numbers below a power of ten.
    private static int scatter(int k, int capacity) {
        return (int) ((k * 7_919L + 37) % capacity);
    }
}
