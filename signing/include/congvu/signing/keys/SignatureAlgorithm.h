// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace congvu::signing {

/// What a key does with the signed attributes. The digest inside the CMS is the digest of the signature (EN 319 142-1, 6.3).
enum class SignatureAlgorithm { rsaPkcs1Sha256, rsaPkcs1Sha384, rsaPkcs1Sha512, rsaPssSha256, ecdsaSha256, ecdsaSha384, ecdsaSha512 };

/// "RSA-SHA256", "RSA-PSS-SHA256", "ECDSA-SHA256" …
std::string_view nameOf(SignatureAlgorithm algorithm);
/// Throws SigningError(invalidArgument) for anything else than those names.
SignatureAlgorithm signatureAlgorithmOf(std::string_view name);

/// True for RSA, with PKCS#1 v1.5 or PSS.
bool isRsa(SignatureAlgorithm algorithm);

/// OpenSSL name of the digest: "SHA256", "SHA384", "SHA512".
std::string_view digestNameOf(SignatureAlgorithm algorithm);

}  // namespace congvu::signing
