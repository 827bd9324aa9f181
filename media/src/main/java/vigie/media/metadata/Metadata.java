package vigie.media.metadata;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.gif.GifCommentDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.mov.metadata.QuickTimeMetadataDirectory;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vigie.media.examine.Examined;
import vigie.media.wire.Plain;
import vigie.media.wire.Wire;

/// Reads what a picture says about itself. The thumbnails that metadata may hold are not read.
public final class Metadata {
    private static final String EXIF = "exif";
    private static final String CONTAINER = "container";

    /// By their numbers in EXIF 3.0 (CIPA DC-008).
    private static final SortedMap<Integer, String> NAMES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry(0x010E, "ImageDescription"),
                            Map.entry(0x010F, "Make"),
                            Map.entry(0x0110, "Model"),
                            Map.entry(0x0112, "Orientation"),
                            Map.entry(0x0131, "Software"),
                            Map.entry(0x0132, "DateTime"),
                            Map.entry(0x013B, "Artist"),
                            Map.entry(0x013C, "HostComputer"),
                            Map.entry(0x8298, "Copyright"),
                            Map.entry(0x9003, "DateTimeOriginal"),
                            Map.entry(0x9004, "DateTimeDigitized"),
                            Map.entry(0x9010, "OffsetTime"),
                            Map.entry(0x9011, "OffsetTimeOriginal"),
                            Map.entry(0x9012, "OffsetTimeDigitized"),
                            Map.entry(0x9291, "SubSecTimeOriginal"),
                            Map.entry(0xA420, "ImageUniqueID"),
                            Map.entry(0xA430, "CameraOwnerName"),
                            Map.entry(0xA431, "BodySerialNumber"),
                            Map.entry(0xA433, "LensMake"),
                            Map.entry(0xA434, "LensModel"),
                            Map.entry(0xA435, "LensSerialNumber")));

    private final Set<Examined.Property> found = new LinkedHashSet<>();

    private Metadata() {}

    /// Loads what the first file would load.
    public static void warmUp() {
        of(Sample.PICTURE);
    }

    /// The claims of a file, in the order in which it makes them; empty where its format is not
    /// known. What a broken part says is lost, which a claim of the group `reader` says.
    public static List<Examined.Property> of(byte[] file) {
        var metadata = new Metadata();
        try {
            var read =
                    ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
            for (Directory directory : read.getDirectories()) {
                metadata.take(directory);
            }
        } catch (ImageProcessingException unknown) {
            return List.of();
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            metadata.add("reader", "MetadataUnreadable", broken.getClass().getSimpleName());
        }
        return List.copyOf(metadata.found);
    }

    private void take(Directory directory) {
        switch (directory) {
            case GpsDirectory gps -> place(gps);
            case XmpDirectory xmp -> xmp(xmp);
            case ExifDirectoryBase exif ->
                    NAMES.forEach((number, name) -> exif(exif, number, name));
            case PngDirectory png -> {
                if (png.getObject(PngDirectory.TAG_TEXTUAL_DATA) instanceof List<?> texts) {
                    texts.forEach(text -> pair(String.valueOf(text)));
                }
            }
            case JpegCommentDirectory comment ->
                    add(CONTAINER, "Comment", text(comment, JpegCommentDirectory.TAG_COMMENT));
            case GifCommentDirectory comment ->
                    add(CONTAINER, "Comment", text(comment, GifCommentDirectory.TAG_COMMENT));
            case QuickTimeMetadataDirectory clip -> all(clip);
            case Mp4Directory clip ->
                    add(CONTAINER, "CreateDate", text(clip, Mp4Directory.TAG_CREATION_TIME));
            case Directory other -> serials(other);
        }
        if (directory.hasErrors()) {
            add("reader", "MetadataBroken", directory.getName());
        }
    }

    private void exif(Directory directory, int number, String name) {
        add(EXIF, name, text(directory, number));
    }

    /// Makers write serial numbers in parts of their own, which are read as far as they are known.
    private void serials(Directory directory) {
        for (Tag tag : directory.getTags()) {
            if (tag.getTagName().endsWith("Serial Number")) {
                add(EXIF, tag.getTagName().replace(" ", ""), text(directory, tag.getTagType()));
            }
        }
    }

    private void all(Directory directory) {
        for (Tag tag : directory.getTags()) {
            String name = tag.getTagName().replace(" ", "");
            String value = text(directory, tag.getTagType());
            if (name.contains("Location")) {
                Place.iso6709(value).ifPresent(at -> found.addAll(at.properties(CONTAINER)));
            } else {
                add(CONTAINER, name, value);
            }
        }
    }

    private void place(GpsDirectory gps) {
        var latitude = rationals(gps, GpsDirectory.TAG_LATITUDE);
        var longitude = rationals(gps, GpsDirectory.TAG_LONGITUDE);
        if (latitude.length == 0 && longitude.length == 0) {
            return;
        }
        var place =
                Place.degrees(
                        latitude,
                        text(gps, GpsDirectory.TAG_LATITUDE_REF),
                        longitude,
                        text(gps, GpsDirectory.TAG_LONGITUDE_REF));
        place.ifPresentOrElse(
                at -> found.addAll(at.properties(EXIF)),
                () ->
                        add(
                                "reader",
                                "GPSUnusable",
                                "numbers or compass letters that name no place"));
        add(EXIF, "GPSDateStamp", text(gps, GpsDirectory.TAG_DATE_STAMP));
    }

    private static double[] rationals(Directory directory, int tag) {
        var rationals = directory.getRationalArray(tag);
        return rationals == null
                ? new double[0]
                : java.util.Arrays.stream(rationals)
                        .mapToDouble(each -> each.doubleValue())
                        .toArray();
    }

    /// A value that is longer than any name or date is something else, such as a picture: left out.
    private void xmp(XmpDirectory xmp) {
        new TreeMap<>(xmp.getXmpProperties())
                .forEach(
                        (name, value) -> {
                            boolean placeless =
                                    name.matches(".*GPS(Lat|Long)itude")
                                            && !value.matches(".*[NSEW]");
                            if (!placeless && value.length() <= Wire.VALUE) {
                                add("xmp", name, value);
                            }
                        });
    }

    private void pair(String text) {
        int colon = text.indexOf(": ");
        if (colon > 0) {
            add(CONTAINER, text.substring(0, colon), text.substring(colon + 2));
        }
    }

    private static String text(Directory directory, int tag) {
        String text = directory.getString(tag);
        return text == null ? "" : text;
    }

    private void add(String group, String name, String value) {
        String plain = Plain.text(value.strip(), Wire.VALUE);
        if (!plain.isEmpty() && !name.isEmpty() && found.size() < Wire.PROPERTIES) {
            found.add(new Examined.Property(group, Plain.text(name, Wire.TEXT), plain));
        }
    }

    /// A picture of one point, for its metadata to be read.
    private static final class Sample {
        private static final byte[] PICTURE =
                java.util.HexFormat.of()
                        .parseHex(
                                "ffd8ffe10022457869660000"
                                        + "49492a000800000001000f010200040000004142"
                                        + "430000000000ffd9");
    }
}
