package vigie.media.confine;

/// The calls of the kernel that this program makes itself, with their numbers.
public enum Call {
    OPENAT(257, 56),
    CLOSE(3, 57),
    WRITE(1, 64),
    FTRUNCATE(77, 46),
    MEMFD_CREATE(319, 279),
    PRCTL(157, 167),
    GETUID(102, 174),
    SOCKET(41, 198),
    EXECVE(59, 221),
    SECCOMP(317, 277),
    LANDLOCK_CREATE_RULESET(444, 444),
    LANDLOCK_ADD_RULE(445, 445),
    LANDLOCK_RESTRICT_SELF(446, 446);

    private final int x86;
    private final int arm;

    Call(int x86, int arm) {
        this.x86 = x86;
        this.arm = arm;
    }

    int here() {
        return switch (Kernel.Machine.here().getFirst()) {
            case X86_64 -> x86;
            case ARM64 -> arm;
        };
    }
}
