// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/SignatureAlgorithm.h"

#include <array>
#include <string>

#include "congvu/signing/SigningError.h"

namespace congvu::signing {

std::string_view nameOf(SignatureAlgorithm algorithm) {
    switch (algorithm) {
        case SignatureAlgorithm::rsaPkcs1Sha256:
            return "RSA-SHA256";
        case SignatureAlgorithm::rsaPkcs1Sha384:
            return "RSA-SHA384";
        case SignatureAlgorithm::rsaPkcs1Sha512:
            return "RSA-SHA512";
        case SignatureAlgorithm::rsaPssSha256:
            return "RSA-PSS-SHA256";
        case SignatureAlgorithm::ecdsaSha256:
            return "ECDSA-SHA256";
        case SignatureAlgorithm::ecdsaSha384:
            return "ECDSA-SHA384";
        case SignatureAlgorithm::ecdsaSha512:
            return "ECDSA-SHA512";
    }
    return "unknown";
}

SignatureAlgorithm signatureAlgorithmOf(std::string_view name) {
    using enum SignatureAlgorithm;
    constexpr std::array kAll{rsaPkcs1Sha256, rsaPkcs1Sha384, rsaPkcs1Sha512, rsaPssSha256, ecdsaSha256, ecdsaSha384, ecdsaSha512};
    for (const SignatureAlgorithm algorithm : kAll) {
        if (nameOf(algorithm) == name) {
            return algorithm;
        }
    }
    throw SigningError(ErrorCode::invalidArgument, "no signature algorithm \"" + std::string(name) + '"');
}

bool isRsa(SignatureAlgorithm algorithm) {
    return algorithm < SignatureAlgorithm::ecdsaSha256;
}

std::string_view digestNameOf(SignatureAlgorithm algorithm) {
    switch (algorithm) {
        case SignatureAlgorithm::rsaPkcs1Sha384:
        case SignatureAlgorithm::ecdsaSha384:
            return "SHA384";
        case SignatureAlgorithm::rsaPkcs1Sha512:
        case SignatureAlgorithm::ecdsaSha512:
            return "SHA512";
        default:
            return "SHA256";
    }
}

}  // namespace congvu::signing
