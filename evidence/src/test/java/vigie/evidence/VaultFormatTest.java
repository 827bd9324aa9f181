package vigie.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.vault.Stored;
import vigie.evidence.vault.Vault;
import vigie.model.casefile.CaseName;
import vigie.model.material.Sha256;

/// Reads a vault from its description in `docs/formats/vault.md`, with nothing of Vigie and nothing
/// of Tink.
class VaultFormatTest {
    @TempDir Path home;

    private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    /// RFC 5869 for one block of output.
    private static byte[] hkdf(byte[] salt, byte[] secret, byte[] info)
            throws GeneralSecurityException {
        return hmac(hmac(salt, secret), info, new byte[] {1});
    }

    private static byte[] derive(byte[] secret, String purpose) throws GeneralSecurityException {
        return hkdf(new byte[32], secret, utf8("vigie/1 " + purpose));
    }

    private static byte[] gcm(byte[] key, byte[] nonce, byte[] sealed, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, nonce));
        cipher.updateAAD(associated);
        return cipher.doFinal(sealed);
    }

    private static byte[] open(byte[] key, byte[] sealed, String associated)
            throws GeneralSecurityException {
        return gcm(
                key,
                Arrays.copyOf(sealed, 12),
                Arrays.copyOfRange(sealed, 12, sealed.length),
                utf8(associated));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String field(String json, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\":\"([^\"]*)\"").matcher(json);
        assertEquals(true, matcher.find());
        return matcher.group(1);
    }

    /// The body of a stored file: Tink's AES256-GCM-HKDF streaming.
    private static byte[] body(byte[] stored, byte[] bodyKey) throws GeneralSecurityException {
        byte[] magic = HexFormat.of().parseHex("564947494501310a");
        assertArrayEquals(magic, Arrays.copyOf(stored, 8));
        byte[] body = Arrays.copyOfRange(stored, 8, stored.length - 133);
        assertEquals(40, body[0]);
        byte[] key = hkdf(Arrays.copyOfRange(body, 1, 33), bodyKey, magic);
        byte[] prefix = Arrays.copyOfRange(body, 33, 40);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        int number = 0;
        for (int from = 40; from < body.length; number++) {
            int end = Math.min(body.length, (number + 1) * 65_536);
            byte last = (byte) (end == body.length ? 1 : 0);
            byte[] nonce = ByteBuffer.allocate(12).put(prefix).putInt(number).put(last).array();
            plain.writeBytes(gcm(key, nonce, Arrays.copyOfRange(body, from, end), new byte[0]));
            from = end;
        }
        return plain.toByteArray();
    }

    @Test
    void a_vault_can_be_read_from_its_description_alone() throws Exception {
        byte[] evidence = new byte[200_000];
        new Random(5).nextBytes(evidence);
        Keyring keyring = Keyring.open(home, "home-1", new KeySource.KeyFile());
        Path folder = home.resolve("vault/K");
        Path place = Files.write(home.resolve("large.bin"), evidence);
        Stored stored;
        Stored referenced;
        try (Vault vault =
                Vault.open(folder, keyring.create(new CaseName("K")), Clock.systemUTC())) {
            stored = vault.put(new ByteArrayInputStream(evidence), "evidence");
            referenced = vault.reference(place);
        }

        byte[] master =
                Base64.getDecoder().decode(Files.readString(home.resolve("master.key")).strip());
        String descriptor = Files.readString(home.resolve("master.json"));
        assertEquals(
                HexFormat.of().formatHex(hmac(derive(master, "master check"), utf8("home-1"))),
                field(descriptor, "check"));
        String wrapped = field(Files.readString(home.resolve("keys/K.json")), "wrapped");
        byte[] caseKey =
                open(
                        derive(master, "wrapping of case keys"),
                        Base64.getDecoder().decode(wrapped),
                        "vigie case key\nhome-1\nK");

        byte[] digest = Sha256.of(evidence).bytes();
        String name =
                HexFormat.of().formatHex(hmac(derive(caseKey, "file names"), digest, new byte[1]));
        assertEquals(stored.name(), name);
        byte[] file =
                Files.readAllBytes(
                        folder.resolve(name.substring(0, 2))
                                .resolve(name.substring(2, 4))
                                .resolve(name));
        byte[] sealed = Arrays.copyOfRange(file, file.length - 133, file.length);
        ByteBuffer seal =
                ByteBuffer.wrap(open(derive(caseKey, "file seals"), sealed, "vigie file\n" + name));
        assertEquals(1, seal.get());
        byte[] bodyKey = new byte[32];
        byte[] sealedDigest = new byte[32];
        byte[] bodyDigest = new byte[32];
        seal.get(bodyKey).get(sealedDigest);
        assertEquals(evidence.length, seal.getLong());
        seal.get(bodyDigest);
        assertArrayEquals(digest, sealedDigest);
        assertArrayEquals(Sha256.of(Arrays.copyOf(file, file.length - 133)).bytes(), bodyDigest);
        assertArrayEquals(evidence, body(file, bodyKey));

        String record = referenced.name();
        assertEquals(
                HexFormat.of()
                        .formatHex(hmac(derive(caseKey, "reference names"), digest, new byte[1])),
                record);
        byte[] kept =
                Files.readAllBytes(
                        folder.resolve(record.substring(0, 2))
                                .resolve(record.substring(2, 4))
                                .resolve(record));
        byte[] plainSeal =
                open(
                        derive(caseKey, "file seals"),
                        Arrays.copyOfRange(kept, kept.length - 133, kept.length),
                        "vigie file\n" + record);
        assertEquals(2, plainSeal[0]);
        ByteBuffer reference = ByteBuffer.wrap(body(kept, Arrays.copyOfRange(plainSeal, 1, 33)));
        byte[] uri = new byte[reference.getInt()];
        reference.get(uri);
        assertEquals(
                place.toRealPath().toUri().toString(), new String(uri, StandardCharsets.UTF_8));
        assertEquals(evidence.length, reference.getLong());
        byte[] segment = new byte[32];
        reference.get(segment);
        assertArrayEquals(digest, segment);
        assertEquals(0, reference.remaining());
    }
}
