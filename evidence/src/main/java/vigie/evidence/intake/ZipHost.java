package vigie.evidence.intake;

/// What a member is, as the system that wrote it says.
enum ZipHost {
    /// A file or folder of Unix or of an unknown system.
    PLAIN,
    /// A file or folder of a system where a backslash separates folders.
    WINDOWS,
    /// A link, device, pipe or socket of Unix.
    SPECIAL;

    private static final int UNIX = 3;
    private static final int MAC = 19;
    private static final int TYPE = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;

    /// @param madeBy the system's number in the directory
    /// @param mode   the upper half of the external attributes
    static ZipHost of(int madeBy, int mode) {
        if (madeBy == UNIX || madeBy == MAC) {
            int type = mode & TYPE;
            return type == 0 || type == REGULAR || type == FOLDER ? PLAIN : SPECIAL;
        }
        // FAT, NTFS of two kinds, VFAT
        return madeBy == 0 || madeBy == 10 || madeBy == 11 || madeBy == 14 ? WINDOWS : PLAIN;
    }
}
