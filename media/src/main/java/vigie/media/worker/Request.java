package vigie.media.worker;

import java.io.InputStream;

/// What the parent asks of a worker.
sealed interface Request {
    /// To examine a file.
    ///
    /// @param waits whether what follows in the input waits until this file was read
    record File(long number, long size, InputStream content, boolean waits) implements Request {}

    /// Nothing more.
    record End() implements Request {}
}
