package vigie.media.video;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.media.examine.Examined;
import vigie.media.metadata.Place;

/// What ffprobe says of a clip, in its format `flat`.
///
/// @param tags what the container says about itself
record Described(int width, int height, long millis, List<Examined.Property> tags) {
    private static final int LONGEST_SIDE = 16384;
    private static final double LONGEST_SECONDS = 1e6;
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_.-]+)=\"?(.*?)\"?");
    private static final Pattern TAG =
            Pattern.compile("(?:format|streams\\.stream\\.0)\\.tags\\.(.+)");

    /// Names of tags, by the standard's name of what they say.
    private static final Map<String, String> NAMES =
            Map.of(
                    "creation_time", "CreateDate",
                    "com_apple_quicktime_make", "Make",
                    "com_apple_quicktime_model", "Model",
                    "com_apple_quicktime_software", "Software",
                    "com_apple_quicktime_creationdate", "CreationDate",
                    "com_android_version", "AndroidVersion",
                    "encoder", "Encoder",
                    "major_brand", "MajorBrand",
                    "handler_name", "HandlerName",
                    "model", "Model");

    /// Nothing where no stream of pictures with a size is named.
    static Optional<Described> of(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        List<Examined.Property> tags = new ArrayList<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            String value = matcher.group(2).replace("\\\"", "\"").replace("\\\\", "\\");
            values.putIfAbsent(matcher.group(1), value);
            Matcher tag = TAG.matcher(matcher.group(1));
            if (tag.matches() && tags.size() < 60 && !value.isEmpty()) {
                tags.addAll(properties(tag.group(1), value));
            }
        }
        int width = side(values.getOrDefault("streams.stream.0.width", ""));
        int height = side(values.getOrDefault("streams.stream.0.height", ""));
        if (width == 0 || height == 0) {
            return Optional.empty();
        }
        long millis =
                Math.max(
                        millis(values.getOrDefault("streams.stream.0.duration", "")),
                        millis(values.getOrDefault("format.duration", "")));
        return Optional.of(new Described(width, height, millis, tags));
    }

    private static List<Examined.Property> properties(String tag, String value) {
        if (tag.equals("location") || tag.endsWith("ISO6709")) {
            return Place.iso6709(value)
                    .map(place -> place.properties("container"))
                    .orElse(List.of());
        }
        return List.of(new Examined.Property("container", NAMES.getOrDefault(tag, tag), value));
    }

    private static int side(String digits) {
        int side = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
        return side > LONGEST_SIDE ? 0 : side;
    }

    private static long millis(String seconds) {
        if (!seconds.matches("[0-9]{1,7}(\\.[0-9]{1,9})?")) {
            return 0;
        }
        double value = Double.parseDouble(seconds);
        return value > LONGEST_SECONDS ? 0 : Math.round(value * 1000);
    }
}
