// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/cades/CadesValidator.h"

#include "congvu/signing/SigningError.h"
#include "validation/SignatureChecks.h"

namespace congvu::signing {
namespace {

using namespace validation;

/// What the signature itself holds about revocation (EN 319 122-1, 6.3: B-LT keeps it in SignedData.crls).
pades::SecurityStore storeOf(ByteView signature) {
    pades::SecurityStore store;
    try {
        cms::EmbeddedRevocation held = cms::Parser(signature).revocation();
        for (Bytes& list : held.crls) {
            store.crls.push_back({0, std::move(list), 0});
        }
        for (Bytes& response : held.ocspResponses) {
            store.ocspResponses.push_back({0, std::move(response), 0});
        }
    } catch (const SigningError&) {
        return {};  // reported when the signature is read
    }
    return store;
}

void checkDetachedFormat(SignatureContext& context) {
    readCms(context, context.covered.contents);
    if (!context.cms) {
        return;
    }
    if (context.cms->size() != context.covered.contents.size()) {
        context.add("cms-trailing-data");
        context.conclude(Indication::failed, SubIndication::formatFailure);
    }
    checkStructure(context);
}

/// What a level lacks, in both languages; empty when nothing is lacking.
struct CadesGap {
    const char* english;
    const char* vietnamese;
};

/// EN 319 122-1, 6.3.
CadesGap firstGap(const SignatureContext& context, std::string& level) {
    const cms::Parser& cms = *context.cms;
    if (context.hasFailed()) {
        return {"the signature is not valid", "chữ ký không hợp lệ"};
    }
    if (!cms.messageDigest() || !cms.signingTime() || cms.signingCertificate() != cms::SigningCertificateState::matches) {
        return {"B-B needs message-digest, signing-time and signing-certificate",
                "B-B cần message-digest, signing-time và signing-certificate"};
    }
    level = "B-B";
    if (!context.report.provenTime) {
        return {"B-T needs a trusted signature time-stamp", "B-T cần dấu thời gian đáng tin cậy của chữ ký"};
    }
    level = "B-T";
    bool isHeld = !context.links.empty() && context.links.front().isHeld();
    for (const auto* links : {&context.links, &context.timeStampLinks}) {
        for (const RevocationLink& link : *links) {
            isHeld = isHeld && (link.isHeld() || !link.isNeeded);
        }
    }
    if (!isHeld) {
        return {"B-LT needs revocation data of every certificate in the signature",
                "B-LT cần dữ liệu thu hồi của mọi chứng thư số trong chữ ký"};
    }
    level = "B-LT";
    return {"B-LTA by archive-time-stamp-v3 is not evaluated", "chưa đánh giá B-LTA bằng archive-time-stamp-v3"};
}

void determineCadesLevel(SignatureContext& context) {
    const CadesGap gap = firstGap(context, context.report.level);
    context.report.nextLevelLacks = gap.english;
    context.report.nextLevelLacksVietnamese = gap.vietnamese;
}

void checkIntegrity(SignatureContext& context) {
    checkDetachedFormat(context);
    if (!context.cms || context.hasFailed()) {
        return;
    }
    checkCryptography(context);
    if (!context.hasFailed() && context.signer) {
        context.report.integrity = Integrity::intact;
    }
}

}  // namespace

CadesValidator::CadesValidator(TrustStore trust, AlgorithmPolicy policy, ValidationOptions options)
    : trust_(std::move(trust)), policy_(std::move(policy)), options_(options) {}

ValidationReport CadesValidator::validate(ByteView signature, ByteView content, Instant at) const {
    const FoundSignature found;
    CoveredBytes covered;
    covered.beforeGap = content;
    covered.contents = signature;
    covered.end = content.size();
    SignatureReport report;
    report.indication = Indication::passed;
    report.coveredLength = content.size();
    report.revision = 1;
    report.coversWholeFile = true;
    RevocationCheck revocation(storeOf(signature), policy_, at, options_);
    SignatureContext context{found, covered, trust_, policy_, at, report, revocation};
    checkIntegrity(context);
    if (context.cms && !context.hasFailed()) {
        checkTimeStamp(context);
        checkCertificate(context);
        checkAlgorithms(context);
    }
    if (context.cms) {
        determineCadesLevel(context);
    }
    if (revocation.hasDamagedItems()) {
        context.add("validation-data-damaged");
    }
    ValidationReport out;
    out.format = "CMS";
    out.process = ValidationProcess::longTerm;
    out.validatedAt = at;
    out.verdict = verdictOf(report.indication);
    out.signatures.push_back(std::move(report));
    return out;
}

}  // namespace congvu::signing
