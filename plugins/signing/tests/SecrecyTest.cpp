// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"

#include "congvu/json/Encode.h"
#include "domain/Hex.h"
#include "support/TestPki.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace congvu::signingdesk {

namespace {

using signing::testing::TestPki;

class Secrecy : public SigningFixture {
protected:
    /// Every file below the data folder that holds the bytes: database, its log, stored files, uploads.
    std::vector<std::string> filesWith(const std::string& secret) {
        const auto root = harness.context().dataFolder().parent_path().parent_path();
        std::vector<std::string> found;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{root}) {
            if (!entry.is_regular_file()) {
                continue;
            }
            std::ifstream stream{entry.path(), std::ios::binary};
            const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
            if (bytes.find(secret) != std::string::npos) {
                found.push_back(entry.path().filename().string());
            }
        }
        return found;
    }
};

}  // namespace

TEST_F(Secrecy, OfPinPassphraseAndPrivateKeyHoldsInEveryFileOfTheServer) {
    const auto keyId = chairKey();
    const auto requestId = ask();
    sign(chair, keyId, {requestId}, "wrong-" + pin);
    sign(chair, keyId, {requestId}, pin);
    harness.post(chair, "/keys/" + keyId + "/pin", R"({"pin":)" + json::toText(pin) + R"(,"newPin":)" + json::toText(pin + "-next") + "}");
    enrol(chair, "person", containerOf(TestPki::instance().chairKey(), passphrase), passphrase + "-wrong", pin);

    ASSERT_FALSE(filesWith(requestId).empty()) << "the search looks where the server writes";
    const auto& pkcs8 = TestPki::instance().chairKey().pkcs8;
    const std::string privatePart{pkcs8.view().substr(pkcs8.size() / 2, 64)};
    const std::vector<std::uint8_t> bytes(privatePart.begin(), privatePart.end());
    EXPECT_EQ(filesWith(pin), std::vector<std::string>{});
    EXPECT_EQ(filesWith(passphrase), std::vector<std::string>{});
    EXPECT_EQ(filesWith(privatePart), std::vector<std::string>{});
    EXPECT_EQ(filesWith(toHex(bytes)), std::vector<std::string>{});
}

TEST_F(Secrecy, HoldsInEveryAnswerOfTheDesk) {
    const auto keyId = chairKey();
    const auto requestId = ask();
    for (const auto& answer : {harness.get(chair, "/keys"), harness.get(administrator, "/agency-keys"),
                               sign(chair, keyId, {requestId}, "wrong-" + pin), sign(chair, keyId, {requestId}, pin)}) {
        EXPECT_EQ(answer.body.find(pin), std::string::npos);
        EXPECT_EQ(answer.body.find(passphrase), std::string::npos);
        EXPECT_EQ(answer.body.find("sealed"), std::string::npos);
        EXPECT_EQ(answer.body.find("PRIVATE"), std::string::npos);
    }
}

}  // namespace congvu::signingdesk
