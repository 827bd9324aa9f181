package vigie.media.confine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// Takes calls of the kernel from every thread of this process and from every process that they
/// start: all of the network, every change of a file, other processes' memory, and the parts of the
/// kernel that decoding never needs.
///
/// A seccomp filter (kernel documentation `userspace-api/seccomp_filter`). It lists what is
/// refused, since what a Java machine needs changes with its versions: a call that a later kernel
/// adds is not refused until it is listed.
final class SystemCalls {
    private static final int LOAD = 0x20;
    private static final int EQUAL = 0x15;
    private static final int AT_LEAST = 0x35;
    private static final int ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int ALLOW = 0x7fff0000;
    private static final int KILL = 0x80000000;
    private static final int REFUSE = 0x00050000 | Kernel.EPERM;
    private static final int ABSENT = 0x00050000 | 38;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int ARGUMENTS = 16;

    /// Writing, reading and writing, creating, cutting.
    private static final int OPEN_TO_CHANGE = 1 | 2 | 0x40 | 0x200;

    /// A new namespace of any kind.
    private static final int NAMESPACES = 0x7E020080;

    private static final int THREAD = 0x10000;
    private static final int EVERY_THREAD = 1;
    private static final int FILTER = 1;

    private record Instruction(int code, int yes, int no, int value) {}

    private final List<Instruction> program = new ArrayList<>();

    private SystemCalls() {}

    /// Restricts this process, for ever.
    ///
    /// @param starts whether other programs may still be started
    /// @return whether the kernel did
    static boolean restrict(boolean starts) {
        if (Kernel.Machine.here().isEmpty()) {
            return false;
        }
        List<Instruction> program = program(Kernel.Machine.here().getFirst(), starts);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment code = arena.allocate(8L * program.size(), 8);
            long at = 0;
            for (Instruction each : program) {
                code.set(ValueLayout.JAVA_SHORT, at, (short) each.code());
                code.set(ValueLayout.JAVA_BYTE, at + 2, (byte) each.yes());
                code.set(ValueLayout.JAVA_BYTE, at + 3, (byte) each.no());
                code.set(ValueLayout.JAVA_INT, at + 4, each.value());
                at += 8;
            }
            MemorySegment described = arena.allocate(16, 8);
            described.set(ValueLayout.JAVA_SHORT, 0, (short) program.size());
            described.set(ValueLayout.ADDRESS, 8, code);
            return Kernel.call(Call.SECCOMP, FILTER, EVERY_THREAD, described.address()) == 0;
        }
    }

    private static List<Instruction> program(Kernel.Machine machine, boolean starts) {
        SystemCalls filter = new SystemCalls();
        filter.add(LOAD, 0, 0, ARCHITECTURE);
        filter.add(EQUAL, 1, 0, machine.audit);
        filter.add(RETURN, 0, 0, KILL);
        filter.add(LOAD, 0, 0, NUMBER);
        if (machine == Kernel.Machine.X86_64) {
            filter.add(AT_LEAST, 0, 1, 0x40000000);
            filter.add(RETURN, 0, 0, KILL);
        }
        for (Refused refused : Refused.values()) {
            boolean starting = refused == Refused.EXECVE || refused == Refused.VFORK;
            boolean forking = refused == Refused.FORK;
            if ((starting || forking) && starts) {
                continue;
            }
            int number = refused.number(machine);
            if (number >= 0) {
                filter.add(EQUAL, 0, 1, number);
                boolean absent = refused == Refused.OPENAT2 || refused == Refused.CLONE3;
                filter.add(RETURN, 0, 0, absent ? ABSENT : REFUSE);
            }
        }
        boolean x86 = machine == Kernel.Machine.X86_64;
        if (x86) {
            filter.refuseIfAnyBit(2, 1, OPEN_TO_CHANGE);
        }
        filter.refuseIfAnyBit(x86 ? 257 : 56, 2, OPEN_TO_CHANGE);
        int clone = x86 ? 56 : 220;
        filter.refuseIfAnyBit(clone, 0, NAMESPACES);
        if (!starts) {
            filter.add(EQUAL, 0, 4, clone);
            filter.add(LOAD, 0, 0, ARGUMENTS);
            filter.add(ANY_BIT, 1, 0, THREAD);
            filter.add(RETURN, 0, 0, REFUSE);
            filter.add(LOAD, 0, 0, NUMBER);
        }
        filter.add(RETURN, 0, 0, ALLOW);
        return filter.program;
    }

    private void refuseIfAnyBit(int number, int argument, int bits) {
        add(EQUAL, 0, 4, number);
        add(LOAD, 0, 0, ARGUMENTS + 8 * argument);
        add(ANY_BIT, 0, 1, bits);
        add(RETURN, 0, 0, REFUSE);
        add(LOAD, 0, 0, NUMBER);
    }

    private void add(int code, int yes, int no, int value) {
        program.add(new Instruction(code, yes, no, value));
    }
}
