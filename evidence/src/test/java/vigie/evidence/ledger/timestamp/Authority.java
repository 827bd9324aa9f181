package vigie.evidence.ledger.timestamp;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A time-stamping authority made for a test: a root certificate and a signer below it.
final class Authority {
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

    private final KeyPair signer;
    private final X509CertificateHolder root;
    private final X509CertificateHolder certificate;

    /// @param purpose what the signer's certificate is for
    Authority(KeyPurposeId purpose) throws GeneralSecurityException {
        try {
            KeyPair top = pair();
            signer = pair();
            var rootName = new X500Name("CN=Garden Root");
            root =
                    builder(rootName, rootName, top)
                            .addExtension(
                                    Extension.basicConstraints, true, new BasicConstraints(true))
                            .build(new JcaContentSignerBuilder(ALGORITHM).build(top.getPrivate()));
            certificate =
                    builder(rootName, new X500Name("CN=Garden Clock"), signer)
                            .addExtension(
                                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose))
                            .build(new JcaContentSignerBuilder(ALGORITHM).build(top.getPrivate()));
        } catch (IOException | OperatorCreationException failed) {
            throw new GeneralSecurityException(failed);
        }
    }

    byte[] reply(byte[] request, Instant at)
            throws IOException, GeneralSecurityException, TSPException {
        try {
            var info =
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build(
                                    ALGORITHM,
                                    signer.getPrivate(),
                                    new JcaX509CertificateConverter().getCertificate(certificate));
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var tokens =
                    new TimeStampTokenGenerator(
                            info,
                            digests.get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                            new ASN1ObjectIdentifier("1.2.3.4"));
            tokens.addCertificates(new JcaCertStore(List.of(certificate, root)));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(new TimeStampRequest(request), BigInteger.TEN, Date.from(at))
                    .getEncoded();
        } catch (OperatorCreationException failed) {
            throw new GeneralSecurityException(failed);
        }
    }

    /// What a library refuses to make: the same statement, signed in the same form under this
    /// authority's certificate whatever that is for.
    byte[] repeat(byte[] reply) throws IOException, GeneralSecurityException, TSPException {
        try {
            byte[] statement =
                    new TimeStampResponse(reply)
                            .getTimeStampToken()
                            .getTimeStampInfo()
                            .getEncoded();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            var named = new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(hash)});
            var attribute =
                    new Attribute(
                            PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(named));
            var info =
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .setSignedAttributeGenerator(
                                    new DefaultSignedAttributeTableGenerator(
                                            new AttributeTable(new DERSet(attribute))))
                            .build(
                                    ALGORITHM,
                                    signer.getPrivate(),
                                    new JcaX509CertificateConverter().getCertificate(certificate));
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(info);
            generator.addCertificates(new JcaCertStore(List.of(certificate, root)));
            var content =
                    new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, statement);
            var granted = new PKIStatusInfo(PKIStatus.granted);
            return new TimeStampResp(granted, generator.generate(content, true).toASN1Structure())
                    .getEncoded();
        } catch (CMSException | OperatorCreationException failed) {
            throw new GeneralSecurityException(failed);
        }
    }

    Path rootIn(Path file) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(root);
        }
        return Files.writeString(file, text.toString());
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair pair) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(subject.hashCode() & 0xFFFFL),
                Date.from(START),
                Date.from(END),
                subject,
                pair.getPublic());
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
