// SPDX-License-Identifier: Apache-2.0
#include "RecordsFixture.h"

namespace congvu::records {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class FilePlan : public RecordsFixture {
protected:
    std::string plan(int year = 2026) {
        const auto made = post(clerk_, "/plans", R"({"year":)" + std::to_string(year) + '}');
        EXPECT_EQ(made.status, 201) << made.body;
        return made.at("id");
    }
    std::string heading(const std::string& planId, const std::string& title, const std::string& abbreviation,
                        const std::string& parent = "") {
        const auto made = post(clerk_, "/plans/" + planId + "/headings",
                               R"({"title":")" + title + R"(","abbreviation":")" + abbreviation + '"' +
                                   (parent.empty() ? "" : R"(,"parentId":")" + parent + '"') + '}');
        EXPECT_EQ(made.status, 201) << made.body;
        return made.at("id");
    }
    testing::TestResponse entry(const std::string& planId, const std::string& headingId, const std::string& title,
                                const std::string& extra = "") {
        return post(clerk_, "/plans/" + planId + "/entries",
                    R"({"headingId":")" + headingId + R"(","title":")" + title + R"(","retention":"20 năm")" + extra + '}');
    }
    std::string approved() {
        const auto id = plan();
        entry(id, heading(id, "Tổ chức cán bộ", "TCCB"), "Hồ sơ tuyển dụng", R"(,"keeperPostId":")" + handler_.postId + '"');
        EXPECT_EQ(post(chair_, "/plans/" + id + "/approval", R"({"decision":"12/QĐ-UBND"})").status, 200);
        return id;
    }
    testing::TestResponse import(const std::string& planId, const std::string& csv, bool isDryRun) {
        return harness_.upload(clerk_, "/api/v1/records/plans/" + planId + "/import", {{"file", "danh-muc.csv", csv}},
                               isDryRun ? R"({"dryRun":true})" : R"({"dryRun":false})");
    }
};

TEST_F(FilePlan, NumbersTheDossiersOfALargeHeadingOneAfterAnother) {
    const auto id = plan();
    const auto large = heading(id, "Tổ chức cán bộ", "TCCB");
    const auto small = heading(id, "Tuyển dụng", "", large);
    EXPECT_EQ(entry(id, large, "Một").status, 201);
    EXPECT_EQ(entry(id, small, "Hai").status, 201);
    const auto content = get(clerk_, "/plans/" + id);
    EXPECT_EQ(content.at("entries/0/notation"), "01.TCCB");
    EXPECT_EQ(content.at("entries/1/notation"), "02.TCCB");
    EXPECT_EQ(content.at("entries/1/retention"), "20 năm");
}

TEST_F(FilePlan, HasOneForEachYear) {
    plan();
    const auto second = post(clerk_, "/plans", R"({"year":2026})");
    EXPECT_EQ(second.status, 422);
    EXPECT_EQ(second.at("errors/0/pointer"), "/year");
}

TEST_F(FilePlan, TakesANumberOnce) {
    const auto id = plan();
    const auto large = heading(id, "Văn phòng", "VP");
    EXPECT_EQ(entry(id, large, "Một", R"(,"notation":"07.VP")").status, 201);
    const auto second = entry(id, large, "Hai", R"(,"notation":"07.VP")");
    EXPECT_EQ(second.status, 422);
    EXPECT_EQ(second.at("errors/0/pointer"), "/notation");
}

TEST_F(FilePlan, IsADraftForItsMakersOnlyUntilItIsApproved) {
    const auto id = plan();
    EXPECT_EQ(get(handler_, "/plans/" + id).status, 404);
    EXPECT_THAT(ids(handler_, "/plans"), IsEmpty());
    EXPECT_EQ(get(chair_, "/plans/" + id).status, 200);
    EXPECT_EQ(get(harness_.as("clerk", "xa-b"), "/plans/" + id).status, 404);
    EXPECT_EQ(post(chair_, "/plans/" + id + "/approval", "{}").status, 409) << "it is empty";
    entry(id, heading(id, "Văn phòng", "VP"), "Một");
    EXPECT_EQ(post(clerk_, "/plans/" + id + "/approval", "{}").status, 403);
    EXPECT_EQ(post(chair_, "/plans/" + id + "/approval", "{}").status, 200);
    EXPECT_EQ(get(handler_, "/plans/" + id).status, 200);
    EXPECT_EQ(entry(id, "x", "Hai").at("code"), "records.plan-approved");
}

TEST_F(FilePlan, IsReopenedWithAReason) {
    const auto id = approved();
    EXPECT_EQ(post(chair_, "/plans/" + id + "/reopening", "{}").status, 422);
    EXPECT_EQ(post(chair_, "/plans/" + id + "/reopening", R"({"reason":"Bổ sung hồ sơ"})").at("plan/state"), "draft");
}

TEST_F(FilePlan, IsCopiedFromAnotherYear) {
    approved();
    const auto next = post(clerk_, "/plans", R"({"year":2027,"copyFromYear":2026})");
    ASSERT_EQ(next.status, 201) << next.body;
    const auto content = get(clerk_, "/plans/" + next.at("id"));
    EXPECT_EQ(content.at("entries/0/notation"), "01.TCCB");
    EXPECT_EQ(content.at("entries/0/headingId"), content.at("headings/0/id"));
    EXPECT_EQ(content.at("entries/0/keeperPostId"), handler_.postId);
    EXPECT_EQ(content.at("plan/state"), "draft");
    EXPECT_EQ(post(clerk_, "/plans", R"({"year":2028,"copyFromYear":2020})").at("errors/0/pointer"), "/copyFromYear");
    EXPECT_THAT(get(clerk_, "/plans").body, Not(HasSubstr("2028"))) << "nothing is left of the refused one";
}

TEST_F(FilePlan, IsImportedWholeOrNotAtAll) {
    const auto id = plan();
    const std::string good =
        "Đề mục;Chữ viết tắt;Đề mục nhỏ;Tiêu đề hồ sơ;Thời hạn bảo quản;Người lập hồ sơ\n"
        "Tổ chức cán bộ;TCCB;;Hồ sơ chung;VV;\n"
        ";;Tuyển dụng;Hồ sơ tuyển dụng;20;" +
        handler_.personName + "\n";
    const auto bad = import(id, good + ";;;;5 năm;\n", false);
    EXPECT_EQ(bad.at("errors/0/line"), "4");
    EXPECT_EQ(bad.at("errors/0/column"), "title");
    EXPECT_THAT(get(clerk_, "/plans/" + id).body, HasSubstr(R"("entries":[])"));
    const auto dry = import(id, good, true);
    EXPECT_EQ(dry.at("entries"), "2");
    EXPECT_EQ(dry.at("headings"), "2");
    EXPECT_THAT(get(clerk_, "/plans/" + id).body, HasSubstr(R"("entries":[])"));
    EXPECT_EQ(import(id, good, false).status, 200);
    const auto content = get(clerk_, "/plans/" + id);
    EXPECT_EQ(content.at("entries/0/notation"), "01.TCCB");
    EXPECT_EQ(content.at("entries/0/retention"), "Vĩnh viễn");
    EXPECT_EQ(content.at("entries/1/notation"), "02.TCCB");
    EXPECT_EQ(content.at("entries/1/keeperPostId"), handler_.postId);
}

TEST_F(FilePlan, KeepsAnEntryFromWhichADossierWasOpened) {
    const auto id = approved();
    const auto entryId = get(clerk_, "/plans/" + id).at("entries/0/id");
    const auto opened = post(handler_, "/dossiers", R"({"entryId":")" + entryId + R"("})");
    ASSERT_EQ(opened.status, 201) << opened.body;
    post(chair_, "/plans/" + id + "/reopening", R"({"reason":"Sửa"})");
    EXPECT_EQ(harness_.del(clerk_, "/api/v1/records/entries/" + entryId).status, 409);
}

TEST_F(FilePlan, IsPrintedInTheColumnsOfTheDecree) {
    const auto id = approved();
    const auto csv = get(handler_, "/plans/" + id + "/print?format=csv");
    EXPECT_EQ(csv.status, 200);
    EXPECT_THAT(csv.body, HasSubstr("Số và ký hiệu hồ sơ,Tên đề mục và tiêu đề hồ sơ,Thời hạn bảo quản,Người lập hồ sơ,Ghi chú\r\n"
                                    ",I. Tổ chức cán bộ,,,\r\n01.TCCB,Hồ sơ tuyển dụng,20 năm,"));
    EXPECT_THAT(get(handler_, "/plans/" + id + "/print").body, StartsWith("%PDF-"));
    EXPECT_THAT(get(handler_, "/plans/" + id + "/print?format=xlsx").body, StartsWith("PK"));
    EXPECT_EQ(get(handler_, "/plans/" + id + "/print?format=doc").status, 422);
}

}  // namespace
}  // namespace congvu::records
