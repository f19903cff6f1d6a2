// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "congvu/signing/keys/Signer.h"

namespace congvu::signing::tool {

/// Which key signs, as the command line says: a PKCS#12 file, a token or a remote signing service.
struct KeyOptions {
    std::string container;
    std::string tokenUri;
    std::string serviceUrl;
    std::string credential;
    std::string tokenFile;  ///< access token of the service
    std::string authorities;
    std::string pinFile;
    std::string otpFile;
    bool isOtpSent = false;  ///< the service is asked to send the one-time password
    std::string algorithm;
};

void addKeyOptions(CLI::App& command, KeyOptions& options);

/// The key that signs, and roots that came with it.
struct Key {
    std::shared_ptr<const Signer> signer;
    std::vector<Certificate> roots;
};

/// Throws SigningError; invalidArgument when no key, or not all of it, was named.
Key keyOf(const KeyOptions& options);

}  // namespace congvu::signing::tool
