// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/evp.h>

#include <string>

#include "congvu/signing/keys/SecretText.h"

namespace congvu::signing::testing {

/// A private key for OpenSSL's own programs.
std::string privateKeyPem(const EVP_PKEY* key);
std::string privateKeyPem(const SecretText& pkcs8);

}  // namespace congvu::signing::testing
