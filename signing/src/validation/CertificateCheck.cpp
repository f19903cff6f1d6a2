// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/trust/ChainBuilder.h"
#include "validation/SignatureChecks.h"

namespace congvu::signing::validation {
namespace {

/// EN 319 102-1, 5.5.4: a signature that is only proven to exist after its certificate had expired, or not at all, may
/// have been made before or after; that stays open.
void expired(SignatureContext& context, const CertificateChain& chain) {
    context.add("certificate-expired", chain.offender ? chain.offender->commonName() + ", " + toIso8601(chain.offender->notAfter()) : "");
    context.conclude(Indication::indeterminate, SubIndication::outOfBoundsNoProofOfExistence);
}

std::string describe(const RevocationLink& link) {
    const RevocationStatus& status = link.status;
    return link.certificate.commonName() + (status.revokedAt ? ", " + toIso8601(*status.revokedAt) : "") +
           (status.detail.empty() ? "" : ": " + status.detail);
}

void judgeLink(SignatureContext& context, const RevocationLink& link, bool isLeaf) {
    switch (link.status.state) {
        case RevocationState::good:
            if (link.status.revokedAt) {
                context.add("revoked-later", describe(link));
            }
            return;
        case RevocationState::revoked:
            context.add(isLeaf ? "certificate-revoked" : "issuer-revoked", describe(link));
            context.conclude(Indication::indeterminate,
                             isLeaf ? SubIndication::revokedNoProofOfExistence : SubIndication::revokedAuthorityNoProofOfExistence);
            return;
        case RevocationState::unknown:
            context.add("revocation-unknown", describe(link));
            context.conclude(Indication::indeterminate, SubIndication::certificateChainGeneralFailure);
            return;
        case RevocationState::unproven:
            context.add("revocation-unproven", describe(link));
            context.conclude(Indication::indeterminate, SubIndication::noProofOfExistence);
            return;
        case RevocationState::stale:
        case RevocationState::unavailable:
            break;
    }
    if (!link.isNeeded) {
        context.add("revocation-not-checked", link.certificate.commonName());
        return;
    }
    context.add("revocation-unavailable", describe(link));
    context.conclude(Indication::indeterminate, SubIndication::tryLater);
}

/// EN 319 102-1, 5.2.6.4 and 5.6.2: every certificate below the anchor, at the time that counts.
void checkRevocation(SignatureContext& context, const CertificateChain& chain, Instant at) {
    context.links = context.revocation.check(chain, at);
    for (std::size_t index = 0; index < context.links.size(); ++index) {
        const RevocationLink& link = context.links[index];
        context.report.revocations.push_back({link.certificate.commonName(), std::string(nameOf(link.status.state)), link.status.source,
                                              link.status.thisUpdate, link.status.revokedAt, link.isHeld()});
        judgeLink(context, link, index == 0);
    }
}

void judgeChain(SignatureContext& context, const CertificateChain& chain) {
    switch (chain.status) {
        case ChainStatus::trusted:
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
    const CertificateChain chain = ChainBuilder(context.trust).build(signer, context.helpers(context.cms->certificates()), at, purpose);
    context.report.world = chain.world;
    if (!signer.allowsSignatures() || signer.isAuthority()) {
        context.add("certificate-not-for-signing");
        context.conclude(Indication::indeterminate, SubIndication::chainConstraintsFailure);
    }
    judgeChain(context, chain);
    // A document time-stamp's chain was judged with its token.
    if (chain.status == ChainStatus::trusted && !context.report.isDocumentTimeStamp) {
        checkRevocation(context, chain, at);
    }
    if (context.proof && context.proof->isProvisional) {
        context.conclude(Indication::indeterminate, SubIndication::tryLater);
    }
    judgeOwnDates(context, signer, at, chain);
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

namespace {

/// EN 319 142-1, 6.3: the document itself holds what is needed to check the signer's chain and that of the time-stamp.
std::string lackingForLongTerm(const SignatureContext& context) {
    if (context.links.empty() || !context.links.front().isHeld()) {
        return "B-LT needs revocation data of the signer's certificate in the DSS";
    }
    for (const auto* links : {&context.links, &context.timeStampLinks}) {
        for (const RevocationLink& link : *links) {
            if (!link.isHeld() && link.isNeeded) {
                return "B-LT needs revocation data of \"" + link.certificate.commonName() + "\" in the DSS";
            }
        }
    }
    return {};
}

/// EN 319 142-1, 6.3: a document time-stamp covers the signature and the validation data that counts.
std::string lackingForArchive(const SignatureContext& context) {
    if (!context.documentProof || context.documentProof->isProvisional) {
        return "B-LTA needs a trusted document time-stamp over signature and validation data";
    }
    for (const auto* links : {&context.links, &context.timeStampLinks}) {
        for (const RevocationLink& link : *links) {
            if (link.ownStatus.data != nullptr && !link.ownStatus.provenAt) {
                return "B-LTA needs a document time-stamp over the data about \"" + link.certificate.commonName() + '"';
            }
        }
    }
    return {};
}

}  // namespace

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
    report.level = "B-B";
    report.nextLevelLacks = "B-T needs a trusted signature time-stamp or document time-stamp";
    if (!report.provenTime) {
        return;
    }
    report.level = "B-T";
    report.nextLevelLacks = lackingForLongTerm(context);
    if (!report.nextLevelLacks.empty()) {
        return;
    }
    report.level = "B-LT";
    report.nextLevelLacks = lackingForArchive(context);
    if (report.nextLevelLacks.empty()) {
        report.level = "B-LTA";
        report.renewBefore = context.renewBefore;
    }
}

}  // namespace congvu::signing::validation
