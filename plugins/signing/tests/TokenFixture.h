// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "SigningFixture.h"
#include "congvu/signing/keys/Signer.h"

#include <string>
#include <vector>

namespace congvu::signingdesk {

/// People with keys on tokens: what the page and the agent do together, without the agent's questions.
class TokenFixture : public SigningFixture {
protected:
    void SetUp() override { trustTheAuthority(); }

    testing::TestResponse challenge(const http::Caller& caller, const std::string& owner, const signing::Certificate& certificate,
                                    const std::vector<signing::Certificate>& chain);
    testing::TestResponse enrolWith(const http::Caller& caller, const std::string& challengeId, const std::string& value);
    /// Enrols the certificate with the proof that its key gives; the key's id.
    std::string tokenKey(const http::Caller& caller, const std::string& owner, const signing::IssuedKey& key);
    std::string chairToken();

    /// What the token gives for attributes in base64; base64 again.
    static std::string signedBy(const signing::Signer& signer, const std::string& attributes);

    testing::TestResponse prepare(const http::Caller& caller, const std::string& keyId, const std::vector<std::string>& requestIds,
                                  const std::string& places = "[]");
    struct Value {
        std::string id;
        std::string signature;
    };
    /// The values of the first `count` prepared documents by that signer.
    static std::vector<Value> valuesOf(const testing::TestResponse& prepared, const signing::Signer& signer, std::size_t count = 1);
    testing::TestResponse finish(const http::Caller& caller, const std::vector<Value>& values);
    /// Rows of a table of the plugin.
    std::int64_t rowsOf(std::string_view countSql);
};

}  // namespace congvu::signingdesk
