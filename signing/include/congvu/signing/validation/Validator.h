// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/Bytes.h"
#include "congvu/signing/trust/AlgorithmPolicy.h"
#include "congvu/signing/trust/TrustStore.h"
#include "congvu/signing/validation/Report.h"

namespace congvu::signing {

/// Validates every signature of a PDF (EN 319 102-1; ISO 32000-2, 12.8). Never throws for bad input: an unreadable
/// document is a verdict. Fails closed. No network. Safe to use from several threads.
class Validator {
public:
    explicit Validator(TrustStore trust, AlgorithmPolicy policy = AlgorithmPolicy::standard());

    /// `at`: the time of validation; without a trusted time-stamp certificates must be valid then.
    ValidationReport validate(ByteView document, Instant at) const;

private:
    TrustStore trust_;
    AlgorithmPolicy policy_;
};

}  // namespace congvu::signing
