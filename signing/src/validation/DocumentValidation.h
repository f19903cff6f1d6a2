// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "congvu/signing/validation/Validator.h"
#include "validation/RevisionComparison.h"
#include "validation/SignatureChecks.h"

namespace congvu::signing::validation {

/// What a validation is made with; all of it outlives the validation.
struct ValidationSetting {
    const DocumentPassword& password;
    const TrustStore& trust;
    const AlgorithmPolicy& policy;
    const ValidationOptions& options;
    Instant at;
};

/// One run over one document: finds the signatures, checks each by itself, then what changed after each.
class DocumentValidation {
public:
    /// With Reading::recovering no signature is called valid: what another program shows may be another document.
    /// Throws SigningError when the document cannot be read.
    DocumentValidation(ByteView document, const ValidationSetting& setting, pdf::Reading reading = pdf::Reading::strict);

    ValidationReport run();
    /// The same when more bytes follow, which cannot be read as a PDF.
    ValidationReport runBelowBrokenRevision(std::string_view fault);

    /// After a run: one of the signatures that hold covers everything but white space.
    bool endsInGoodSignature() const { return endsInGoodSignature_; }
    /// After a run: the signed bytes of one of the signatures are known.
    bool hasUsableSignature() const { return hasUsableSignature_; }

private:
    struct Signature {
        FoundSignature found;
        CoveredBytes covered;
        SignatureReport report;
        std::unique_ptr<SignatureContext> context;  ///< what its checks share; refers to the members above

        bool isChecked() const { return context != nullptr && context->cms && report.integrity == Integrity::intact; }
    };

    void judge();
    void findSignatures();
    void findOverlaps();
    void describe(Signature& signature) const;
    void checkIntegrity(Signature& signature);
    void proveExistence();
    void checkTrust(Signature& signature) const;
    void compareRevisions();
    void applyChanges(std::size_t upTo, std::size_t revision, ComparedRevisions compared);
    void checkWholeFile();
    void checkHiddenSignatures();
    bool isCovered() const;
    void failAll(std::string_view code, std::string_view detail = {});
    void conclude();

    pdf::Reader reader_;
    const ValidationSetting& setting_;
    RevocationCheck revocation_;
    std::vector<Signature> signatures_;
    ValidationReport report_;
    bool endsInGoodSignature_ = false;
    bool hasUsableSignature_ = false;
};

}  // namespace congvu::signing::validation
