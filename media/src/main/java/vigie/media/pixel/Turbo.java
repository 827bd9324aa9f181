package vigie.media.pixel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import vigie.media.header.JpegHeader;
import vigie.media.pdq.Luma;

/// The TurboJPEG library, where it is installed: decodes the brightness of a JPEG alone.
@SuppressWarnings("restricted") // the library's own functions are called, by their documented types
final class Turbo {
    /// What decoded a picture, where this did.
    static final String NAME = "libturbojpeg 0";

    private static final List<String> NAMES =
            List.of("libturbojpeg.so.0", "libturbojpeg.0.dylib", "turbojpeg.dll");

    private static final int GREY = 6;
    private static final int STOP_ON_WARNING = 8192;
    private static final int LIMIT_SCANS = 32768;

    /// What libjpeg says when memory is not granted; and the bytes that it keeps for what it says.
    private static final String NO_MEMORY = "Insufficient memory";

    private static final long MESSAGE = 200;

    private static final Optional<Turbo> INSTALLED = find();

    /// A larger plane is given back when a smaller picture follows.
    private static final long LARGEST_HELD = 32L << 20;

    private final ThreadLocal<MemorySegment> planes =
            ThreadLocal.withInitial(() -> MemorySegment.NULL);

    private final MethodHandle open;
    private final MethodHandle header;
    private final MethodHandle decode;
    private final MethodHandle error;
    private final MethodHandle close;

    private Turbo(SymbolLookup library) {
        open = bind(library, "tjInitDecompress", FunctionDescriptor.of(ADDRESS));
        header =
                bind(
                        library,
                        "tjDecompressHeader3",
                        FunctionDescriptor.of(
                                JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS,
                                ADDRESS));
        decode =
                bind(
                        library,
                        "tjDecompress2",
                        FunctionDescriptor.of(
                                JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT,
                                JAVA_INT, JAVA_INT, JAVA_INT));
        error = bind(library, "tjGetErrorStr2", FunctionDescriptor.of(ADDRESS, ADDRESS));
        close = bind(library, "tjDestroy", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    }

    /// The library of this machine.
    static Optional<Turbo> installed() {
        return INSTALLED;
    }

    private static Optional<Turbo> find() {
        for (String name : NAMES) {
            try {
                return Optional.of(new Turbo(SymbolLookup.libraryLookup(name, Arena.global())));
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

    /// The plane that the reference shrinks a picture to, if the library decodes the picture
    /// without a warning and within limits. The picture is decoded at its full size: the reference
    /// takes single pixels, and at half the size the hash of a written page is another.
    Optional<Luma> shrunk(byte[] jpeg, JpegHeader header, Limits limits) {
        int width = header.width();
        int height = header.height();
        boolean grey = header.components() == 1 || header.colours() == JpegHeader.Colours.YCBCR;
        if (!grey || header.precision() != 8 || (long) width * height > limits.memory()) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(jpeg.length);
            MemorySegment.copy(jpeg, 0, bytes, JAVA_BYTE, 0, jpeg.length);
            MemorySegment plane = plane((long) width * height);
            return decode(arena, bytes, plane, width, height)
                    ? Optional.of(shrunk(plane, width, height))
                    : Optional.empty();
        }
    }

    /// Memory for a plane, not cleared: most pictures of a camera have one size, and fresh memory
    /// costs a tenth of the whole.
    private MemorySegment plane(long pixels) {
        MemorySegment held = planes.get();
        if (held.byteSize() < pixels || held.byteSize() > Math.max(pixels, LARGEST_HELD)) {
            held = Arena.ofAuto().allocate(pixels);
            planes.set(held);
        }
        return held;
    }

    private static Luma shrunk(MemorySegment plane, int width, int height) {
        int longest = Math.max(width, height);
        int[] across = Luma.kept(width, Luma.shrunk(width, longest));
        int[] down = Luma.kept(height, Luma.shrunk(height, longest));
        var values = new float[across.length * down.length];
        for (int y = 0; y < down.length; y++) {
            long row = (long) down[y] * width;
            for (int x = 0; x < across.length; x++) {
                values[y * across.length + x] = plane.get(JAVA_BYTE, row + across[x]) & 255;
            }
        }
        return new Luma(across.length, down.length, values);
    }

    private String said(MemorySegment handle) throws Throwable {
        var said = (MemorySegment) error.invokeExact(handle);
        return said.address() == 0 ? "" : said.reinterpret(MESSAGE).getString(0);
    }

    private boolean decode(
            Arena arena, MemorySegment bytes, MemorySegment plane, int width, int height) {
        try {
            var handle = (MemorySegment) open.invokeExact();
            try {
                MemorySegment claims = arena.allocate(JAVA_INT, 4);
                int read =
                        (int)
                                header.invokeExact(
                                        handle,
                                        bytes,
                                        bytes.byteSize(),
                                        claims,
                                        claims.asSlice(4),
                                        claims.asSlice(8),
                                        claims.asSlice(12));
                if (read != 0
                        || claims.get(JAVA_INT, 0) != width
                        || claims.get(JAVA_INT, 4) != height) {
                    return false;
                }
                int decoded =
                        (int)
                                decode.invokeExact(
                                        handle,
                                        bytes,
                                        bytes.byteSize(),
                                        plane,
                                        width,
                                        width,
                                        height,
                                        GREY,
                                        STOP_ON_WARNING | LIMIT_SCANS);
                if (decoded != 0 && said(handle).contains(NO_MEMORY)) {
                    throw new OutOfMemoryError("for a JPEG of " + width + "x" + height);
                }
                return decoded == 0;
            } finally {
                int _ = (int) close.invokeExact(handle);
            }
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException("the JPEG library could not be called", impossible);
        }
    }
}
