package vigie.media.pixel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import vigie.media.examine.Examined;
import vigie.media.header.Format;
import vigie.media.header.IsoBoxes;
import vigie.media.pdq.Luma;
import vigie.media.pdq.Pdq;

/// The libheif library, where it is installed. It turns a picture as the file states, so what comes
/// out is upright.
@SuppressWarnings("restricted") // the library's own functions are called, by their documented types
final class Heif {
    private static final List<String> NAMES = List.of("libheif.so.1", "libheif.1.dylib");
    private static final int VERSION_LENGTH = 32;

    /// Pictures of one file that are listed: a burst has some tens.
    private static final int MOST_PICTURES = 1000;

    private static final int RGB = 1;
    private static final int INTERLEAVED_RGB = 10;

    private static final StructLayout ERROR =
            MemoryLayout.structLayout(JAVA_INT, JAVA_INT, ADDRESS);

    /// `heif_error_Memory_allocation_error`, and within it `heif_suberror_Security_limit_exceeded`.
    private static final int NO_MEMORY = 6;

    private static final int OF_ITS_LIMITS = 1000;

    private static final FunctionDescriptor INT_OF_ADDRESS =
            FunctionDescriptor.of(JAVA_INT, ADDRESS);

    private static final Optional<Heif> INSTALLED = find();

    private final String name;
    private final MethodHandle open;
    private final MethodHandle limit;
    private final MethodHandle read;
    private final MethodHandle primary;
    private final MethodHandle count;
    private final MethodHandle list;
    private final MethodHandle one;
    private final MethodHandle width;
    private final MethodHandle height;
    private final MethodHandle decode;
    private final MethodHandle plane;
    private final MethodHandle releaseImage;
    private final MethodHandle releaseHandle;
    private final MethodHandle close;

    private Heif(SymbolLookup library) {
        name = "libheif " + version(library);
        open = bind(library, "heif_context_alloc", FunctionDescriptor.of(ADDRESS));
        limit =
                bind(
                        library,
                        "heif_context_set_maximum_image_size_limit",
                        FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
        read =
                bind(
                        library,
                        "heif_context_read_from_memory_without_copy",
                        FunctionDescriptor.of(ERROR, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
        primary =
                bind(
                        library,
                        "heif_context_get_primary_image_handle",
                        FunctionDescriptor.of(ERROR, ADDRESS, ADDRESS));
        count = bind(library, "heif_context_get_number_of_top_level_images", INT_OF_ADDRESS);
        list =
                bind(
                        library,
                        "heif_context_get_list_of_top_level_image_IDs",
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        one =
                bind(
                        library,
                        "heif_context_get_image_handle",
                        FunctionDescriptor.of(ERROR, ADDRESS, JAVA_INT, ADDRESS));
        width = bind(library, "heif_image_handle_get_width", INT_OF_ADDRESS);
        height = bind(library, "heif_image_handle_get_height", INT_OF_ADDRESS);
        decode =
                bind(
                        library,
                        "heif_decode_image",
                        FunctionDescriptor.of(
                                ERROR, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
        plane =
                bind(
                        library,
                        "heif_image_get_plane_readonly",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
        releaseImage = bind(library, "heif_image_release", FunctionDescriptor.ofVoid(ADDRESS));
        releaseHandle =
                bind(library, "heif_image_handle_release", FunctionDescriptor.ofVoid(ADDRESS));
        close = bind(library, "heif_context_free", FunctionDescriptor.ofVoid(ADDRESS));
    }

    /// The library of this machine.
    static Optional<Heif> installed() {
        return INSTALLED;
    }

    private static Optional<Heif> find() {
        for (String name : NAMES) {
            try {
                return Optional.of(new Heif(SymbolLookup.libraryLookup(name, Arena.global())));
            } catch (IllegalArgumentException | NoSuchElementException _) {
                // not this one, or too old
            }
        }
        return Optional.empty();
    }

    private static MethodHandle bind(
            SymbolLookup library, String name, FunctionDescriptor function) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), function);
    }

    private static String version(SymbolLookup library) {
        MethodHandle version = bind(library, "heif_get_version", FunctionDescriptor.of(ADDRESS));
        try {
            return ((MemorySegment) version.invokeExact()).reinterpret(VERSION_LENGTH).getString(0);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException("libheif could not be called", impossible);
        }
    }

    /// Decodes the primary picture of a file, and the others where it has several.
    Decoded decode(byte[] file, Limits limits) throws Undecodable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(file.length);
            MemorySegment.copy(file, 0, bytes, JAVA_BYTE, 0, file.length);
            var context = (MemorySegment) open.invokeExact();
            try {
                limit.invokeExact(context, (int) Math.min(Integer.MAX_VALUE, side(limits)));
                check(
                        (MemorySegment)
                                read.invokeExact(
                                        (SegmentAllocator) arena,
                                        context,
                                        bytes,
                                        bytes.byteSize(),
                                        MemorySegment.NULL));
                MemorySegment place = arena.allocate(ADDRESS);
                check(
                        (MemorySegment)
                                primary.invokeExact((SegmentAllocator) arena, context, place));
                Plane first = released(arena, place.get(ADDRESS, 0), limits);
                return new Decoded(
                        Format.HEIC,
                        first.width(),
                        first.height(),
                        name,
                        first.luma(),
                        others(arena, context, file, first, limits));
            } finally {
                close.invokeExact(context);
            }
        } catch (Undecodable failed) {
            throw failed;
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException("libheif could not be called", impossible);
        }
    }

    /// A picture that was decoded.
    private record Plane(int width, int height, Luma luma) {}

    private Plane released(Arena arena, MemorySegment handle, Limits limits) throws Throwable {
        try {
            return picture(arena, handle, limits);
        } finally {
            releaseHandle.invokeExact(handle);
        }
    }

    /// The pictures of a file with several, the primary one among them; those of a track, which
    /// move, are not decoded here.
    private Sequence others(
            Arena arena, MemorySegment context, byte[] file, Plane first, Limits limits)
            throws Throwable {
        int all = (int) count.invokeExact(context);
        if (all < 2) {
            return IsoBoxes.has(file, "moov")
                    ? Sequence.firstOnly("it has a track of pictures, which is not decoded here")
                    : Sequence.NONE;
        }
        int listed = Math.min(all, MOST_PICTURES);
        MemorySegment ids = arena.allocate(JAVA_INT, listed);
        int given = (int) list.invokeExact(context, ids, listed);
        long each = Math.max(1, (long) first.width() * first.height());
        int taken = (int) Math.min(Math.min(given, limits.frames()), limits.pixels() / each);
        var frames = new ArrayList<Examined.Frame>();
        for (int i = 0; i < taken; i++) {
            int number = (int) ((long) i * given / taken);
            try {
                MemorySegment place = arena.allocate(ADDRESS);
                int id = ids.getAtIndex(JAVA_INT, number);
                check(
                        (MemorySegment)
                                one.invokeExact((SegmentAllocator) arena, context, id, place));
                Plane plane = released(arena, place.get(ADDRESS, 0), limits);
                frames.add(new Examined.Frame(number, 0, Pdq.of(plane.luma()).hashed()));
            } catch (Undecodable failed) {
                return Sequence.upTo(frames, "number " + (number + 1) + ": " + failed.getMessage());
            }
        }
        return taken < 2
                ? Sequence.firstOnly("its other pictures are too large")
                : new Sequence(frames, List.of());
    }

    private static long side(Limits limits) {
        return Math.min(1 << 15, limits.pixels());
    }

    private Plane picture(Arena arena, MemorySegment handle, Limits limits) throws Throwable {
        int across = (int) width.invokeExact(handle);
        int down = (int) height.invokeExact(handle);
        limits.check(across, down);
        if (3L * across * down > limits.memory()) {
            throw Undecodable.tooLarge("it claims " + across + "x" + down + " pixels");
        }
        MemorySegment place = arena.allocate(ADDRESS);
        check(
                (MemorySegment)
                        decode.invokeExact(
                                (SegmentAllocator) arena,
                                handle,
                                place,
                                RGB,
                                INTERLEAVED_RGB,
                                MemorySegment.NULL));
        MemorySegment image = place.get(ADDRESS, 0);
        try {
            MemorySegment stride = arena.allocate(JAVA_INT);
            var start = (MemorySegment) plane.invokeExact(image, INTERLEAVED_RGB, stride);
            long row = stride.get(JAVA_INT, 0);
            if (start.address() == 0 || row < 3L * across) {
                throw Undecodable.malformed("its pixels are not those that it claims");
            }
            Luma luma = Greys.shrunk(start.reinterpret(row * down), row, across, down);
            return new Plane(across, down, luma);
        } finally {
            releaseImage.invokeExact(image);
        }
    }

    private static void check(MemorySegment error) throws Undecodable {
        if (error.get(JAVA_INT, 0) != 0) {
            MemorySegment said = error.get(ADDRESS, 8);
            String why = said.address() == 0 ? "" : said.reinterpret(500).getString(0);
            if (error.get(JAVA_INT, 0) == NO_MEMORY && error.get(JAVA_INT, 4) != OF_ITS_LIMITS) {
                throw new OutOfMemoryError(why);
            }
            throw Undecodable.malformed("its pixels cannot be read: " + why);
        }
    }
}
