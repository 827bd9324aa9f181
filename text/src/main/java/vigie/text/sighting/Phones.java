package vigie.text.sighting;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether digits are a telephone number, as the numbering plans in libphonenumber have it.
final class Phones {
    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final List<Plan> regions;

    /// What can be told of the numbers of a region by their length alone.
    ///
    /// @param trunk   what stands before a number that is called within the region, or ""
    /// @param lengths how many digits its numbers have without it, a bit each
    private record Plan(String region, String code, String trunk, int lengths) {
        boolean allows(String digits) {
            int n = digits.length();
            return has(n)
                    || !trunk.isEmpty() && digits.startsWith(trunk) && has(n - trunk.length())
                    || digits.startsWith(code) && has(n - code.length());
        }

        private boolean has(int length) {
            return length > 0 && (lengths >> length & 1) == 1;
        }
    }

    /// A number and how it was read.
    record Phone(String value, String region, Set<Flag> flags) {}

    /// @param regions the regions that numbers without a country code may be of, the likeliest
    /// first
    Phones(List<String> regions) {
        List<String> capitals =
                regions.stream().map(each -> each.toUpperCase(Locale.ROOT)).distinct().toList();
        if (!util.getSupportedRegions().containsAll(capitals)) {
            throw new IllegalArgumentException("not regions with telephone numbers: " + regions);
        }
        this.regions = capitals.stream().map(this::plan).toList();
    }

    private Plan plan(String region) {
        int code = util.getCountryCodeForRegion(region);
        String trunk = util.getNddPrefixForRegion(region, true);
        int lengths = 0;
        for (int n = 4; n <= 17; n++) {
            PhoneNumber number = new PhoneNumber().setCountryCode(code);
            number.setNationalNumber(2 * Math.powExact(10L, n - 1));
            lengths |= util.isPossibleNumber(number) ? 1 << n : 0;
        }
        return new Plan(region, Integer.toString(code), trunk == null ? "" : trunk, lengths);
    }

    boolean hasRegions() {
        return !regions.isEmpty();
    }

    /// The number that digits with their country code are, where its range is given out.
    @Nullable Phone international(String digits) {
        PhoneNumber number = parsed("+" + digits, "ZZ");
        return number != null && util.isValidNumber(number) ? phone(number, Set.of()) : null;
    }

    /// The number that digits with their country code could be by their length.
    @Nullable Phone possible(String digits) {
        PhoneNumber number = parsed("+" + digits, "ZZ");
        return number != null
                        && util.isPossibleNumber(number)
                        && !util.getRegionCodesForCountryCode(number.getCountryCode()).isEmpty()
                ? phone(number, Set.of(Flag.UNASSIGNED))
                : null;
    }

    /// The number that digits without a country code are in the first region where they are one.
    @Nullable Phone national(String digits) {
        Phone first = null;
        for (Plan plan : regions) {
            String region = plan.region();
            PhoneNumber number = plan.allows(digits) ? parsed(digits, region) : null;
            if (number == null || !util.isValidNumberForRegion(number, region)) {
                continue;
            }
            if (first == null) {
                first = phone(number, Set.of(Flag.REGION_ASSUMED));
            } else if (!phone(number, Set.of()).value().equals(first.value())) {
                return new Phone(
                        first.value(),
                        first.region(),
                        Set.of(Flag.REGION_ASSUMED, Flag.REGION_AMBIGUOUS));
            }
        }
        return first;
    }

    private @Nullable PhoneNumber parsed(String digits, String region) {
        try {
            return util.parse(digits, region);
        } catch (NumberParseException none) {
            return null;
        }
    }

    private Phone phone(PhoneNumber number, Set<Flag> flags) {
        String region = util.getRegionCodeForNumber(number);
        return new Phone(
                util.format(number, PhoneNumberFormat.E164), region == null ? "" : region, flags);
    }
}
