// SPDX-License-Identifier: Apache-2.0
#include "RecordsFixture.h"

#include "congvu/time/Clock.h"

namespace congvu::records {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class Transfer : public RecordsFixture {
protected:
    std::string closedDossier(const std::string& title = "Hồ sơ chuyển đổi số") {
        const auto id = dossier(title);
        put(handler_, id, incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05", 4));
        EXPECT_EQ(close(handler_, id).status, 200);
        return id;
    }
    testing::TestResponse handOver(const http::Caller& caller, const std::vector<std::string>& dossiers) {
        std::string list;
        for (const auto& id : dossiers) {
            list += (list.empty() ? "\"" : ",\"") + id + '"';
        }
        return post(caller, "/transfers",
                    R"({"dossierIds":[)" + list + R"(],"title":"Hồ sơ năm 2026 phòng Kinh tế","condition":"Tốt","boxes":2})");
    }
    std::string state(const std::string& dossierId) { return get(handler_, "/dossiers/" + dossierId).at("dossier/state"); }
    void goTo(int year, unsigned month, unsigned day) {
        harness_.setNow(startOfDayInVietnam(Date{year, month, day}) + std::chrono::hours{7});
    }
};

TEST_F(Transfer, IsAnnouncedThirtyDaysBeforeItIsDueAndOnce) {
    const auto id = closedDossier();  // due on 2027-03-01
    goTo(2027, 1, 29);
    harness_.runJob("archive-notice");
    EXPECT_THAT(harness_.openWork(handler_), IsEmpty());
    goTo(2027, 1, 30);
    harness_.runJob("archive-notice");
    harness_.runJob("archive-notice");
    EXPECT_THAT(harness_.openWork(handler_), Contains("records.hand-over").Times(1));
    const auto notices = harness_.get(handler_, "/api/v1/notifications");
    EXPECT_THAT(notices.body, HasSubstr("Hồ sơ chuyển đổi số"));
    EXPECT_EQ(notices.at("items/1/id"), "");
    handOver(handler_, {id});
    EXPECT_THAT(harness_.openWork(handler_), Not(Contains("records.hand-over")));
}

TEST_F(Transfer, IsReceivedByAnArchivistAndEndsTheDossiersLife) {
    const auto id = closedDossier();
    const auto made = handOver(handler_, {id});
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(state(id), "transferring");
    EXPECT_THAT(harness_.openWork(clerk_), Contains("records.accept"));
    EXPECT_EQ(post(handler_, "/transfers/" + made.at("id") + "/acceptance", "{}").status, 403);
    const auto accepted = post(clerk_, "/transfers/" + made.at("id") + "/acceptance", R"({"condition":"Đầy đủ"})");
    EXPECT_EQ(accepted.at("transfer/state"), "accepted");
    EXPECT_EQ(accepted.at("transfer/toName"), clerk_.personName);
    EXPECT_EQ(state(id), "archived");
    EXPECT_THAT(harness_.openWork(clerk_), IsEmpty());
    EXPECT_THAT(harness_.openWork(officeHead_), IsEmpty());
    EXPECT_EQ(post(handler_, "/dossiers/" + id + "/reopening", R"({"reason":"Sửa"})").status, 409);
    EXPECT_EQ(post(clerk_, "/transfers/" + made.at("id") + "/return", R"({"reason":"Thiếu"})").at("code"), "records.transfer-decided");
}

TEST_F(Transfer, ComesBackWithAReasonAndMayBeMadeAgain) {
    const auto id = closedDossier();
    const auto made = handOver(handler_, {id}).at("id");
    EXPECT_EQ(post(clerk_, "/transfers/" + made + "/return", R"({"reason":"Thiếu trang"})").at("transfer/reason"), "Thiếu trang");
    EXPECT_EQ(state(id), "closed");
    EXPECT_THAT(harness_.get(handler_, "/api/v1/notifications").body, HasSubstr("Thiếu trang"));
    EXPECT_EQ(handOver(handler_, {id}).status, 201);
}

TEST_F(Transfer, IsNotReceivedByWhoeverHandsOver) {
    const auto own = post(clerk_, "/dossiers", R"({"title":"Sổ văn bản đến","retention":"20 năm","startedOn":"2026-01-05"})").at("id");
    put(clerk_, own, incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05"));
    close(clerk_, own);
    const auto made = handOver(clerk_, {own}).at("id");
    EXPECT_EQ(post(clerk_, "/transfers/" + made + "/acceptance", "{}").at("code"), "records.own-transfer");
    EXPECT_EQ(post(officeHead_, "/transfers/" + made + "/acceptance", "{}").status, 200);
}

TEST_F(Transfer, NamesEveryDossierThatCannotGo) {
    const auto open = dossier("Đang mở");
    const auto closed = closedDossier();
    const auto refused = handOver(handler_, {closed, open, closed, "01ZZZZZZZZZZZZZZZZZZZZZZZZ"});
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.at("errors/0/pointer"), "/dossierIds/1");
    EXPECT_EQ(refused.at("errors/0/code"), "records.not-closed");
    EXPECT_EQ(refused.at("errors/1/pointer"), "/dossierIds/2");
    EXPECT_EQ(refused.at("errors/2/pointer"), "/dossierIds/3");
    EXPECT_EQ(handOver(chair_, {closed}).at("errors/0/code"), "records.not-your-dossier");
    EXPECT_EQ(state(closed), "closed");
}

TEST_F(Transfer, IsSeenByItsGiverHisHeadAndTheArchivists) {
    const auto made = handOver(handler_, {closedDossier()}).at("id");
    for (const auto& caller : {handler_, head_, clerk_, officeHead_}) {
        EXPECT_EQ(get(caller, "/transfers/" + made).status, 200) << caller.postTitle;
        EXPECT_THAT(ids(caller, "/transfers"), Contains(made)) << caller.postTitle;
    }
    for (const auto& caller : {otherHandler_, chair_, harness_.as("clerk", "xa-b"), harness_.as("clerk", "tinh")}) {
        EXPECT_EQ(get(caller, "/transfers/" + made).status, 404) << caller.postTitle;
        EXPECT_THAT(ids(caller, "/transfers"), IsEmpty()) << caller.postTitle;
    }
}

TEST_F(Transfer, PrintsListAndMinutesOfTheDecree) {
    const auto made = handOver(handler_, {closedDossier()}).at("id");
    post(clerk_, "/transfers/" + made + "/acceptance", "{}");
    EXPECT_THAT(get(handler_, "/transfers/" + made + "/print?format=csv").body,
                HasSubstr("Số TT,\"Số, ký hiệu hồ sơ\",Tiêu đề hồ sơ,Thời gian tài liệu,Thời hạn bảo quản,Số tờ/ Số trang,Ghi chú\r\n"));
    const auto minutes = get(handler_, "/transfers/" + made + "/minutes");
    EXPECT_THAT(minutes.body, StartsWith("%PDF-"));
    const auto file = stored("minutes.pdf", "application/pdf", minutes.body);
    const auto content = harness_.context().pdf().inspect(harness_.context().files().contentPath(file));
    for (const auto* text : {"BIÊN BẢN", "BÊN GIAO", clerk_.personName.c_str(), "tổng số hộp (cặp): 2", "tổng số tệp tin trong hồ sơ: 1"}) {
        EXPECT_THAT(content.text, HasSubstr(text));
    }
}

}  // namespace
}  // namespace congvu::records
