package vigie.evidence.ledger.timestamp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/// The certificates that a unit trusts to vouch for time-stamping authorities. Revocation is not
/// asked for, as that would need a connection.
public final class TrustAnchors {
    private final Set<TrustAnchor> anchors;

    private TrustAnchors(Set<TrustAnchor> anchors) {
        this.anchors = anchors;
    }

    /// The certificates of a PEM file.
    public static TrustAnchors read(Path pem) throws IOException {
        try (var in = Files.newInputStream(pem)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            Set<TrustAnchor> anchors =
                    certificates.stream()
                            .map(each -> new TrustAnchor((X509Certificate) each, null))
                            .collect(Collectors.toUnmodifiableSet());
            if (anchors.isEmpty()) {
                throw new IOException("no certificate in " + pem);
            }
            return new TrustAnchors(anchors);
        } catch (GeneralSecurityException malformed) {
            throw new IOException("no certificates can be read from " + pem, malformed);
        }
    }

    /// Whether a certificate leads to one of these, at that time, through these others.
    boolean vouchFor(X509Certificate leaf, Collection<X509Certificate> others, Instant at) {
        try {
            var selector = new X509CertSelector();
            selector.setCertificate(leaf);
            var parameters = new PKIXBuilderParameters(anchors, selector);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }
}
