package vigie.media.confine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Locale;

/// Calls of the Linux kernel, through the C library that every process has.
@SuppressWarnings("restricted") // the kernel is reached in no other way
public final class Kernel {
    /// The number that [#call] gives back for a call that failed, negated: "not permitted".
    public static final int EPERM = 1;

    /// "No access".
    public static final int EACCES = 13;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout ERRNO = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO_VALUE =
            ERRNO.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle SYSCALL =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("syscall"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG),
                    Linker.Option.captureCallState("errno"),
                    Linker.Option.firstVariadicArg(1));

    private Kernel() {}

    /// Which machine's numbers the kernel's calls have.
    enum Machine {
        X86_64(0xC000003E),
        ARM64(0xC00000B7);

        /// The kernel's name of it, in filters.
        final int audit;

        Machine(int audit) {
            this.audit = audit;
        }

        /// This machine, or nothing where it is neither, or no Linux.
        static List<Machine> here() {
            String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            if (!os.equals("linux")) {
                return List.of();
            }
            return switch (System.getProperty("os.arch", "")) {
                case "amd64", "x86_64" -> List.of(X86_64);
                case "aarch64", "arm64" -> List.of(ARM64);
                case String _ -> List.of();
            };
        }
    }

    /// What a call gives back, or its error's number negated.
    public static long call(Call call, long... arguments) {
        return Machine.here().isEmpty() ? -38 : call(call.here(), arguments);
    }

    static long call(int number, long... arguments) {
        long[] five = java.util.Arrays.copyOf(arguments, 5);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(ERRNO);
            long answer =
                    (long)
                            SYSCALL.invokeExact(
                                    state,
                                    (long) number,
                                    five[0],
                                    five[1],
                                    five[2],
                                    five[3],
                                    five[4]);
            return answer == -1 ? -(int) ERRNO_VALUE.get(state, 0L) : answer;
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException("a call of the kernel cannot throw", impossible);
        }
    }

    /// A call of the C library that takes numbers and affects every thread, unlike the kernel's own
    /// call of the same name.
    static int library(String name, long... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        java.util.Arrays.fill(layouts, ValueLayout.JAVA_LONG);
        MethodHandle handle =
                LINKER.downcallHandle(
                        LINKER.defaultLookup().findOrThrow(name),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts));
        try {
            return (int)
                    handle.invokeWithArguments(
                            java.util.Arrays.stream(arguments).boxed().toArray());
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException("a call of the library cannot throw", impossible);
        }
    }
}
