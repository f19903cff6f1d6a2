// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"
#include "support/TestPki.h"

namespace congvu::signingdesk {

namespace {

using signing::testing::TestPki;

/// Reminders before certificates end; the clock starts on 2 March 2026.
class Expiry : public SigningFixture {
protected:
    static signing::IssuedKey keyUntil(const std::string& until) {
        return TestPki::instance().authority().issueSigner({"Người Ký Thử", "UBND xã Ví Dụ A", ""},
                                                           {signing::fromIso8601("2026-01-01T00:00:00Z"), signing::fromIso8601(until)},
                                                           signing::KeyKind::ecP256);
    }
    void dayLater(int days) { harness.advance(std::chrono::hours{24} * days); }
    void remind() { harness.runJob("certificate-expiry"); }
    std::string newest(const http::Caller& caller) { return harness.get(caller, "/api/v1/notifications").at("items/0/title"); }
    /// How many reminders of certificates somebody has got.
    int countOf(const http::Caller& caller) {
        const auto answer = harness.get(caller, "/api/v1/notifications?limit=200");
        int count = 0;
        for (int index = 0; !answer.at("items/" + std::to_string(index) + "/id").empty(); ++index) {
            count += answer.at("items/" + std::to_string(index) + "/link") == "/signing/keys" ? 1 : 0;
        }
        return count;
    }
};

}  // namespace

TEST_F(Expiry, IsToldToTheHolderThirtyFourteenSevenAndOneDaysAheadAndEachTimeOnce) {
    enrolled(chair, "person", keyUntil("2026-04-11T02:00:00Z"));  // in 40 days
    remind();
    EXPECT_EQ(countOf(chair), 0);
    dayLater(10);
    remind();
    remind();
    EXPECT_EQ(countOf(chair), 1);
    EXPECT_EQ(newest(chair), "Chứng thư số “Khoá thử” còn 30 ngày");
    for (const int days : {16, 7, 6}) {
        dayLater(days);
        remind();
        dayLater(0);
        remind();
    }
    EXPECT_EQ(countOf(chair), 4);
    EXPECT_EQ(newest(chair), "Chứng thư số “Khoá thử” còn 1 ngày");
    dayLater(2);
    remind();
    EXPECT_EQ(countOf(chair), 4) << "what has ended is not announced";
    EXPECT_EQ(countOf(clerk), 0);
}

TEST_F(Expiry, ThatWasMissedIsToldOnceWhenTheServerIsBack) {
    enrolled(chair, "person", keyUntil("2026-04-11T02:00:00Z"));
    dayLater(35);
    remind();
    remind();
    EXPECT_EQ(countOf(chair), 1);
    EXPECT_EQ(newest(chair), "Chứng thư số “Khoá thử” còn 5 ngày");
}

TEST_F(Expiry, OfTheSealIsToldToThoseWhoHoldItAndToTheAdministratorsOfKeysOfThatAgency) {
    enrolled(clerk, "agency", keyUntil("2026-03-12T02:00:00Z"));
    remind();
    EXPECT_EQ(newest(clerk), "Chứng thư số của cơ quan “Khoá thử” còn 10 ngày");
    EXPECT_EQ(newest(administrator), "Chứng thư số của cơ quan “Khoá thử” còn 10 ngày");
    EXPECT_EQ(countOf(chair), 0);
    EXPECT_EQ(countOf(harness.as("clerk", "xa-b")), 0);
}

TEST_F(Expiry, IsNotToldWhereThePluginIsOffAndIsToldWhenItIsOnAgain) {
    enrolled(chair, "person", keyUntil("2026-03-12T02:00:00Z"));
    const auto rule = [&](const std::string& what) {
        harness.put(harness.as("administrator", "tinh"), "/api/v1/plugin-rules",
                    R"({"changes":[{"unitId":")" + harness.unitId("xa-a") + R"(","pluginId":"signing","rule":")" + what + R"("}]})");
    };
    rule("off");
    remind();
    rule("inherit");
    EXPECT_EQ(countOf(chair), 0);
    remind();
    EXPECT_EQ(countOf(chair), 1);
}

}  // namespace congvu::signingdesk
