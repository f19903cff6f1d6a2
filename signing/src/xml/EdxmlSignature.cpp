// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/xml/EdxmlSignature.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "validation/FindingCatalogue.h"
#include "validation/SignatureChecks.h"
#include "xml/EdxmlCoverage.h"
#include "xml/XmlSecurity.h"

namespace congvu::signing {
namespace {

using namespace validation;

ValidationReport refused(const xml::XmlDocument::Refusal& refusal) {
    ValidationReport report;
    report.verdict = Verdict::unreadable;
    report.findings.push_back(makeFinding(refusal.code, refusal.detail));
    return report;
}

/// One run over one file.
class EdxmlValidation {
public:
    EdxmlValidation(const xml::XmlDocument& document, const TrustStore& trust, const AlgorithmPolicy& policy,
                    const ValidationOptions& options, Instant at)
        : document_(document), parts_(document), trust_(trust), policy_(policy), at_(at), revocation_({}, policy, at, options) {}

    ValidationReport run(std::uint64_t fileSize);

private:
    SignatureReport check(xmlNode* node, std::size_t number, std::uint64_t fileSize);
    void checkForm(SignatureContext& context, const xml::XmlSignature& signature) const;
    void checkSignature(SignatureContext& context, const xml::XmlSignature& signature) const;
    void checkCoverage(SignatureContext& context, const xml::XmlSignature& signature) const;

    const xml::XmlDocument& document_;
    xml::EdxmlParts parts_;
    const TrustStore& trust_;
    const AlgorithmPolicy& policy_;
    Instant at_;
    RevocationCheck revocation_;
};

void EdxmlValidation::checkForm(SignatureContext& context, const xml::XmlSignature& signature) const {
    for (const auto* faults : {&signature.faults, &parts_.faults()}) {
        for (const xml::XmlFault& fault : *faults) {
            context.add(fault.code, fault.detail);
            context.conclude(Indication::failed, SubIndication::formatFailure);
        }
    }
    if (signature.hasOtherKeyInfo) {
        context.add("xml-key-info-ignored");
    }
    if (document_.hasComments()) {
        context.add("xml-comments");
    }
    if (signature.certificates.empty()) {
        context.add("signer-certificate-missing");
        context.conclude(Indication::indeterminate, SubIndication::noSigningCertificateFound);
    }
}

void EdxmlValidation::checkSignature(SignatureContext& context, const xml::XmlSignature& signature) const {
    switch (xml::verifySignature(document_, signature, *context.signer)) {
        case xml::XmlOutcome::good:
            context.report.integrity = Integrity::intact;
            return;
        case xml::XmlOutcome::digestWrong:
            context.add("digest-mismatch");
            context.conclude(Indication::failed, SubIndication::hashFailure);
            return;
        case xml::XmlOutcome::valueWrong:
            context.add("signature-value-wrong");
            context.conclude(Indication::failed, SubIndication::sigCryptoFailure);
            return;
    }
}

/// Only the nodes that the references lead to were signed; what a reader takes must lie among them.
void EdxmlValidation::checkCoverage(SignatureContext& context, const xml::XmlSignature& signature) const {
    const std::vector<std::string> uncovered = parts_.uncoveredBy(signature);
    for (const std::string& name : uncovered) {
        context.add("xml-part-not-covered", name);
    }
    if (!uncovered.empty()) {
        context.report.integrity = Integrity::modified;
        context.conclude(Indication::failed, SubIndication::formatFailure);
    }
    context.report.coversWholeFile = uncovered.empty();
    for (const std::string& name : parts_.missingAttachments()) {
        context.add("xml-attachment-missing", name);
        context.conclude(Indication::indeterminate, SubIndication::signedDataNotFound);
    }
}

SignatureReport EdxmlValidation::check(xmlNode* node, std::size_t number, std::uint64_t fileSize) {
    const xml::XmlSignature signature = xml::XmlSignature::read(document_, node);
    const FoundSignature found;
    CoveredBytes covered;
    SignatureReport report;
    report.field = "Signature " + std::to_string(number);
    report.indication = Indication::passed;
    report.algorithm = signature.algorithm;
    report.revision = 1;
    report.coveredLength = fileSize;
    report.evidence.signatureValue = signature.value;
    SignatureContext context{found, covered, trust_, policy_, at_, report, revocation_};
    context.certificates = signature.certificates;
    context.digestAlgorithm = signature.digestAlgorithm;
    if (!signature.certificates.empty()) {
        context.signer = signature.certificates.front();
    }
    describeSigner(context);
    checkForm(context, signature);
    if (context.hasFailed() || !context.signer) {
        return report;
    }
    checkSignature(context, signature);
    if (!context.hasFailed()) {
        checkCoverage(context, signature);
        checkCertificate(context);
        checkAlgorithms(context);
    }
    return report;
}

ValidationReport EdxmlValidation::run(std::uint64_t fileSize) {
    constexpr std::size_t kMostSignatures = 50;
    ValidationReport out;
    if (parts_.signatures().size() > kMostSignatures) {
        return refused({"xml-unreadable", "too many signatures"});
    }
    out.verdict = Verdict::valid;
    for (std::size_t index = 0; index < parts_.signatures().size(); ++index) {
        out.signatures.push_back(check(parts_.signatures()[index], index + 1, fileSize));
        out.verdict = std::max(out.verdict, verdictOf(out.signatures.back().indication));
    }
    if (!parts_.misplacedSignatures().empty()) {
        out.findings.push_back(makeFinding("xml-signature-misplaced"));
        out.verdict = Verdict::invalid;
    } else if (parts_.signatures().empty()) {
        out.findings.push_back(makeFinding("no-signature"));
        out.verdict = Verdict::unsignedDocument;
    }
    return out;
}

}  // namespace

EdxmlSignature::EdxmlSignature(TrustStore trust, AlgorithmPolicy policy, ValidationOptions options)
    : trust_(std::move(trust)), policy_(std::move(policy)), options_(options) {}

ValidationReport EdxmlSignature::validate(ByteView bytes, Instant at) const {
    ValidationReport report;
    try {
        xml::XmlDocument::Refusal refusal;
        const auto document = xml::XmlDocument::parse(bytes, refusal);
        if (!document) {
            report = refused(refusal);
        } else if (xml::nameOf(document->root()) != "edXML") {
            report = refused({"xml-not-edxml", std::string(xml::nameOf(document->root()))});
        } else {
            report = EdxmlValidation(*document, trust_, policy_, options_, at).run(bytes.size());
        }
    } catch (const SigningError& error) {
        report = refused({"xml-unreadable", error.what()});
    }
    report.format = "edXML";
    report.process = ValidationProcess::basic;
    report.validatedAt = at;
    return report;
}

}  // namespace congvu::signing
