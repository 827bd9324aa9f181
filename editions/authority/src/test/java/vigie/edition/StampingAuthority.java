package vigie.edition;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
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

/// A time-stamping authority that stands in a folder: a root certificate and a signer below it. It
/// signs whatever it is asked to, whatever its certificate is for; its `main` is a command that
/// reads a request and writes the reply.
final class StampingAuthority {
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    private final PrivateKey key;
    private final X509CertificateHolder certificate;

    private StampingAuthority(PrivateKey key, X509CertificateHolder certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /// Makes one in a folder, its signer's certificate for `purpose` until `end`.
    static StampingAuthority make(Path folder, KeyPurposeId purpose, Instant end)
            throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        KeyPair top = pair();
        KeyPair signer = pair();
        var rootName = new X500Name("CN=Garden Root");
        var signerName = new X500Name("CN=Garden Clock");
        try {
            var signing = new JcaContentSignerBuilder(ALGORITHM).build(top.getPrivate());
            X509CertificateHolder root =
                    builder(rootName, rootName, top, Instant.parse("2040-01-01T00:00:00Z"))
                            .addExtension(
                                    Extension.basicConstraints, true, new BasicConstraints(true))
                            .build(signing);
            X509CertificateHolder leaf =
                    builder(rootName, signerName, signer, end)
                            .addExtension(
                                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose))
                            .build(signing);
            var text = new StringWriter();
            try (var pem = new JcaPEMWriter(text)) {
                pem.writeObject(root);
            }
            Files.writeString(folder.resolve("root.pem"), text.toString());
            Files.write(folder.resolve("signer.key"), signer.getPrivate().getEncoded());
            Files.write(folder.resolve("signer.crt"), leaf.getEncoded());
            return new StampingAuthority(signer.getPrivate(), leaf);
        } catch (OperatorCreationException failed) {
            throw new GeneralSecurityException(failed);
        }
    }

    /// Opens the one in a folder.
    private static StampingAuthority open(Path folder)
            throws IOException, GeneralSecurityException {
        var encoded = new PKCS8EncodedKeySpec(Files.readAllBytes(folder.resolve("signer.key")));
        return new StampingAuthority(
                KeyFactory.getInstance("EC").generatePrivate(encoded),
                new X509CertificateHolder(Files.readAllBytes(folder.resolve("signer.crt"))));
    }

    /// Answers the request on standard input.
    public static void main(String[] folder) throws IOException, GeneralSecurityException {
        System.out.write(open(Path.of(folder[0])).reply(System.in.readAllBytes(), Instant.now()));
        System.out.flush();
    }

    /// The words that run it as a command.
    static List<String> command(Path folder) {
        String room =
                Stream.of(
                                StampingAuthority.class,
                                X500Name.class,
                                TSTInfo.class,
                                CMSSignedDataGenerator.class)
                        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                        .map(place -> Path.of(place.getPath()).toString())
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                room,
                StampingAuthority.class.getName(),
                folder.toString());
    }

    /// The reply to a request, with this time.
    byte[] reply(byte[] request, Instant at) throws IOException, GeneralSecurityException {
        var asked = TimeStampReq.getInstance(request);
        var statement =
                new TSTInfo(
                        new ASN1ObjectIdentifier("1.2.3.4"),
                        asked.getMessageImprint(),
                        new ASN1Integer(BigInteger.TEN),
                        new ASN1GeneralizedTime(Date.from(at)),
                        null,
                        ASN1Boolean.FALSE,
                        asked.getNonce(),
                        null,
                        null);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        var named = new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(hash)});
        var attribute =
                new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(named));
        try {
            var info =
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .setSignedAttributeGenerator(
                                    new DefaultSignedAttributeTableGenerator(
                                            new AttributeTable(new DERSet(attribute))))
                            .build(
                                    ALGORITHM,
                                    key,
                                    new JcaX509CertificateConverter().getCertificate(certificate));
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(info);
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            var content =
                    new CMSProcessableByteArray(
                            PKCSObjectIdentifiers.id_ct_TSTInfo, statement.getEncoded());
            return new TimeStampResp(
                            new PKIStatusInfo(PKIStatus.granted),
                            generator.generate(content, true).toASN1Structure())
                    .getEncoded();
        } catch (CMSException | OperatorCreationException failed) {
            throw new GeneralSecurityException(failed);
        }
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair pair, Instant end) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(subject.hashCode() & 0xFFFFL),
                Date.from(START),
                Date.from(end),
                subject,
                pair.getPublic());
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
