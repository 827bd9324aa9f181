package vigie.evidence.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vigie.evidence.disk.Durable;
import vigie.evidence.fields.Fields;
import vigie.evidence.json.CanonicalJson;
import vigie.evidence.json.Json;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;

/// The keys of a home: its master key, and in `keys/<case>.json` one wrapped key a case.
///
/// A wrapped key opens in its own home, for its own case, under the master key that wrapped it. A
/// wrong master key is a [Refusal] of kind `KEY` and changes nothing.
public final class Keyring {
    private static final String SCHEMA = "vigie.key/1";
    private static final String SUFFIX = ".json";

    private final Path home;
    private final MasterKey master;

    private Keyring(Path home, MasterKey master) {
        this.home = home;
        this.master = master;
    }

    /// The keys of a home; at its first use the master key is made.
    ///
    /// @throws Refusal of kind `KEY` where the master key is missing, wrong or open to others
    public static Keyring open(Path home, String homeId, KeySource source) throws IOException {
        if (!Files.exists(MasterKey.descriptor(home), LinkOption.NOFOLLOW_LINKS)) {
            if (wrapped(home)) {
                throw KeyFiles.refused(
                        MasterKey.descriptor(home),
                        "is missing though this home has keys: put it back from the backup");
            }
            Durable.folders(home.resolve("keys"));
            return new Keyring(home, MasterKey.create(home, homeId, source));
        }
        return existing(home, homeId, source);
    }

    /// The keys of a home that has some; nothing is made.
    ///
    /// @throws Refusal of kind `KEY` where the master key is missing, wrong or open to others
    public static Keyring existing(Path home, String homeId, KeySource source) throws IOException {
        Path descriptor = MasterKey.descriptor(home);
        if (!Files.exists(descriptor, LinkOption.NOFOLLOW_LINKS)) {
            throw KeyFiles.refused(descriptor, "is missing: put it back from the backup");
        }
        return new Keyring(home, MasterKey.open(home, homeId, source));
    }

    private static boolean wrapped(Path home) throws IOException {
        Path keys = home.resolve("keys");
        if (!Files.isDirectory(keys)) {
            return false;
        }
        try (Stream<Path> files = Files.list(keys)) {
            return files.anyMatch(file -> file.toString().endsWith(SUFFIX));
        }
    }

    /// The keys of a home whose master key is lost, from enough of its shares; it is protected by
    /// `source` from now on.
    ///
    /// @throws Refusal of kind `KEY` naming the share that is mistyped, foreign or one too few
    public static Keyring recover(
            Path home, String homeId, List<SecretShare> shares, KeySource source)
            throws IOException {
        byte[] secret = Shamir.combine(shares);
        MasterKey master = MasterKey.recovered(home, homeId, secret);
        master.protect(home, source);
        return new Keyring(home, master);
    }

    /// Protects the same master key in another way from now on.
    public void protect(KeySource source) throws IOException {
        master.protect(home, source);
    }

    /// Shares of the master key, of which any `threshold` recover it and fewer tell nothing; each
    /// is for another person, none is kept here.
    public List<SecretShare> shares(int threshold, int count) {
        return Shamir.split(master.secret(), threshold, count);
    }

    /// The cases that have a key, by name.
    public List<CaseName> cases() throws IOException {
        Path keys = home.resolve("keys");
        try (Stream<Path> files = Files.list(keys)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> new CaseName(file.substring(0, file.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        }
    }

    /// Whether the case has a key.
    public boolean has(CaseName name) {
        return Files.exists(file(name), LinkOption.NOFOLLOW_LINKS);
    }

    /// Makes the key of a new case.
    ///
    /// @throws Refusal of kind `KEY` where the case has one
    public CaseKey create(CaseName name) throws IOException {
        CaseKey key = CaseKey.random();
        byte[] wrapped = Crypt.seal(master.wrapping(), key.secret(), associated(name));
        byte[] json =
                CanonicalJson.write(
                        Json.Fields.ofTexts(
                                Map.of(
                                        "schema", SCHEMA,
                                        "home", master.homeId(),
                                        "case", name.value(),
                                        "wrapped", Base64.getEncoder().encodeToString(wrapped))));
        Durable.folders(home.resolve("keys"));
        try {
            Durable.create(file(name), json);
        } catch (FileAlreadyExistsException _) {
            throw new Refusal(Refusal.Kind.KEY, "the case " + name + " has a key already");
        }
        return key;
    }

    /// The key of a case.
    ///
    /// @throws Refusal of kind `KEY` where it is missing, destroyed, altered or of another home
    public CaseKey open(CaseName name) throws IOException {
        Path file = file(name);
        if (!has(name)) {
            throw new Refusal(
                    Refusal.Kind.KEY,
                    "the case " + name + " has no key: it was destroyed or never made");
        }
        Fields fields = Fields.parse(file.toString(), KeyFiles.read(file), Refusal.Kind.KEY);
        if (!fields.text("schema").equals(SCHEMA)) {
            throw new Refusal(
                    Refusal.Kind.VERSION, file + " was written by another version of Vigie");
        }
        if (!fields.text("home").equals(master.homeId())) {
            throw fields.problem("home", "is another home");
        }
        if (!fields.text("case").equals(name.value())) {
            throw fields.problem("case", "is another case");
        }
        String text = fields.text("wrapped");
        fields.finish();
        byte[] wrapped;
        try {
            wrapped = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw fields.problem("wrapped", "is not base64");
        }
        return Crypt.open(master.wrapping(), wrapped, associated(name))
                .map(CaseKey::new)
                .orElseThrow(() -> fields.problem("wrapped", "was altered, or wrapped elsewhere"));
    }

    /// Destroys the key of a case: overwritten, flushed, deleted. What the vault and the envelopes
    /// of the case hold can be opened by nobody from then on.
    ///
    /// The limit of the claim: a process that has the key open still has it; a copy of the wrapped
    /// key that a snapshot, a journal, a flash disk or somebody's backup kept opens as long as the
    /// master key exists. Wrapped keys never belong in a backup.
    public void destroy(CaseName name) throws IOException {
        Shredder.shred(file(name));
    }

    private Path file(CaseName name) {
        return home.resolve("keys").resolve(name + SUFFIX);
    }

    private byte[] associated(CaseName name) {
        return ("vigie case key\n" + master.homeId() + "\n" + name)
                .getBytes(StandardCharsets.UTF_8);
    }
}
