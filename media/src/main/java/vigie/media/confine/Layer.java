package vigie.media.confine;

/// One thing that stands between a hostile file and the rest of the machine.
public enum Layer {
    NOBODY("it runs as nobody: neither as root nor as whoever runs the program"),
    NO_NEW_PRIVILEGES("no program that it starts has more rights than it"),
    NO_NETWORK("it has a network of its own, with nothing in it"),
    SYSTEM_CALLS("the kernel refuses it sockets, changes of files and other processes' memory"),
    FILES("the kernel refuses it every file but its program's, and every program but ffmpeg"),
    LIMITS("its memory, time, output and open files are bounded");

    private final String says;

    Layer(String says) {
        this.says = says;
    }

    /// What it means where it holds.
    public String says() {
        return says;
    }
}
