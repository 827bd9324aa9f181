package vigie.evidence.disk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Linux's `syncfs`: everything written so far to the file system of one folder, made durable by
/// one call; for thousands of small files many times cheaper than one `fsync` each.
///
/// It waits for what other programs wrote there too. Before Linux 5.8 it does not report failed
/// writes, so it is not used there.
public final class FileSystemSync implements AutoCloseable {
    private static final Pattern RELEASE = Pattern.compile("([0-9]+)\\.([0-9]+).*");

    /// Read-only, closed on exec: the same numbers on x86-64 and arm64.
    private static final int READ_ONLY_CLOEXEC = 0x80000;

    private final int descriptor;

    private FileSystemSync(int descriptor) {
        this.descriptor = descriptor;
    }

    /// The means to sync the file system of `folder`, opened before the writes that it shall
    /// answer for; empty where the system offers none or forbids native calls.
    public static Optional<FileSystemSync> of(Path folder) {
        if (!supported()) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Native.STATE);
            int descriptor = Native.open(state, arena.allocateFrom(folder.toString()));
            return descriptor < 0 ? Optional.empty() : Optional.of(new FileSystemSync(descriptor));
        }
    }

    private static boolean supported() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return false;
        }
        Matcher release = RELEASE.matcher(System.getProperty("os.version"));
        if (!release.matches() || !FileSystemSync.class.getModule().isNativeAccessEnabled()) {
            return false;
        }
        int major = Integer.parseInt(release.group(1));
        return major > 5 || major == 5 && Integer.parseInt(release.group(2)) >= 8;
    }

    /// Returns when everything written before is durable.
    public void sync() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Native.STATE);
            if (Native.syncfs(state, descriptor) != 0) {
                throw new IOException(
                        "the disk did not keep what was written, error "
                                + (int) Native.ERRNO.get(state, 0L));
            }
        }
    }

    @Override
    public void close() {
        try (Arena arena = Arena.ofConfined()) {
            int ignored = Native.close(arena.allocate(Native.STATE), descriptor);
        }
    }

    /// The three functions of the C library.
    private static final class Native {
        static final StructLayout STATE = Linker.Option.captureStateLayout();
        static final VarHandle ERRNO =
                STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
        private static final MethodHandle OPEN =
                find(
                        "open",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                        Linker.Option.firstVariadicArg(2));
        private static final MethodHandle SYNCFS = find("syncfs", ofDescriptor());
        private static final MethodHandle CLOSE = find("close", ofDescriptor());

        private static FunctionDescriptor ofDescriptor() {
            return FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        }

        @SuppressWarnings("restricted") // there is no other way to reach syncfs
        private static MethodHandle find(
                String name, FunctionDescriptor type, Linker.Option... more) {
            Linker linker = Linker.nativeLinker();
            MemorySegment symbol = linker.defaultLookup().find(name).orElseThrow();
            Linker.Option[] options = java.util.Arrays.copyOf(more, more.length + 1);
            options[more.length] = Linker.Option.captureCallState("errno");
            return linker.downcallHandle(symbol, type, options);
        }

        static int open(MemorySegment state, MemorySegment path) {
            try {
                return (int) OPEN.invokeExact(state, path, READ_ONLY_CLOEXEC);
            } catch (Throwable impossible) { // a C function throws nothing
                throw new AssertionError(impossible);
            }
        }

        static int syncfs(MemorySegment state, int descriptor) {
            try {
                return (int) SYNCFS.invokeExact(state, descriptor);
            } catch (Throwable impossible) { // a C function throws nothing
                throw new AssertionError(impossible);
            }
        }

        static int close(MemorySegment state, int descriptor) {
            try {
                return (int) CLOSE.invokeExact(state, descriptor);
            } catch (Throwable impossible) { // a C function throws nothing
                throw new AssertionError(impossible);
            }
        }
    }
}
