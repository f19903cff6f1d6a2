// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/validation/Validator.h"

#include <new>

#include "congvu/signing/SigningError.h"
#include "validation/DocumentValidation.h"
#include "validation/EarlierRevision.h"
#include "validation/FindingCatalogue.h"

namespace congvu::signing {
namespace {

using namespace validation;

ValidationReport unreadable(std::string_view code, std::string_view detail) {
    ValidationReport report;
    report.verdict = Verdict::unreadable;
    report.findings.push_back(makeFinding(code, detail));
    return report;
}

/// A document whose last state cannot be read strictly. Three things may have happened: the last signer's program wrote a
/// broken file and signed it; something broken was appended to a good signed file; the file was broken before it was
/// signed. What was appended counts as a change; otherwise the signatures are judged over what can be found in the bytes,
/// and none of them passes. A file in which none is found stays unreadable: it may have been lost with the damage.
class BrokenDocument {
public:
    BrokenDocument(ByteView document, const ValidationSetting& setting, const SigningError& fault)
        : document_(document), setting_(setting), fault_(fault) {}

    ValidationReport validate() {
        const bool isDamaged = fault_.code() == ErrorCode::malformedPdf || fault_.code() == ErrorCode::notAPdf;
        if (isDamaged) {
            recover();
        }
        if (endsInGoodSignature_) {
            return std::move(*recovered_);
        }
        if (auto below = validateBelow()) {
            return std::move(*below);
        }
        return recovered_ ? std::move(*recovered_) : refuse();
    }

private:
    void recover() {
        try {
            DocumentValidation validation(document_, setting_, pdf::Reading::recovering);
            ValidationReport report = validation.run();
            report.findings.push_back(makeFinding("cross-reference-rebuilt", fault_.what()));
            endsInGoodSignature_ = validation.endsInGoodSignature();
            wasSearched_ = true;
            // A signature that the form no longer holds tells of an attack, though it cannot be checked.
            const bool isHidden = report.signatures.empty() && report.verdict == Verdict::invalid;
            if (validation.hasUsableSignature() || isHidden) {
                recovered_ = std::move(report);
            }
        } catch (const SigningError&) {
            recovered_.reset();
        }
    }

    std::optional<ValidationReport> validateBelow() const {
        try {
            if (const auto end = endOfReadableSignedRevision(document_, setting_.password)) {
                return DocumentValidation(document_.first(*end), setting_).runBelowBrokenRevision(fault_.what());
            }
        } catch (const SigningError&) {
            return std::nullopt;
        }
        return std::nullopt;
    }

    ValidationReport refuse() const {
        if (fault_.code() == ErrorCode::encryptedPdf) {
            return unreadable("encrypted-document", {});
        }
        if (fault_.code() == ErrorCode::wrongDocumentPassword) {
            return unreadable("wrong-document-password", {});
        }
        ValidationReport report = unreadable("unreadable-document", fault_.what());
        if (wasSearched_) {
            report.findings.push_back(makeFinding("no-signature-recovered"));
        }
        return report;
    }

    ByteView document_;
    const ValidationSetting& setting_;
    const SigningError& fault_;
    std::optional<ValidationReport> recovered_;
    bool endsInGoodSignature_ = false;
    bool wasSearched_ = false;
};

ValidationReport validated(ByteView document, const ValidationSetting& setting) {
    try {
        return DocumentValidation(document, setting).run();
    } catch (const SigningError& error) {
        return BrokenDocument(document, setting, error).validate();
    }
}

}  // namespace

Validator::Validator(TrustStore trust, AlgorithmPolicy policy, ValidationOptions options)
    : trust_(std::move(trust)), policy_(std::move(policy)), options_(options) {}

ValidationReport Validator::validate(ByteView document, Instant at, const DocumentPassword& password) const {
    const ValidationSetting setting{password, trust_, policy_, options_, at};
    try {
        return validated(document, setting);
    } catch (const std::bad_alloc&) {
        return unreadable("unreadable-document", "out of memory");
    }
}

}  // namespace congvu::signing
