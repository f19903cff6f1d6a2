// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/x509.h>

#include <string>

namespace congvu::signing::crypto {

/// OpenSSL name of a digest by its NID: "SHA256"; empty for unknown ones.
std::string digestNameOf(int nid);

/// The digest that a signature algorithm implies, RSASSA-PSS parameters included (RFC 4055, 3.1); empty when unknown.
std::string digestOfSignature(const X509_ALGOR* algorithm);

}  // namespace congvu::signing::crypto
