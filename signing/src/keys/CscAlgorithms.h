// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "congvu/signing/keys/SignatureAlgorithm.h"

namespace congvu::signing::keys {

/// The signAlgo of a request (CSC API v2, 11.10).
struct CscAlgorithm {
    std::string identifier;  ///< OID, one of those that the credential offers
    std::string parameters;  ///< base64 of DER, for RSASSA-PSS
    bool namesHash = true;   ///< false: hashAlgorithmOID must be given too
};

/// Throws SigningError(invalidArgument) when none of `offered` is this algorithm.
CscAlgorithm cscAlgorithmOf(SignatureAlgorithm algorithm, const std::vector<std::string>& offered);

/// OID of the digest: "2.16.840.1.101.3.4.2.1".
const char* digestIdentifierOf(SignatureAlgorithm algorithm);

}  // namespace congvu::signing::keys
