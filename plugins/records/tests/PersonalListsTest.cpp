// SPDX-License-Identifier: Apache-2.0
#include "RecordsFixture.h"

namespace congvu::records {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// What people arrange for themselves around the list and the dossiers.
class PersonalDossierLists : public RecordsFixture {
protected:
    std::string csv(const http::Caller& caller, const std::string& query = "") {
        const auto file = harness_.get(caller, "/api/v1/lists/records.dossiers/file?format=csv" + query);
        EXPECT_EQ(file.status, 200) << file.body;
        return file.body;
    }
};

}  // namespace

TEST_F(PersonalDossierLists, TheFileHasTheDossiersThatItsReaderSees) {
    dossier("Hồ sơ chuyển đổi số");
    EXPECT_THAT(csv(handler_), HasSubstr("Hồ sơ chuyển đổi số"));
    EXPECT_THAT(csv(head_), HasSubstr("Hồ sơ chuyển đổi số"));
    EXPECT_THAT(csv(otherHandler_), Not(HasSubstr("chuyển đổi số")));
    EXPECT_THAT(csv(harness_.as("clerk", "xa-b")), Not(HasSubstr("chuyển đổi số")));
    EXPECT_THAT(csv(handler_, "&state=closed"), Not(HasSubstr("chuyển đổi số")));
    EXPECT_EQ(csv(handler_, "&columns=title,state"), "\xEF\xBB\xBFTiêu đề hồ sơ,Trạng thái\r\nHồ sơ chuyển đổi số,Đang lập\r\n");
}

TEST_F(PersonalDossierLists, TheListIsNarrowedToOwnMarkersAndCounted) {
    const auto first = dossier("Một");
    dossier("Hai");
    const auto marker = harness_.post(handler_, "/api/v1/markers", R"({"name":"Năm nay","tone":"green"})").at("id");
    const auto path = "/api/v1/marked/records/dossier/" + first;
    ASSERT_EQ(harness_.put(handler_, path, R"({"markerIds":[")" + marker + R"("]})").status, 204);
    EXPECT_EQ(harness_.put(otherHandler_, path, "{}").status, 404);
    EXPECT_THAT(ids(handler_, "/dossiers?marker=" + marker), ElementsAre(first));
    EXPECT_THAT(ids(clerk_, "/dossiers?marker=" + marker), IsEmpty());
    const std::string search = R"({"list":"records.dossiers","name":"Năm nay","address":{},"query":{"marker":")" + marker + R"("}})";
    ASSERT_EQ(harness_.post(handler_, "/api/v1/saved-searches", search).status, 201);
    EXPECT_EQ(harness_.get(handler_, "/api/v1/saved-searches/counts").at("items/0/count"), "1");
}

TEST_F(PersonalDossierLists, AStepOfADossierIsToldToWhoeverFollowsIt) {
    const auto id = dossier();
    ASSERT_EQ(harness_.put(head_, "/api/v1/follows/records/dossier/" + id, "").status, 204);
    put(handler_, id, incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05"));
    harness_.runBackground();
    const auto news = harness_.get(head_, "/api/v1/notifications?limit=50").body;
    EXPECT_THAT(news, HasSubstr("/records/dossiers/" + id));
}

}  // namespace congvu::records
