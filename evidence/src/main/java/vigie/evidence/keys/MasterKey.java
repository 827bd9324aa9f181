package vigie.evidence.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import vigie.evidence.disk.Durable;
import vigie.evidence.fields.Fields;
import vigie.evidence.json.CanonicalJson;
import vigie.evidence.json.Json;
import vigie.model.casefile.Refusal;

/// The master key of one home and the two files that may keep it: `master.json`, which says how it
/// is protected and holds its check value, and `master.key`, where a file is the protection.
///
/// The check value is an HMAC of the home's id under a key derived from the master key: it tells a
/// wrong key from the right one before anything is opened, and tells nothing else.
final class MasterKey {
    private static final String SCHEMA = "vigie.master/1";

    private final String homeId;
    private final byte[] secret;

    private MasterKey(String homeId, byte[] secret) {
        this.homeId = homeId;
        this.secret = secret;
    }

    static Path descriptor(Path home) {
        return home.resolve("master.json");
    }

    static Path keyFile(Path home) {
        return home.resolve("master.key");
    }

    /// Opens the key that the home was made with.
    static MasterKey open(Path home, String homeId, KeySource source) throws IOException {
        Fields fields = read(home, homeId);
        String protection = fields.text("protection");
        String check = fields.text("check");
        byte[] secret =
                switch (source) {
                    case KeySource.Given(byte[] given) -> given.clone();
                    case KeySource.KeyFile() -> fromFile(home, protection);
                    case KeySource.Passphrase(String words) ->
                            unwrapped(homeId, fields, protection, words);
                };
        MasterKey master = new MasterKey(homeId, secret);
        if (!master.fits(check)) {
            throw refused("the master key is not the one that this home was made with");
        }
        return master;
    }

    /// A key recovered elsewhere, once it fits this home.
    static MasterKey recovered(Path home, String homeId, byte[] secret) throws IOException {
        return open(home, homeId, new KeySource.Given(secret));
    }

    /// Makes the master key of a new home and its protection.
    static MasterKey create(Path home, String homeId, KeySource source) throws IOException {
        byte[] secret =
                switch (source) {
                    case KeySource.Given(byte[] given) -> given.clone();
                    case KeySource.Passphrase _ -> Crypt.random(Crypt.KEY);
                    // Left by a first use that was cut short.
                    case KeySource.KeyFile() ->
                            Files.exists(keyFile(home), LinkOption.NOFOLLOW_LINKS)
                                    ? decode(keyFile(home))
                                    : Crypt.random(Crypt.KEY);
                };
        MasterKey master = new MasterKey(homeId, secret);
        master.protect(home, source);
        return master;
    }

    /// Keeps this key under another protection; the one before ends, as far as a file can be ended.
    void protect(Path home, KeySource source) throws IOException {
        Map<String, String> values = new TreeMap<>();
        values.put("schema", SCHEMA);
        values.put("home", homeId);
        values.put("check", check());
        switch (source) {
            case KeySource.KeyFile() -> {
                values.put("protection", "file");
                keep(keyFile(home));
            }
            case KeySource.Given(byte[] given) -> {
                if (!MessageDigest.isEqual(given, secret)) {
                    throw refused("the master key given is not the one of this home");
                }
                values.put("protection", "given");
            }
            case KeySource.Passphrase(String words) -> {
                if (words.length() < KeySource.Passphrase.SHORTEST) {
                    throw refused(
                            "a passphrase needs at least "
                                    + KeySource.Passphrase.SHORTEST
                                    + " characters");
                }
                PassphraseKey key = PassphraseKey.fresh();
                byte[] wrapped = Crypt.seal(key.derive(words), secret, associated(homeId));
                values.put("protection", "passphrase");
                values.putAll(key.written());
                values.put("wrapped", Base64.getEncoder().encodeToString(wrapped));
            }
        }
        byte[] json = CanonicalJson.write(Json.Fields.ofTexts(values));
        Durable.replace(descriptor(home), json);
        if (!(source instanceof KeySource.KeyFile)) {
            Shredder.shred(keyFile(home));
        }
    }

    private void keep(Path file) throws IOException {
        String text = Base64.getEncoder().encodeToString(secret) + "\n";
        try {
            Durable.create(file, text.getBytes(StandardCharsets.US_ASCII));
        } catch (FileAlreadyExistsException _) {
            if (!MessageDigest.isEqual(decode(file), secret)) {
                throw KeyFiles.refused(file, "holds another key and is not overwritten");
            }
        }
    }

    private static Fields read(Path home, String homeId) throws IOException {
        Path file = descriptor(home);
        Fields fields = Fields.parse(file.toString(), KeyFiles.read(file), Refusal.Kind.KEY);
        if (!fields.text("schema").equals(SCHEMA)) {
            throw new Refusal(
                    Refusal.Kind.VERSION, file + " was written by another version of Vigie");
        }
        if (!fields.text("home").equals(homeId)) {
            throw fields.problem("home", "is another home");
        }
        return fields;
    }

    private static byte[] fromFile(Path home, String protection) throws IOException {
        return switch (protection) {
            case "file" -> {
                if (!Files.exists(keyFile(home), LinkOption.NOFOLLOW_LINKS)) {
                    throw KeyFiles.refused(
                            keyFile(home), "is missing: put it back, or recover it from shares");
                }
                yield decode(keyFile(home));
            }
            case "passphrase" ->
                    throw refused(
                            "the master key of this home is protected by a passphrase: set "
                                    + KeySource.PASSPHRASE);
            default ->
                    throw refused(
                            "this home does not keep its master key: set " + KeySource.MASTER_KEY);
        };
    }

    private static byte[] unwrapped(String homeId, Fields fields, String protection, String words) {
        if (!protection.equals("passphrase")) {
            throw refused("the master key of this home is not protected by a passphrase");
        }
        PassphraseKey key = PassphraseKey.read(fields);
        byte[] wrapped;
        try {
            wrapped = Base64.getDecoder().decode(fields.text("wrapped"));
        } catch (IllegalArgumentException _) {
            throw fields.problem("wrapped", "is not base64");
        }
        return Crypt.open(key.derive(words), wrapped, associated(homeId))
                .orElseThrow(() -> refused("the passphrase is not the one of this home"));
    }

    private static byte[] decode(Path file) throws IOException {
        String text = new String(KeyFiles.read(file), StandardCharsets.US_ASCII).strip();
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == Crypt.KEY) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // Refused below, as a key of another length is.
        }
        throw KeyFiles.refused(file, "does not hold 32 bytes in base64");
    }

    private boolean fits(String check) {
        return MessageDigest.isEqual(
                check.getBytes(StandardCharsets.UTF_8), check().getBytes(StandardCharsets.UTF_8));
    }

    private String check() {
        byte[] id = homeId.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Crypt.hmac(Crypt.derive(secret, "master check"), id));
    }

    private static byte[] associated(String homeId) {
        return ("vigie master " + homeId).getBytes(StandardCharsets.UTF_8);
    }

    private static Refusal refused(String reason) {
        return new Refusal(Refusal.Kind.KEY, reason);
    }

    String homeId() {
        return homeId;
    }

    byte[] wrapping() {
        return Crypt.derive(secret, "wrapping of case keys");
    }

    byte[] secret() {
        return secret.clone();
    }
}
