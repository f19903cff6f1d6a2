// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/Bytes.h"
#include "congvu/signing/pdf/DocumentPassword.h"
#include "congvu/signing/trust/AlgorithmPolicy.h"
#include "congvu/signing/trust/RevocationSource.h"
#include "congvu/signing/trust/TrustStore.h"
#include "congvu/signing/validation/Report.h"

namespace congvu::signing {

/// Which certificates need revocation data to pass (EN 319 102-1, 5.2.6.4). A revocation that is known always counts.
enum class RevocationDemand {
    whereNamed,  ///< those that name an OCSP responder or a CRL; the others get a finding
    always       ///< every certificate below the root
};

struct ValidationOptions {
    RevocationDemand demand = RevocationDemand::whereNamed;
    /// Asked when the document's own data does not answer, and only about certificates of a trusted chain. Null: no network.
    RevocationSource* revocation = nullptr;
};

/// Validates every signature of a PDF (EN 319 102-1; ISO 32000-2, 12.8). Never throws for bad input: an unreadable
/// document is a verdict. Fails closed. Safe to use from several threads if the source of revocation data is.
class Validator {
public:
    explicit Validator(TrustStore trust, AlgorithmPolicy policy = AlgorithmPolicy::standard(), ValidationOptions options = {});

    /// `at`: the time of validation. Signatures are judged at the time that trusted time-stamps prove (EN 319 102-1, 5.5
    /// and 5.6: the last document time-stamp at `at`, each earlier one at the time of the next); without one, at `at`.
    /// `password`: of an encrypted document; one that needs another is unreadable.
    ValidationReport validate(ByteView document, Instant at, const DocumentPassword& password = {}) const;

private:
    TrustStore trust_;
    AlgorithmPolicy policy_;
    ValidationOptions options_;
};

}  // namespace congvu::signing
