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
    if (!context.signer) {
        return;
    }
    const Certificate& signer = *context.signer;
    const Instant at = context.report.provenTime.value_or(context.validationTime);
    const auto purpose = context.report.isDocumentTimeStamp ? ChainPurpose::timeStamping : ChainPurpose::documentSigning;
    const CertificateChain chain = ChainBuilder(context.trust).build(signer, context.helpers(context.certificates), at, purpose);
    context.report.world = chain.world;
    if (!chain.path.empty()) {
        context.report.evidence.chain = chain.path;
        context.report.evidence.endsAtAnchor = chain.status != ChainStatus::untrusted;
    }
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
    const Instant at = context.report.provenTime.value_or(context.validationTime);
    const bool digestIsStrong = context.digestAlgorithm.empty() || context.policy.acceptsDigest(context.digestAlgorithm, at);
    const bool sha1Content = context.report.subFilter == "adbe.pkcs7.sha1" && !context.policy.acceptsDigest("SHA1", at);
    const bool keyIsStrong = !context.signer || context.policy.acceptsKey(context.signer->keyType(), context.signer->keyBits(), at);
    if (!digestIsStrong || sha1Content || !keyIsStrong) {
        context.add("algorithm-weak", context.report.algorithm);
        context.conclude(Indication::indeterminate, SubIndication::cryptoConstraintsFailureNoProofOfExistence);
    }
}

namespace {

/// What a level lacks, in both languages; empty when nothing is lacking.
struct Gap {
    std::string english;
    std::string vietnamese;

    bool isEmpty() const { return english.empty(); }
};

/// EN 319 142-1, 6.3: the document itself holds what is needed to check the signer's chain and that of the time-stamp.
Gap lackingForLongTerm(const SignatureContext& context) {
    if (context.links.empty() || !context.links.front().isHeld()) {
        return {"B-LT needs revocation data of the signer's certificate in the DSS",
                "B-LT cần dữ liệu thu hồi của chứng thư số người ký trong DSS"};
    }
    for (const auto* links : {&context.links, &context.timeStampLinks}) {
        for (const RevocationLink& link : *links) {
            if (!link.isHeld() && link.isNeeded) {
                const std::string name = '"' + link.certificate.commonName() + '"';
                return {"B-LT needs revocation data of " + name + " in the DSS", "B-LT cần dữ liệu thu hồi của " + name + " trong DSS"};
            }
        }
    }
    return {};
}

/// EN 319 142-1, 6.3: a document time-stamp covers the signature and the validation data that counts.
Gap lackingForArchive(const SignatureContext& context) {
    if (!context.documentProof || context.documentProof->isProvisional) {
        return {"B-LTA needs a trusted document time-stamp over signature and validation data",
                "B-LTA cần dấu thời gian của văn bản đáng tin cậy trên chữ ký và dữ liệu xác thực"};
    }
    for (const auto* links : {&context.links, &context.timeStampLinks}) {
        for (const RevocationLink& link : *links) {
            if (link.ownStatus.data != nullptr && !link.ownStatus.provenAt) {
                const std::string name = '"' + link.certificate.commonName() + '"';
                return {"B-LTA needs a document time-stamp over the data about " + name,
                        "B-LTA cần dấu thời gian của văn bản trên dữ liệu về " + name};
            }
        }
    }
    return {};
}

/// EN 319 142-1, 6.3: attributes and entries of a PAdES baseline signature.
Gap lackingForBaseline(const SignatureContext& context) {
    if (context.hasFailed()) {
        return {"the signature is not valid", "chữ ký không hợp lệ"};
    }
    const cms::Parser& cms = *context.cms;
    const bool baseline = context.report.subFilter == "ETSI.CAdES.detached" &&
                          cms.signingCertificate() == cms::SigningCertificateState::matches && cms.messageDigest() && !cms.signingTime() &&
                          context.found.dictionary.has("M");
    return baseline ? Gap{}
                    : Gap{"B-B needs ETSI.CAdES.detached, signing-certificate, /M and no signing-time",
                          "B-B cần ETSI.CAdES.detached, signing-certificate, /M và không có signing-time"};
}

/// Sets the level, and true when nothing is lacking for it.
bool reach(SignatureReport& report, const char* level, const Gap& gap) {
    report.nextLevelLacks = gap.english;
    report.nextLevelLacksVietnamese = gap.vietnamese;
    if (gap.isEmpty()) {
        report.level = level;
    }
    return gap.isEmpty();
}

Gap lackingForTime(const SignatureReport& report) {
    return report.provenTime ? Gap{}
                             : Gap{"B-T needs a trusted signature time-stamp or document time-stamp",
                                   "B-T cần dấu thời gian đáng tin cậy của chữ ký hoặc của văn bản"};
}

}  // namespace

void determineLevel(SignatureContext& context) {
    SignatureReport& report = context.report;
    if (report.isDocumentTimeStamp) {
        return;
    }
    const bool isComplete = reach(report, "B-B", lackingForBaseline(context)) && reach(report, "B-T", lackingForTime(report)) &&
                            reach(report, "B-LT", lackingForLongTerm(context)) && reach(report, "B-LTA", lackingForArchive(context));
    if (isComplete) {
        report.renewBefore = context.renewBefore;
    }
}

}  // namespace congvu::signing::validation
