// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "congvu/signing/Certificate.h"

namespace congvu::signing::tsp {

/// A time-stamp token (RFC 3161, 2.4.2) that was taken apart and whose own signature was checked.
struct TimeStampToken {
    Instant time{};
    std::string imprintAlgorithm;  ///< OpenSSL name; empty when unknown
    Bytes imprint;
    std::optional<Certificate> signer;
    std::vector<Certificate> certificates;
    std::string digestAlgorithm;
    bool signatureIsGood = false;  ///< one SignerInfo, digest, signature and signing-certificate are right

    /// The server's certificate may be one of `others` when the token does not hold it (RFC 3161, 2.4.1, certReq). Throws
    /// SigningError(malformedCms).
    static TimeStampToken parse(ByteView der, const std::vector<Certificate>& others = {});
};

}  // namespace congvu::signing::tsp
