package vigie.web.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import vigie.model.material.Sha256;

/// The files that pages refer to, under a version that changes with any byte of them.
@Component
public final class Assets {
    private static final int DIGITS = 12;

    private final String version;

    Assets() {
        MessageDigest digest = Sha256.digest();
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:/static/*");
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (Resource file : files) {
                if (file.isReadable()) {
                    digest.update(file.getContentAsByteArray());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        this.version = HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    /// The version, which stands in every address of a file.
    public String version() {
        return version;
    }
}
