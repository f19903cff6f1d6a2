// SPDX-License-Identifier: Apache-2.0
#include "keys/CscAlgorithms.h"

#include <algorithm>

#include "cms/Builder.h"
#include "congvu/signing/Base64.h"
#include "congvu/signing/SigningError.h"

namespace congvu::signing::keys {
namespace {

constexpr const char* kRsaEncryption = "1.2.840.113549.1.1.1";
constexpr const char* kEcPublicKey = "1.2.840.10045.2.1";

/// The OID that names key, padding and hash at once (RFC 8017, A.2; RFC 5758, 3.2).
const char* fullIdentifierOf(SignatureAlgorithm algorithm) {
    switch (algorithm) {
        case SignatureAlgorithm::rsaPkcs1Sha256:
            return "1.2.840.113549.1.1.11";
        case SignatureAlgorithm::rsaPkcs1Sha384:
            return "1.2.840.113549.1.1.12";
        case SignatureAlgorithm::rsaPkcs1Sha512:
            return "1.2.840.113549.1.1.13";
        case SignatureAlgorithm::rsaPssSha256:
            return "1.2.840.113549.1.1.10";
        case SignatureAlgorithm::ecdsaSha256:
            return "1.2.840.10045.4.3.2";
        case SignatureAlgorithm::ecdsaSha384:
            return "1.2.840.10045.4.3.3";
        case SignatureAlgorithm::ecdsaSha512:
            return "1.2.840.10045.4.3.4";
    }
    throw SigningError(ErrorCode::invalidArgument, "unknown signature algorithm");
}

}  // namespace

CscAlgorithm cscAlgorithmOf(SignatureAlgorithm algorithm, const std::vector<std::string>& offered) {
    const auto isOffered = [&offered](const char* identifier) {
        return std::find(offered.begin(), offered.end(), identifier) != offered.end();
    };
    const bool isPss = algorithm == SignatureAlgorithm::rsaPssSha256;
    if (isOffered(fullIdentifierOf(algorithm))) {
        return {fullIdentifierOf(algorithm), isPss ? toBase64(cms::rsaPssParameters()) : std::string(), !isPss};
    }
    const char* keyOnly = isRsa(algorithm) ? kRsaEncryption : kEcPublicKey;
    if (!isPss && isOffered(keyOnly)) {
        return {keyOnly, {}, false};
    }
    throw SigningError(ErrorCode::invalidArgument, "the credential does not sign with " + std::string(nameOf(algorithm)));
}

const char* digestIdentifierOf(SignatureAlgorithm algorithm) {
    const std::string_view name = digestNameOf(algorithm);
    if (name == "SHA384") {
        return "2.16.840.1.101.3.4.2.2";
    }
    return name == "SHA512" ? "2.16.840.1.101.3.4.2.3" : "2.16.840.1.101.3.4.2.1";
}

}  // namespace congvu::signing::keys
