// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/trust/AlgorithmPolicy.h"

#include <algorithm>

namespace congvu::signing {
namespace {

Instant endOf(int year) {
    using namespace std::chrono;
    return sys_days{std::chrono::year{year} / December / 31} + hours{24} - seconds{1};
}

}  // namespace

AlgorithmPolicy::AlgorithmPolicy(std::vector<AlgorithmRule> rules) : rules_(std::move(rules)) {}

AlgorithmPolicy AlgorithmPolicy::standard() {
    // ETSI TS 119 312; Circular 15/2025/TT-BKHCN: RSA from 2048 bits, ECDSA from 256, SHA-2 and SHA-3. SHA-1 ended with
    // 2016, RSA below 2048 with 2013. The end of RSA 2048 to 3071 is the date that TS 119 312 gives for legacy use.
    return AlgorithmPolicy({{"MD5", 0, endOf(2004)},
                            {"SHA1", 0, endOf(2016)},
                            {"SHA224", 0, endOf(2023)},
                            {"SHA256", 0, std::nullopt},
                            {"SHA384", 0, std::nullopt},
                            {"SHA512", 0, std::nullopt},
                            {"SHA3-256", 0, std::nullopt},
                            {"SHA3-384", 0, std::nullopt},
                            {"SHA3-512", 0, std::nullopt},
                            {"RSA", 1024, endOf(2013)},
                            {"RSA", 2048, endOf(2030)},
                            {"RSA", 3072, std::nullopt},
                            {"EC", 256, std::nullopt}});
}

bool AlgorithmPolicy::acceptsDigest(std::string_view digest, Instant at) const {
    return std::any_of(rules_.begin(), rules_.end(), [&](const AlgorithmRule& rule) {
        return rule.algorithm == digest && rule.smallestKeyBits == 0 && (!rule.reliableUntil || at <= *rule.reliableUntil);
    });
}

bool AlgorithmPolicy::acceptsKey(std::string_view keyType, int bits, Instant at) const {
    return std::any_of(rules_.begin(), rules_.end(), [&](const AlgorithmRule& rule) {
        return rule.algorithm == keyType && rule.smallestKeyBits > 0 && bits >= rule.smallestKeyBits &&
               (!rule.reliableUntil || at <= *rule.reliableUntil);
    });
}

}  // namespace congvu::signing
