// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "congvu/signing/trust/ChainBuilder.h"
#include "validation/SignatureChecks.h"

namespace congvu::signing::validation {
namespace {

/// What became of one token.
struct Judgement {
    std::optional<TimeProof> proof;
    SubIndication subIndication = SubIndication::none;  ///< why there is no proof, or only a provisional one
    std::vector<RevocationLink> links;
};

/// RFC 3161, 4: a server that stops, without its key being compromised, is revoked with one of these reasons; tokens
/// from before then remain valid.
bool isHarmless(int reason) {
    constexpr int kUnspecified = 0;
    constexpr int kAffiliationChanged = 3;
    constexpr int kSuperseded = 4;
    constexpr int kCessationOfOperation = 5;
    return reason == kUnspecified || reason == kAffiliationChanged || reason == kSuperseded || reason == kCessationOfOperation;
}

/// Revoked when the token was made, or later but before the token is proven to have existed.
bool isRevoked(const RevocationLink& link, Instant madeAt, Instant controlTime) {
    const RevocationStatus& status = link.status;
    if (status.state == RevocationState::revoked) {
        return true;
    }
    return status.revokedAt && *status.revokedAt <= controlTime && !(isHarmless(status.reason) && madeAt < *status.revokedAt);
}

Judgement refuse(SignatureContext& context, std::string_view code, std::string_view detail, SubIndication subIndication) {
    context.add(code, detail);
    return {std::nullopt, subIndication, {}};
}

/// The digests must be reliable at the control time: a collision found later would let the token cover something else. The
/// server's key must have been reliable when it signed; that it no longer is, is told, so that the archive is renewed.
bool isReliable(SignatureContext& context, const tsp::TimeStampToken& token) {
    const Instant at = context.controlTime();
    const std::string type = token.signer->keyType();
    const int bits = token.signer->keyBits();
    if (!context.policy.acceptsKey(type, bits, at)) {
        context.add("time-stamp-key-aged", type + ' ' + std::to_string(bits));
    }
    return context.policy.acceptsDigest(token.imprintAlgorithm, at) && context.policy.acceptsDigest(token.digestAlgorithm, at) &&
           context.policy.acceptsKey(type, bits, token.time);
}

Judgement judgeRevocation(SignatureContext& context, const tsp::TimeStampToken& token, const CertificateChain& chain) {
    Judgement judgement;
    judgement.links = context.revocation.check(chain, token.time);
    TimeProof proof{token.time, false, chain.path.front().notAfter()};
    for (const Certificate& certificate : chain.path) {
        proof.ends = std::min(proof.ends, certificate.notAfter());
    }
    for (const RevocationLink& link : judgement.links) {
        if (isRevoked(link, token.time, context.controlTime())) {
            return refuse(context, "time-stamp-revoked", link.certificate.commonName(), SubIndication::revokedNoProofOfExistence);
        }
        if (link.status.state == RevocationState::unproven && link.isNeeded) {
            return refuse(context, "revocation-unproven", link.certificate.commonName() + ": " + link.status.detail,
                          SubIndication::noProofOfExistence);
        }
        if (link.status.state != RevocationState::good && link.isNeeded) {
            context.add("time-stamp-revocation-unavailable", link.certificate.commonName() + ": " + link.status.detail);
            proof.isProvisional = true;
        }
    }
    judgement.proof = proof;
    judgement.subIndication = proof.isProvisional ? SubIndication::tryLater : SubIndication::none;
    return judgement;
}

Judgement judge(SignatureContext& context, const tsp::TimeStampToken& token) {
    if (!token.signatureIsGood || !token.signer) {
        return refuse(context, "time-stamp-invalid", {}, SubIndication::sigCryptoFailure);
    }
    if (!isReliable(context, token)) {
        return refuse(context, "algorithm-weak", token.digestAlgorithm, SubIndication::cryptoConstraintsFailureNoProofOfExistence);
    }
    const auto helpers = context.helpers(token.certificates);
    const ChainBuilder builder(context.trust);
    const auto then = builder.build(*token.signer, helpers, token.time, ChainPurpose::timeStamping);
    // A token whose own certificate has expired proves nothing by itself any more.
    const auto now = builder.build(*token.signer, helpers, context.controlTime(), ChainPurpose::timeStamping);
    if (then.status != ChainStatus::trusted || now.status != ChainStatus::trusted) {
        const bool isExpired = then.status == ChainStatus::trusted && now.status == ChainStatus::expired;
        return refuse(context, "time-stamp-untrusted", now.status == ChainStatus::trusted ? then.detail : now.detail,
                      isExpired ? SubIndication::outOfBoundsNoProofOfExistence : SubIndication::noCertificateChainFound);
    }
    return judgeRevocation(context, token, then);
}

/// The signature's own token, if it has one that can be read and is over this very signature value.
std::optional<tsp::TimeStampToken> tokenOf(SignatureContext& context) {
    const bool isDocumentTimeStamp = context.report.isDocumentTimeStamp;
    if (!context.cms || (!isDocumentTimeStamp && !context.cms->timeStampToken())) {
        return std::nullopt;
    }
    try {
        auto token = tsp::TimeStampToken::parse(isDocumentTimeStamp ? context.covered.contents : ByteView(*context.cms->timeStampToken()),
                                                context.revocation.certificates());
        const bool fits = isDocumentTimeStamp || (!token.imprintAlgorithm.empty() &&
                                                  crypto::digest(token.imprintAlgorithm, context.cms->signatureValue()) == token.imprint);
        if (fits) {
            if (!isDocumentTimeStamp) {
                context.report.evidence.timeStampTime = token.time;
            }
            return token;
        }
    } catch (const SigningError&) {
        context.add("time-stamp-invalid");
        return std::nullopt;
    }
    context.add("time-stamp-invalid");
    return std::nullopt;
}

}  // namespace

void checkTimeStamp(SignatureContext& context) {
    const auto token = tokenOf(context);
    if (token) {
        Judgement judgement = judge(context, *token);
        context.timeStampLinks = std::move(judgement.links);
        context.proof = judgement.proof;
        if (context.report.isDocumentTimeStamp && judgement.subIndication != SubIndication::none) {
            context.conclude(Indication::indeterminate, judgement.subIndication);
        }
    }
    if (context.report.isDocumentTimeStamp) {
        if (context.proof && context.documentProof) {
            context.proof->isProvisional = context.proof->isProvisional || context.documentProof->isProvisional;
        }
    } else if (context.documentProof && (!context.proof || context.documentProof->time < context.proof->time)) {
        context.proof = context.documentProof;
    } else if (context.documentProof && context.proof) {
        context.proof->isProvisional = context.proof->isProvisional || context.documentProof->isProvisional;
    }
    if (context.proof) {
        context.report.provenTime = context.proof->time;
    }
}

}  // namespace congvu::signing::validation
