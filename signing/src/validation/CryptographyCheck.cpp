// SPDX-License-Identifier: Apache-2.0
#include "tsp/TimeStampToken.h"
#include "validation/SignatureChecks.h"

namespace congvu::signing::validation {
namespace {

void fail(SignatureContext& context, std::string_view code, SubIndication subIndication) {
    context.add(code);
    context.conclude(Indication::failed, subIndication);
}

Bytes digestOfCovered(const SignatureContext& context, std::string_view algorithm) {
    return crypto::digest(algorithm, context.covered.beforeGap, context.covered.afterGap);
}

/// The digest that the SignerInfo must hold. For adbe.pkcs7.sha1 the content itself is a SHA-1 (ISO 32000-2, 12.8.3.3.1).
std::optional<Bytes> expectedDigest(SignatureContext& context) {
    const cms::Parser& cms = *context.cms;
    if (context.report.subFilter != "adbe.pkcs7.sha1") {
        return digestOfCovered(context, cms.digestAlgorithm());
    }
    if (!cms.encapsulatedContent() || *cms.encapsulatedContent() != digestOfCovered(context, "SHA1")) {
        fail(context, "digest-mismatch", SubIndication::hashFailure);
        return std::nullopt;
    }
    return crypto::digest(cms.digestAlgorithm(), *cms.encapsulatedContent());
}

void checkAttributes(SignatureContext& context, const Bytes& expected) {
    const cms::Parser& cms = *context.cms;
    if (!cms.hasSignedAttributes()) {
        return;
    }
    if (!cms.messageDigest()) {
        fail(context, "message-digest-missing", SubIndication::sigConstraintsFailure);
    } else if (*cms.messageDigest() != expected) {
        fail(context, "digest-mismatch", SubIndication::hashFailure);
    } else {
        context.report.evidence.documentDigest = expected;
    }
    if (!cms.hasContentType()) {
        // RFC 5652, 11.1, demands it, but digest and value bind the document without it (EN 319 102-1, 5.2.8).
        context.add("content-type-missing");
        context.conclude(Indication::indeterminate, SubIndication::sigConstraintsFailure);
    } else if (!cms.contentTypeAgrees()) {
        fail(context, "content-type-wrong", SubIndication::sigConstraintsFailure);
    }
    if (cms.signingCertificate() == cms::SigningCertificateState::differs && cms.signer()) {
        fail(context, "signing-certificate-differs", SubIndication::sigConstraintsFailure);
    } else if (cms.signingCertificate() == cms::SigningCertificateState::absent) {
        context.add("signing-certificate-absent");
    }
}

void checkDocumentTimeStamp(SignatureContext& context) {
    try {
        const auto token = tsp::TimeStampToken::parse(context.covered.contents, context.revocation.certificates());
        if (token.imprintAlgorithm.empty() || digestOfCovered(context, token.imprintAlgorithm) != token.imprint) {
            fail(context, "digest-mismatch", SubIndication::hashFailure);
        } else if (!token.signatureIsGood) {
            fail(context, "signature-value-wrong", SubIndication::sigCryptoFailure);
        }
    } catch (const SigningError&) {
        fail(context, "time-stamp-invalid", SubIndication::formatFailure);
    }
}

}  // namespace

void checkCryptography(SignatureContext& context) {
    if (context.report.isDocumentTimeStamp) {
        checkDocumentTimeStamp(context);
        return;
    }
    const cms::Parser& cms = *context.cms;
    if (cms.digestAlgorithm().empty()) {
        fail(context, "digest-unknown", SubIndication::sigCryptoFailure);
        return;
    }
    if (cms.algorithmsDisagree()) {
        fail(context, "digest-and-signature-differ", SubIndication::sigCryptoFailure);
    }
    const auto expected = expectedDigest(context);
    if (!expected) {
        return;
    }
    checkAttributes(context, *expected);
    if (!cms.signer()) {
        context.add("signer-certificate-missing");
        context.conclude(Indication::indeterminate, SubIndication::noSigningCertificateFound);
    } else if (!cms.verifies(*expected)) {
        const bool direct = !cms.hasSignedAttributes();
        fail(context, direct ? "digest-mismatch" : "signature-value-wrong",
             direct ? SubIndication::hashFailure : SubIndication::sigCryptoFailure);
    }
}

}  // namespace congvu::signing::validation
