package vigie.evidence.keys;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import vigie.evidence.fields.Fields;

/// How a passphrase becomes a key: Argon2id (RFC 9106), its parameters stored beside what it wraps.
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record PassphraseKey(byte[] salt, int memoryKib, int passes, int lanes) {
    /// The second recommended option of RFC 9106, section 4: 64 MiB, 3 passes, 4 lanes.
    static PassphraseKey fresh() {
        return new PassphraseKey(Crypt.random(16), 64 * 1024, 3, 4);
    }

    static PassphraseKey read(Fields fields) {
        String salt = fields.text("salt");
        if (!salt.matches("[0-9a-f]{32}")) {
            throw fields.problem("salt", "must be 32 hexadecimal digits");
        }
        // The bounds keep an altered file from exhausting the machine.
        return new PassphraseKey(
                HexFormat.of().parseHex(salt),
                fields.number("memoryKib", 8 * 1024, 1024 * 1024),
                fields.number("passes", 1, 16),
                fields.number("lanes", 1, 16));
    }

    Map<String, String> written() {
        return Map.of(
                "salt", HexFormat.of().formatHex(salt),
                "memoryKib", Integer.toString(memoryKib),
                "passes", Integer.toString(passes),
                "lanes", Integer.toString(lanes));
    }

    byte[] derive(String passphrase) {
        String same = Normalizer.normalize(passphrase, Normalizer.Form.NFC);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withSalt(salt)
                        .withMemoryAsKB(memoryKib)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .build());
        byte[] key = new byte[Crypt.KEY];
        generator.generateBytes(same.getBytes(StandardCharsets.UTF_8), key);
        return key;
    }
}
