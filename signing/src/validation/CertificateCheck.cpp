// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/trust/ChainBuilder.h"
#include "tsp/TimeStampToken.h"
#include "validation/SignatureChecks.h"

namespace congvu::signing::validation {
namespace {

/// Without a proven time an expired certificate leaves the question open; with one it is answered (EN 319 102-1, 5.2.6).
void expired(SignatureContext& context, const CertificateChain& chain) {
    context.add("certificate-expired", chain.offender ? chain.offender->commonName() + ", " + toIso8601(chain.offender->notAfter()) : "");
    if (context.report.provenTime) {
        context.conclude(Indication::failed, SubIndication::expired);
    } else {
        context.conclude(Indication::indeterminate, SubIndication::outOfBoundsNoProofOfExistence);
    }
}

void judgeChain(SignatureContext& context, const CertificateChain& chain) {
    switch (chain.status) {
        case ChainStatus::trusted:
            context.add("revocation-not-checked");
            return;
        case ChainStatus::expired:
            expired(context, chain);
            return;
        case ChainStatus::notYetValid:
            context.add("certificate-not-yet-valid", chain.offender ? toIso8601(chain.offender->notBefore()) : "");
            context.conclude(Indication::failed, SubIndication::notYetValid);
            return;
        case ChainStatus::constraintsFailed:
            context.add("chain-constraints", chain.detail);
            context.conclude(Indication::indeterminate, SubIndication::chainConstraintsFailure);
            return;
        case ChainStatus::untrusted:
            context.add("chain-not-found", chain.detail);
            context.conclude(Indication::indeterminate, SubIndication::noCertificateChainFound);
            return;
    }
}

/// Facts that hold whether or not the issuer is known.
void judgeOwnDates(SignatureContext& context, const Certificate& signer, Instant at, const CertificateChain& chain) {
    if (chain.status == ChainStatus::untrusted && at > signer.notAfter()) {
        context.add("certificate-expired", toIso8601(signer.notAfter()));
    }
    if (chain.status == ChainStatus::untrusted && at < signer.notBefore()) {
        context.add("certificate-not-yet-valid", toIso8601(signer.notBefore()));
    }
    const auto& claimed = context.report.claimedTime;
    if (claimed && (*claimed < signer.notBefore() || *claimed > signer.notAfter())) {
        context.add("claimed-time-outside-validity", toIso8601(*claimed));
    }
    if (claimed && *claimed > context.validationTime + std::chrono::minutes{10}) {
        context.add("claimed-time-in-future", toIso8601(*claimed));
    }
}

}  // namespace

void checkCertificate(SignatureContext& context) {
    if (!context.cms->signer()) {
        return;
    }
    const Certificate& signer = *context.cms->signer();
    const Instant at = context.report.provenTime.value_or(context.validationTime);
    const auto purpose = context.report.isDocumentTimeStamp ? ChainPurpose::timeStamping : ChainPurpose::documentSigning;
    const CertificateChain chain = ChainBuilder(context.trust).build(signer, context.cms->certificates(), at, purpose);
    context.report.world = chain.world;
    if (!signer.allowsSignatures() || signer.isAuthority()) {
        context.add("certificate-not-for-signing");
        context.conclude(Indication::indeterminate, SubIndication::chainConstraintsFailure);
    }
    judgeChain(context, chain);
    judgeOwnDates(context, signer, at, chain);
}

void checkTimeStamp(SignatureContext& context) {
    const bool isOwn = context.report.isDocumentTimeStamp;
    if (!isOwn && !context.cms->timeStampToken()) {
        return;
    }
    try {
        const auto token = tsp::TimeStampToken::parse(isOwn ? context.covered.contents : ByteView(*context.cms->timeStampToken()));
        const bool fits = isOwn || (!token.imprintAlgorithm.empty() &&
                                    crypto::digest(token.imprintAlgorithm, context.cms->signatureValue()) == token.imprint);
        if (!token.signatureIsGood || !token.signer || !fits ||
            !context.policy.acceptsDigest(token.imprintAlgorithm, context.validationTime)) {
            context.add("time-stamp-invalid");
            return;
        }
        const auto chain = ChainBuilder(context.trust).build(*token.signer, token.certificates, token.time, ChainPurpose::timeStamping);
        const auto now =
            ChainBuilder(context.trust).build(*token.signer, token.certificates, context.validationTime, ChainPurpose::timeStamping);
        // A token whose own certificate has expired proves nothing by itself any more.
        if (chain.status != ChainStatus::trusted || now.status != ChainStatus::trusted) {
            context.add("time-stamp-untrusted", now.detail);
            return;
        }
        context.report.provenTime = token.time;
    } catch (const SigningError&) {
        context.add("time-stamp-invalid");
    }
}

void checkAlgorithms(SignatureContext& context) {
    const cms::Parser& cms = *context.cms;
    const Instant at = context.report.provenTime.value_or(context.validationTime);
    const bool digestIsStrong = cms.digestAlgorithm().empty() || context.policy.acceptsDigest(cms.digestAlgorithm(), at);
    const bool sha1Content = context.report.subFilter == "adbe.pkcs7.sha1" && !context.policy.acceptsDigest("SHA1", at);
    const bool keyIsStrong = !cms.signer() || context.policy.acceptsKey(cms.signer()->keyType(), cms.signer()->keyBits(), at);
    if (!digestIsStrong || sha1Content || !keyIsStrong) {
        context.add("algorithm-weak", context.report.algorithm);
        context.conclude(Indication::indeterminate, SubIndication::cryptoConstraintsFailureNoProofOfExistence);
    }
}

void determineLevel(SignatureContext& context) {
    SignatureReport& report = context.report;
    if (report.isDocumentTimeStamp) {
        return;
    }
    const cms::Parser& cms = *context.cms;
    const bool baseline = report.subFilter == "ETSI.CAdES.detached" && cms.signingCertificate() == cms::SigningCertificateState::matches &&
                          cms.messageDigest() && !cms.signingTime() && context.found.dictionary.has("M");
    if (!baseline || context.hasFailed()) {
        report.nextLevelLacks = context.hasFailed() ? "the signature is not valid"
                                                    : "B-B needs ETSI.CAdES.detached, signing-certificate, /M and no signing-time";
        return;
    }
    report.level = report.provenTime ? "B-T" : "B-B";
    report.nextLevelLacks =
        report.provenTime ? "B-LT needs certificates and revocation data in the DSS" : "B-T needs a trusted signature time-stamp";
}

}  // namespace congvu::signing::validation
