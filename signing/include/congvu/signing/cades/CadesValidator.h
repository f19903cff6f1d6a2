// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/validation/Validator.h"

namespace congvu::signing {

/// Validates a detached CMS signature (.p7s; ETSI EN 319 122-1, RFC 5652) over a file, with the checks of EN 319 102-1, 5.5.
/// Refused, each with its own finding: more than one SignerInfo, content of its own, bytes after the CMS, a digest that is not
/// the one of the signature algorithm. Levels B-B, B-T and B-LT are told; archive-time-stamp-v3 is not evaluated, so nothing
/// is called B-LTA. Never throws for bad input. Safe to use from several threads if the source of revocation data is.
class CadesValidator {
public:
    explicit CadesValidator(TrustStore trust, AlgorithmPolicy policy = AlgorithmPolicy::standard(), ValidationOptions options = {});

    /// `signature`: DER or BER of a ContentInfo. `content`: the file that it signs. `at`: the time of validation.
    ValidationReport validate(ByteView signature, ByteView content, Instant at) const;

private:
    TrustStore trust_;
    AlgorithmPolicy policy_;
    ValidationOptions options_;
};

}  // namespace congvu::signing
