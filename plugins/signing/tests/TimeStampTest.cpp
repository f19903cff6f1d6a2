// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"
#include "support/SilentServer.h"
#include "support/TestPki.h"
#include "support/TimeStampServer.h"

#include <chrono>

namespace congvu::signingdesk {

namespace {

using signing::testing::SilentServer;
using signing::testing::TestPki;
using signing::testing::TimeStampServer;

class TimeStamping : public SigningFixture {
protected:
    void use(const std::string& url) {
        harness.setSetting("signing.tsa_url", url);
        harness.setSetting("signing.tsa_timeout_seconds", "1");
    }
};

}  // namespace

TEST_F(TimeStamping, RaisesTheLevelToBTWhenTheServerAnswers) {
    const TimeStampServer server{
        TestPki::instance().authority().issueTimeStamper({"TSA thử", "", ""}, TestPki::validity(), signing::KeyKind::rsa2048)};
    use(server.url());
    harness.setSetting("signing.tsa_timeout_seconds", "30");
    const auto id = ask();
    const auto answer = sign(chair, chairKey(), {id}, pin);
    EXPECT_EQ(answer.at("results/0/level"), "B-T") << answer.body;
    EXPECT_EQ(answer.at("results/0/code"), "signed");
    EXPECT_EQ(server.requests(), 1);
    EXPECT_EQ(request(chair, id).at("level"), "B-T");
}

TEST_F(TimeStamping, ByAServerThatIsAwaySignsAtLevelBBSaysSoAndLosesNothing) {
    use("http://127.0.0.1:9/tsa");
    const auto id = ask();
    const auto answer = sign(chair, chairKey(), {id}, pin);
    EXPECT_EQ(answer.at("results/0/isSigned"), "true") << answer.body;
    EXPECT_EQ(answer.at("results/0/code"), "signing.signed-without-time-stamp");
    EXPECT_EQ(answer.at("results/0/level"), "B-B");
    EXPECT_EQ(request(chair, id).at("state"), "signed");
    EXPECT_EQ(harness.published().size(), 1U);
    EXPECT_EQ(TestPki::instance().validator().validate(signing::viewOf(fileOf(chair, id)), TestPki::now()).verdict,
              signing::Verdict::valid);
}

TEST_F(TimeStamping, WaitsForASilentServerOnceAndNotOnceForEachDocument) {
    const SilentServer server;
    use(server.url());
    std::vector<std::string> ids;
    for (int index = 0; index < 8; ++index) {
        ids.push_back(ask());
    }
    const auto keyId = chairKey();
    const auto answer = sign(chair, keyId, ids, pin);
    EXPECT_EQ(answer.at("results/7/code"), "signing.signed-without-time-stamp") << answer.body;
    EXPECT_EQ(server.connections(), 1);
}

TEST_F(TimeStamping, AsksAServerThatFailedAgainAfterAMinuteOrAtOnceWhenTheAddressIsChanged) {
    const SilentServer server;
    use(server.url());
    const auto keyId = chairKey();
    sign(chair, keyId, {ask()}, pin);
    sign(chair, keyId, {ask()}, pin);
    EXPECT_EQ(server.connections(), 1);
    harness.advance(std::chrono::minutes{1});
    sign(chair, keyId, {ask()}, pin);
    EXPECT_EQ(server.connections(), 2);
    const SilentServer other;
    use(other.url());
    sign(chair, keyId, {ask()}, pin);
    EXPECT_EQ(other.connections(), 1);
}

TEST_F(TimeStamping, WithAnAddressThatIsNoneSignsWithoutAndSaysSo) {
    use("https://tsa.example.invalid/only-http-is-spoken");
    const auto answer = sign(chair, chairKey(), {ask()}, pin);
    EXPECT_EQ(answer.at("results/0/code"), "signing.signed-without-time-stamp") << answer.body;
}

}  // namespace congvu::signingdesk
