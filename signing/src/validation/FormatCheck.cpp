// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "pdf/Security.h"
#include "validation/SignatureChecks.h"

namespace congvu::signing::validation {
namespace {

constexpr std::string_view kRawRsa = "adbe.x509.rsa_sha1";

/// ISO 32000-1, table 252: /Cert is one certificate, or an array of them with the signer's first.
std::vector<Bytes> certificatesOf(const pdf::Reader& reader, const pdf::Object& dictionary) {
    std::vector<Bytes> out;
    const auto add = [&](const pdf::Object& item) {
        const pdf::Object& string = reader.resolve(item);
        const ByteView bytes = viewOf(string.stringValue());
        if (string.isString()) {
            out.emplace_back(bytes.begin(), bytes.end());
        }
    };
    const pdf::Object& value = reader.get(dictionary, "Cert");
    add(value);
    std::for_each(value.items().begin(), value.items().end(), add);
    return out;
}

/// ISO 32000-2, 7.6.2, leaves /Contents unencrypted; programs that encrypt its place before they fill it leave such zeros.
bool isEncryptedPadding(const SignatureContext& context) {
    const pdf::Security* security = context.reader == nullptr ? nullptr : context.reader->security();
    if (security == nullptr) {
        return false;
    }
    const pdf::ObjectNumber holder = context.found.holder;
    return security->isEncryptedZeros(context.covered.contents, context.cms->size(), {holder, context.reader->indirect(holder).generation});
}

void checkPadding(SignatureContext& context) {
    const ByteView padding = context.covered.contents.subspan(context.cms->size());
    if (std::all_of(padding.begin(), padding.end(), [](std::uint8_t byte) { return byte == 0; })) {
        return;
    }
    if (isEncryptedPadding(context)) {
        context.add("contents-padding-encrypted");
        return;
    }
    context.add("contents-trailing-data");
    context.conclude(Indication::failed, SubIndication::formatFailure);
}

void readContents(SignatureContext& context, bool isKnown) {
    const ByteView contents = context.covered.contents;
    try {
        if (context.report.subFilter == kRawRsa) {
            context.cms = cms::Parser::ofRsaSignature(contents, certificatesOf(*context.reader, context.found.dictionary));
        } else {
            context.cms.emplace(contents, context.revocation.certificates());
        }
    } catch (const SigningError& error) {
        if (isKnown) {
            context.add("cms-unreadable", error.what());
            context.conclude(Indication::failed, SubIndication::formatFailure);
        }
        return;
    }
    describeCms(context);
    checkPadding(context);
}

/// An unknown kind stays open, but when it holds a CMS, whether that fits the signed bytes is told nevertheless.
bool checkSubFilter(SignatureContext& context) {
    const std::string& kind = context.report.subFilter;
    const bool known = kind == "ETSI.CAdES.detached" || kind == "adbe.pkcs7.detached" || kind == "adbe.pkcs7.sha1" ||
                       kind == "ETSI.RFC3161" || kind == kRawRsa;
    if (!known) {
        context.add("sub-filter-unsupported", kind);
        context.conclude(Indication::indeterminate, SubIndication::generic);
    }
    return known;
}

}  // namespace

void readCms(SignatureContext& context, ByteView bytes) {
    try {
        context.cms.emplace(bytes);
    } catch (const SigningError& error) {
        context.add("cms-unreadable", error.what());
        context.conclude(Indication::failed, SubIndication::formatFailure);
        return;
    }
    describeCms(context);
}

void describeCms(SignatureContext& context) {
    const cms::Parser& cms = *context.cms;
    if (!cms.hasDefiniteLength()) {
        context.add("cms-not-der");
    }
    context.signer = cms.signer();
    context.certificates = cms.certificates();
    context.digestAlgorithm = cms.digestAlgorithm();
    SignatureReport& report = context.report;
    report.algorithm = cms.algorithmName();
    report.evidence.signatureValue = cms.signatureValue();
    report.evidence.digestAlgorithm = cms.digestAlgorithm();
    report.evidence.timeStampToken = cms.timeStampToken().value_or(Bytes{});
    if (cms.signingTime() && !report.claimedTime) {
        report.claimedTime = cms.signingTime();
    }
    describeSigner(context);
}

void describeSigner(SignatureContext& context) {
    if (!context.signer) {
        return;
    }
    SignatureReport& report = context.report;
    const Certificate& signer = *context.signer;
    report.signer = signer.commonName();
    report.signerOrganization = signer.organization();
    report.issuer = signer.issuerCommonName();
    report.serialNumber = signer.serialNumber();
    report.certificateFingerprint = signer.fingerprint();
    report.certificateNotBefore = signer.notBefore();
    report.certificateNotAfter = signer.notAfter();
    report.evidence.chain = {signer};
}

void checkStructure(SignatureContext& context) {
    const bool carriesContent = context.report.subFilter == "adbe.pkcs7.sha1" || context.report.subFilter == "ETSI.RFC3161";
    const auto digestOf = [&](const std::string& algorithm) {
        return crypto::digest(algorithm, context.covered.beforeGap, context.covered.afterGap);
    };
    if (context.cms->signerInfoCount() > 1 && context.cms->furtherSignerInfosAgree(digestOf)) {
        context.add("signer-info-repeated");
    } else if (context.cms->signerInfoCount() != 1) {
        context.add("several-signer-infos");
        context.conclude(Indication::failed, SubIndication::formatFailure);
    }
    // An empty content is none: what is signed stands in the file all the same.
    const auto& content = context.cms->encapsulatedContent();
    if (!carriesContent && content && !content->empty()) {
        context.add("content-encapsulated");
        context.conclude(Indication::failed, SubIndication::formatFailure);
    }
}

void checkFormat(SignatureContext& context) {
    for (const std::string& fault : context.covered.faults) {
        context.add(fault, context.covered.detail);
        context.conclude(Indication::failed, SubIndication::formatFailure);
    }
    for (const std::string& note : context.covered.notes) {
        context.add(note);
    }
    if (!context.covered.isUsable()) {
        return;
    }
    readContents(context, checkSubFilter(context));
    if (context.cms) {
        checkStructure(context);
    }
}

}  // namespace congvu::signing::validation
