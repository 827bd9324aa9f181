package vigie.evidence.ledger.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;
import vigie.evidence.disk.Durable;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.evidence.ledger.checkpoint.Checkpoints;
import vigie.model.material.Sha256;

/// The time stamps of a ledger's checkpoints, kept beside them: the request as `.tsq`, the reply as
/// `.tsr`. What is stamped is the SHA-256 of the checkpoint's bytes.
public final class Timestamps {
    /// Longer than any reply of an authority.
    static final int MAX_BYTES = 1 << 20;

    private final Checkpoints checkpoints;
    private final @Nullable TrustAnchors trust;

    /// @param trust who may vouch for an authority; null where the unit states none
    public Timestamps(Checkpoints checkpoints, @Nullable TrustAnchors trust) {
        this.checkpoints = checkpoints;
        this.trust = trust;
    }

    /// The request for a checkpoint, written beside it once: to be sent to an authority by whatever
    /// means the unit has.
    public Path request(Checkpoint checkpoint) throws IOException {
        Path file = checkpoints.file(checkpoint.size(), "tsq");
        if (!Files.exists(file)) {
            var generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            var nonce = new BigInteger(64, new SecureRandom());
            byte[] digest = Sha256.of(checkpoint.bytes()).bytes();
            var request = generator.generate(TSPAlgorithms.SHA256, digest, nonce);
            Durable.replace(file, request.getEncoded());
        }
        return file;
    }

    /// Keeps the reply to the request for a checkpoint, once it is valid and, where the unit states
    /// trust anchors, one of them vouches for its authority.
    ///
    /// @throws BadTimestamp if it is not; nothing is kept then
    public Stamp accept(Checkpoint checkpoint, byte[] reply) throws IOException {
        Stamp stamp = check(checkpoint, reply);
        if (trust != null && !stamp.trusted()) {
            throw new BadTimestamp("no trust anchor vouches for " + stamp.authority());
        }
        Durable.replace(checkpoints.file(checkpoint.size(), "tsr"), reply);
        return stamp;
    }

    /// Has a command make the reply: it reads the request from its standard input and writes the
    /// reply to its standard output.
    public Stamp accept(Checkpoint checkpoint, TimestampCommand command) throws IOException {
        return accept(checkpoint, command.run(request(checkpoint)));
    }

    /// The time stamp of a checkpoint, checked again, if it has one.
    ///
    /// @throws BadTimestamp if what is kept is no valid one
    public Optional<Stamp> stamp(Checkpoint checkpoint) throws IOException {
        Path file = checkpoints.file(checkpoint.size(), "tsr");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new BadTimestamp("longer than any reply of an authority");
        }
        return Optional.of(check(checkpoint, Files.readAllBytes(file)));
    }

    private Stamp check(Checkpoint checkpoint, byte[] reply) throws IOException {
        Path asked = checkpoints.file(checkpoint.size(), "tsq");
        if (!Files.exists(asked)) {
            throw new BadTimestamp("no request for this checkpoint was made here");
        }
        try {
            TimeStampRequest request = request(Files.readAllBytes(asked));
            if (!Sha256.ofDigest(request.getMessageImprintDigest())
                    .equals(Sha256.of(checkpoint.bytes()))) {
                throw new BadTimestamp("the request is not for this checkpoint");
            }
            TimeStampResponse response = response(reply);
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new BadTimestamp("the authority refused: " + response.getStatusString());
            }
            return check(checkpoint.size(), token);
        } catch (TSPException | RuntimeException refused) {
            // The library meets malformed bytes with unchecked exceptions of many kinds.
            throw new BadTimestamp("not a time stamp of this checkpoint: " + refused.getMessage());
        }
    }

    private static TimeStampRequest request(byte[] kept) throws BadTimestamp {
        try {
            return new TimeStampRequest(kept);
        } catch (IOException malformed) {
            throw new BadTimestamp("the request that is kept is none: " + malformed.getMessage());
        }
    }

    private static TimeStampResponse response(byte[] reply) throws BadTimestamp, TSPException {
        if (reply.length > MAX_BYTES) {
            throw new BadTimestamp("longer than any reply of an authority");
        }
        try {
            return new TimeStampResponse(reply);
        } catch (IOException malformed) {
            throw new BadTimestamp("not the reply of an authority: " + malformed.getMessage());
        }
    }

    private Stamp check(long size, TimeStampToken token) throws BadTimestamp, TSPException {
        Collection<X509CertificateHolder> certificates = token.getCertificates().getMatches(null);
        X509CertificateHolder signer =
                certificates.stream()
                        .filter(token.getSID()::match)
                        .findFirst()
                        .orElseThrow(() -> new BadTimestamp("the reply lacks its certificate"));
        Instant at = token.getTimeStampInfo().getGenTime().toInstant();
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            var converter = new JcaX509CertificateConverter();
            X509Certificate leaf = converter.getCertificate(signer);
            var others = new ArrayList<X509Certificate>();
            for (X509CertificateHolder each : certificates) {
                others.add(converter.getCertificate(each));
            }
            boolean trusted = trust != null && trust.vouchFor(leaf, others, at);
            return new Stamp(size, at, signer.getSubject().toString(), trusted);
        } catch (CertificateException | OperatorCreationException unreadable) {
            throw new BadTimestamp("the authority's certificate: " + unreadable.getMessage());
        }
    }
}
