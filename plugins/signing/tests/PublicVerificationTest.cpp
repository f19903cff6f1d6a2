// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"

namespace congvu::signingdesk {

namespace {

class PublicVerification : public SigningFixture {
protected:
    testing::TestResponse verify(const std::string& bytes) {
        return harness.upload(nobody, "/public/verification", {{"file", "a.pdf", bytes}});
    }
    std::int64_t rowsOf(const char* countSql) {
        return harness.context().db().read(
            [&](db::Reader& reader) { return reader.one(countSql, {}, [](const db::Row& row) { return row.integer(0); }).value(); });
    }
    http::Caller nobody;
};

}  // namespace

TEST_F(PublicVerification, TellsAnybodyTheVerdictAndStoresNothing) {
    trustTheAuthority();
    const auto bytes = signedForm();
    const auto files = rowsOf("SELECT count(*) FROM core_file");
    const auto acts = rowsOf("SELECT count(*) FROM core_audit");
    EXPECT_EQ(verify(bytes).at("verdict"), "valid");
    EXPECT_EQ(verify(withChangedPage(bytes)).at("verdict"), "invalid");
    EXPECT_EQ(verify(form()).at("verdict"), "unsigned");
    EXPECT_EQ(verify("%PDF-").at("verdict"), "unreadable");
    EXPECT_EQ(harness.upload(nobody, "/public/verification", {}).status, 422);
    EXPECT_EQ(rowsOf("SELECT count(*) FROM core_file"), files);
    EXPECT_EQ(rowsOf("SELECT count(*) FROM core_audit"), acts);
}

TEST_F(PublicVerification, IsRefusedToAnAddressThatAsksTooOftenUntilItHasWaited) {
    for (int call = 0; call < 10; ++call) {
        EXPECT_EQ(verify("%PDF-").status, 200);
    }
    const auto refused = verify("%PDF-");
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.at("code"), "too-many-calls");
    EXPECT_EQ(refused.headers.at("Retry-After"), "6");
    harness.advance(std::chrono::seconds{6});
    EXPECT_EQ(verify("%PDF-").status, 200);
}

TEST_F(PublicVerification, EndsWithThePluginForTheWholeSystemAndStaysWhenAnAgencyTurnsItOff) {
    const auto rule = [&](const std::string& unit, const std::string& what) {
        return harness.put(harness.as("administrator", "tinh"), "/api/v1/plugin-rules",
                           R"({"changes":[{"unitId":")" + harness.unitId(unit) + R"(","pluginId":"signing","rule":")" + what + R"("}]})");
    };
    ASSERT_EQ(rule("xa-a", "off").status, 200);
    EXPECT_EQ(verify("%PDF-").status, 200);
    ASSERT_EQ(rule("tinh", "off").status, 200);
    EXPECT_EQ(verify("%PDF-").at("code"), "plugin-off-for-unit");
}

}  // namespace congvu::signingdesk
