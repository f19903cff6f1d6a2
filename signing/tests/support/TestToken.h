// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "congvu/signing/pki/DemoAuthority.h"
#include "support/Process.h"

namespace congvu::signing::testing {

inline constexpr const char* kSoftHsm = "/usr/lib/softhsm/libsofthsm2.so";

/// Puts a certificate on a token of SOFTHSM2_CONF, under the tests' PIN.
void writeTokenCertificate(const std::string& token, const std::string& label, const Bytes& id, const Certificate& certificate);

/// SoftHSM tokens in a folder of their own, which this process and its children use while the object lives.
class TestTokens {
public:
    TestTokens();
    ~TestTokens();
    TestTokens(const TestTokens&) = delete;
    TestTokens& operator=(const TestTokens&) = delete;

    static constexpr const char* kPin = "246810";

    void addToken(const std::string& label) const;
    void deleteToken(const std::string& label) const;
    /// Imports the private key with softhsm2-util.
    void importKey(const std::string& token, const std::string& label, const std::string& idHex, const IssuedKey& key) const;
    /// Writes an RSA private key that wants the PIN for each signature.
    void writeAlwaysAuthenticatedKey(const std::string& token, const std::string& label, const Bytes& id, const IssuedKey& key) const;
    void writeCertificate(const std::string& token, const std::string& label, const Bytes& id, const Certificate& certificate) const;

    const TemporaryFolder& folder() const { return folder_; }

private:
    TemporaryFolder folder_;
};

}  // namespace congvu::signing::testing
