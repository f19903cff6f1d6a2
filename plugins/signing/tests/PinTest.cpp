// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"

#include "congvu/json/Encode.h"

#include <thread>
#include <vector>

namespace congvu::signingdesk {

namespace {

class Pin : public SigningFixture {
protected:
    testing::TestResponse guess(const std::string& keyId, const std::string& requestId) {
        return sign(chair, keyId, {requestId}, "wrong-" + pin);
    }
    std::string lockedKey(const std::string& requestId) {
        const auto keyId = chairKey();
        for (int attempt = 0; attempt < 5; ++attempt) {
            guess(keyId, requestId);
        }
        return keyId;
    }
    testing::TestResponse changePin(const http::Caller& caller, const std::string& keyId, const std::string& old, const std::string& next) {
        return harness.post(caller, "/keys/" + keyId + "/pin",
                            R"({"pin":)" + json::toText(old) + R"(,"newPin":)" + json::toText(next) + "}");
    }
    std::string stateOf(const std::string& keyId) {
        const auto keys = harness.get(administrator, "/agency-keys");
        EXPECT_EQ(keys.at("items/0/id"), keyId);
        return keys.at("items/0/state");
    }
};

}  // namespace

TEST_F(Pin, ThatIsWrongIsCountedAndTellsHowManyAttemptsAreLeft) {
    const auto requestId = ask();
    const auto keyId = chairKey();
    for (const std::string left : {"4", "3", "2", "1"}) {
        const auto answer = guess(keyId, requestId);
        EXPECT_EQ(answer.status, 422);
        EXPECT_EQ(answer.at("errors/0/pointer"), "/pin");
        EXPECT_EQ(answer.at("errors/0/code"), "signing.wrong-pin");
        EXPECT_NE(answer.at("errors/0/message").find(left), std::string::npos) << answer.body;
    }
    EXPECT_EQ(request(chair, requestId).at("state"), "open");
}

TEST_F(Pin, LocksTheKeyAtTheFifthWrongAttemptAndThenTheRightPinIsRefusedToo) {
    const auto requestId = ask();
    const auto keyId = chairKey();
    for (int attempt = 0; attempt < 4; ++attempt) {
        EXPECT_EQ(guess(keyId, requestId).status, 422);
    }
    const auto fifth = guess(keyId, requestId);
    EXPECT_EQ(fifth.status, 423);
    EXPECT_EQ(fifth.at("code"), "signing.key-locked");
    EXPECT_EQ(sign(chair, keyId, {requestId}, pin).status, 423);
    EXPECT_EQ(changePin(chair, keyId, pin, pin + "-next").status, 423);
    EXPECT_EQ(stateOf(keyId), "locked");
    EXPECT_EQ(request(chair, requestId).at("state"), "open");
    const std::vector<std::string> acts{"signing.key-enrolled", "signing.wrong-pin", "signing.wrong-pin",
                                        "signing.wrong-pin",    "signing.wrong-pin", "signing.key-locked"};
    EXPECT_EQ(auditOf("key", keyId), acts);
}

TEST_F(Pin, StaysTheSameWhenTheAdministratorOfKeysUnlocksTheKey) {
    const auto requestId = ask();
    const auto keyId = lockedKey(requestId);
    ASSERT_EQ(stateOf(keyId), "locked");
    EXPECT_EQ(harness.post(chair, "/agency-keys/" + keyId + "/unlock", "{}").status, 403);
    EXPECT_EQ(harness.post(harness.as("administrator", "xa-b"), "/agency-keys/" + keyId + "/unlock", "{}").status, 404);
    EXPECT_EQ(harness.post(administrator, "/agency-keys/" + keyId + "/unlock", "{}").status, 204);
    EXPECT_EQ(sign(chair, keyId, {requestId}, pin).at("results/0/isSigned"), "true");
    EXPECT_EQ(auditOf("key", keyId).back(), "signing.key-unlocked");
}

TEST_F(Pin, ThatIsRightClearsTheCount) {
    const auto requestId = ask();
    const auto keyId = chairKey();
    for (int round = 0; round < 2; ++round) {
        for (int attempt = 0; attempt < 4; ++attempt) {
            EXPECT_EQ(guess(keyId, requestId).status, 422);
        }
        EXPECT_EQ(sign(chair, keyId, {requestId}, pin).status, 200);
    }
}

TEST_F(Pin, ThatIsRightIsNoWrongOneHoweverManyAreTriedAtOnce) {
    constexpr std::size_t kAtOnce = 8;
    const auto keyId = chairKey();
    std::vector<std::string> requestIds;
    for (std::size_t index = 0; index < kAtOnce; ++index) {
        requestIds.push_back(ask());
    }
    std::vector<std::string> outcomes(kAtOnce);
    std::vector<std::thread> acts;
    for (std::size_t index = 0; index < kAtOnce; ++index) {
        acts.emplace_back([&, index] { outcomes[index] = sign(chair, keyId, {requestIds[index]}, pin).at("results/0/isSigned"); });
    }
    for (auto& act : acts) {
        act.join();
    }
    EXPECT_EQ(outcomes, std::vector<std::string>(kAtOnce, "true"));
    EXPECT_EQ(stateOf(keyId), "active");
}

TEST_F(Pin, IsChangedOnlyByOneWhoKnowsTheOldOneAndTheOldOneOpensNothingAfterwards) {
    const auto requestId = ask();
    const auto keyId = chairKey();
    const auto next = pin + "-next";
    EXPECT_EQ(changePin(chair, keyId, "wrong-" + pin, next).at("errors/0/code"), "signing.wrong-pin");
    EXPECT_EQ(changePin(chair, keyId, pin, next.substr(0, 5)).at("errors/0/pointer"), "/newPin");
    EXPECT_EQ(changePin(chair, keyId, pin, next).status, 204);
    EXPECT_EQ(sign(chair, keyId, {requestId}, pin).at("errors/0/code"), "signing.wrong-pin");
    EXPECT_EQ(sign(chair, keyId, {requestId}, next).at("results/0/isSigned"), "true");
    const std::vector<std::string> acts{"signing.key-enrolled", "signing.wrong-pin", "signing.pin-changed", "signing.wrong-pin"};
    EXPECT_EQ(auditOf("key", keyId), acts);
}

TEST_F(Pin, IsForgottenWithTheKeyWhenItIsRemovedAndEnrolledAnew) {
    const auto requestId = ask();
    const auto old = lockedKey(requestId);
    EXPECT_EQ(harness.del(administrator, "/agency-keys/" + old).status, 204);
    EXPECT_EQ(sign(chair, old, {requestId}, pin).status, 404);
    EXPECT_EQ(harness.post(administrator, "/agency-keys/" + old + "/unlock", "{}").status, 404);
    EXPECT_EQ(sign(chair, chairKey(), {requestId}, pin).at("results/0/isSigned"), "true");
    const auto sealed = harness.context().db().read([&](db::Reader& reader) {
        return reader.one("SELECT sealed_hex FROM signing_key WHERE id = $1", {old}, [](const db::Row& row) { return row.string(0); });
    });
    EXPECT_EQ(sealed, "") << "a removed key leaves nothing that could be opened";
}

}  // namespace congvu::signingdesk
