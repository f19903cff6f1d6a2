// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "congvu/signing/Time.h"

namespace congvu::signing {

/// Until when an algorithm may be relied on. A line of the table that ETSI TS 119 312 and Circular 15/2025/TT-BKHCN lead to.
struct AlgorithmRule {
    std::string algorithm;                 ///< "SHA1", "SHA256", "RSA", "EC"
    int smallestKeyBits = 0;               ///< 0 for digests
    std::optional<Instant> reliableUntil;  ///< absent: no end known
};

/// Which algorithms count at which time: data, not code.
class AlgorithmPolicy {
public:
    /// The table of this version, with end dates.
    static AlgorithmPolicy standard();

    explicit AlgorithmPolicy(std::vector<AlgorithmRule> rules);

    bool acceptsDigest(std::string_view digest, Instant at) const;
    bool acceptsKey(std::string_view keyType, int bits, Instant at) const;

    const std::vector<AlgorithmRule>& rules() const { return rules_; }

private:
    std::vector<AlgorithmRule> rules_;
};

}  // namespace congvu::signing
