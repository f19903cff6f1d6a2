// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "congvu/signing/trust/TrustStore.h"

namespace congvu::signing {

enum class ChainStatus {
    trusted,            ///< ends at an anchor and every certificate was valid at the time
    expired,            ///< ends at an anchor, but a certificate had expired
    notYetValid,        ///< ends at an anchor, but a certificate was not valid yet
    constraintsFailed,  ///< ends at an anchor, but basicConstraints, keyUsage or another RFC 5280 rule is broken
    untrusted           ///< no path to an anchor
};

/// A path from a certificate to an anchor, both included.
struct CertificateChain {
    ChainStatus status = ChainStatus::untrusted;
    std::vector<Certificate> path;
    std::string world;                    ///< the anchor's world; empty when untrusted
    std::optional<Certificate> offender;  ///< the certificate that made the status worse
    std::string detail;                   ///< English text for logs
};

enum class ChainPurpose { documentSigning, timeStamping };

/// Builds and checks certification paths (RFC 5280, 6) at a given time. No network. The best path over all anchors wins.
class ChainBuilder {
public:
    explicit ChainBuilder(const TrustStore& store) : store_(store) {}

    CertificateChain build(const Certificate& leaf, const std::vector<Certificate>& supplied, Instant at,
                           ChainPurpose purpose = ChainPurpose::documentSigning) const;

private:
    const TrustStore& store_;
};

}  // namespace congvu::signing
