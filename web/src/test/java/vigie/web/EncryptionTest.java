package vigie.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Beyond this machine nothing passes in clear.
class EncryptionTest {
    @TempDir Path folder;

    @Test
    void an_address_beyond_this_machine_needs_a_certificate() {
        for (String address : new String[] {"0.0.0.0", "192.168.1.5", "::", "unit.example"}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Setting(address, 0, Set.of(), null, null),
                    address);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new Setting("127.0.0.1", 0, Set.of(), Path.of("cert.pem"), null));
    }

    @Test
    void with_a_certificate_pages_are_encrypted_and_cookies_secure()
            throws IOException,
                    GeneralSecurityException,
                    OperatorCreationException,
                    InterruptedException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        X509Certificate certificate = certificate(pair);
        Path chain = pem("cert.pem", "CERTIFICATE", certificate.getEncoded());
        Path key = pem("key.pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
        Setting setting = new Setting("127.0.0.1", 0, Set.of(), chain, key);
        try (Server server = Server.start(setting, House.open().rooms());
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting(certificate)).build()) {
            URI door = server.address().resolve("/sign-in");
            assertEquals("https", door.getScheme());
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(door).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            assertEquals("TLSv1.3", answer.sslSession().orElseThrow().getProtocol());
            String cookie = answer.headers().firstValue("set-cookie").orElseThrow();
            assertTrue(cookie.contains("Secure"), cookie);
            assertTrue(
                    answer.headers()
                            .firstValue("strict-transport-security")
                            .orElse("")
                            .contains("max-age="));
        }
    }

    private static X509Certificate certificate(KeyPair pair)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=vigie test");
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minusSeconds(60)),
                        Date.from(now.plusSeconds(3600)),
                        name,
                        pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(pair.getPrivate())));
    }

    private Path pem(String name, String kind, byte[] bytes) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(bytes), kind));
    }

    private static SSLContext trusting(X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("vigie", certificate);
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
