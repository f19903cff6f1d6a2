// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/validation/Validator.h"

namespace congvu::signing {

/// Validates the XML signatures (W3C XMLDSig) of an edXML file (QCVN 102:2016/BTTTT). What XML allows beyond the need is
/// refused, each with its own finding: any DOCTYPE before parsing, references outside the file, transforms other than
/// enveloped-signature and canonicalization, SHA-1, HMAC, doubled identifiers. The key comes only from a certificate in X509Data
/// whose chain is checked; KeyValue and the like are not looked at. A signature that does not cover header, body and every
/// attachment fails. Never throws for bad input. Safe to use from several threads if the source of revocation data is.
class EdxmlSignature {
public:
    explicit EdxmlSignature(TrustStore trust, AlgorithmPolicy policy = AlgorithmPolicy::standard(), ValidationOptions options = {});

    /// `at`: the time of validation; XMLDSig proves no time.
    ValidationReport validate(ByteView document, Instant at) const;

private:
    TrustStore trust_;
    AlgorithmPolicy policy_;
    ValidationOptions options_;
};

}  // namespace congvu::signing
