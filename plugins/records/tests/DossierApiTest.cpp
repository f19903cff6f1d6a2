// SPDX-License-Identifier: Apache-2.0
#include "RecordsFixture.h"

namespace congvu::records {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class Dossier : public RecordsFixture {
protected:
    std::vector<std::string> symbols(const http::Caller& caller, const std::string& dossierId) {
        const auto response = get(caller, "/dossiers/" + dossierId + "/documents");
        std::vector<std::string> found;
        for (int index = 0; !response.at("items/" + std::to_string(index) + "/id").empty(); ++index) {
            found.push_back(response.at("items/" + std::to_string(index) + "/numberAndSymbol"));
        }
        return found;
    }
    void letJoin(const std::string& dossierId, const http::Caller& who) {
        const auto response = harness_.put(handler_, "/api/v1/records/dossiers/" + dossierId + "/participants",
                                           R"({"participants":[{"kind":"post","id":")" + who.postId + R"("}]})");
        ASSERT_EQ(response.status, 200) << response.body;
    }
};

TEST_F(Dossier, HoldsDocumentsInTheOrderOfTheirTime) {
    const auto id = dossier();
    put(handler_, id, incomingDocument("20/UBND-VX", "Đôn đốc", "2026-02-20", 2));
    put(handler_, id, incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05", 3));
    put(handler_, id, outgoingDocument("11", "Báo cáo", "2026-01-15"), "outgoing");
    EXPECT_THAT(symbols(handler_, id), ElementsAre("05/UBND-VX", "11/UBND-KT", "20/UBND-VX"));
    const auto detail = get(handler_, "/dossiers/" + id);
    EXPECT_EQ(detail.at("dossier/documentCount"), "3");
    EXPECT_EQ(detail.at("dossier/pageCount"), "6");
    const auto page = get(handler_, "/dossiers/" + id + "/documents?limit=2");
    EXPECT_EQ(page.at("items/1/ordinal"), "2");
    const auto second = get(handler_, "/dossiers/" + id + "/documents?limit=2&cursor=" + page.at("next"));
    EXPECT_EQ(second.at("items/0/ordinal"), "3");
    EXPECT_EQ(second.at("items/0/numberAndSymbol"), "20/UBND-VX");
}

TEST_F(Dossier, SharesADocumentWithOtherDossiersAndTakesItOnce) {
    const auto first = dossier("Một");
    const auto second = dossier("Hai");
    const auto document = incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05");
    EXPECT_EQ(put(handler_, first, document).status, 201);
    EXPECT_EQ(put(handler_, second, document).status, 201);
    EXPECT_EQ(put(handler_, second, document).at("code"), "records.already-in-dossier");
    EXPECT_THAT(ids(handler_, "/of/incoming/document/" + document), SizeIs(2));
}

TEST_F(Dossier, ShowsNothingOfADocumentThatItsOwnerHides) {
    const auto id = dossier();
    const auto secret = incomingDocument("05/UBND-VX", "Nội dung riêng", "2026-01-05");
    put(handler_, id, secret);
    letJoin(id, otherHandler_);
    hide(secret, otherHandler_);
    EXPECT_THAT(symbols(otherHandler_, id), ElementsAre(""));
    const auto listed = get(otherHandler_, "/dossiers/" + id + "/documents");
    EXPECT_EQ(listed.at("items/0/isHidden"), "true");
    for (const auto* path : {"/documents", "/timeline", "/print?format=csv", "", "/closing-check"}) {
        const auto body = get(otherHandler_, "/dossiers/" + id + path).body;
        EXPECT_THAT(body, Not(HasSubstr("Nội dung riêng"))) << path;
        EXPECT_THAT(body, Not(HasSubstr("05/UBND-VX"))) << path;
    }
    EXPECT_THAT(ids(otherHandler_, "/of/incoming/document/" + secret), IsEmpty());
    const auto refused = put(otherHandler_, dossier("Khác"), secret);
    EXPECT_EQ(refused.status, 404) << "he does not see the other dossier";
}

TEST_F(Dossier, RefusesADocumentThatIsUnknownHiddenOrNotFinal) {
    const auto id = dossier();
    EXPECT_EQ(put(handler_, id, "01ZZZZZZZZZZZZZZZZZZZZZZZZ").at("errors/0/code"), "records.unknown-document");
    const auto hidden = incomingDocument("05/UBND-VX", "Riêng", "2026-01-05");
    hide(hidden, handler_);
    EXPECT_EQ(put(handler_, id, hidden).at("errors/0/code"), "records.unknown-document");
    const auto draft = incomingDocument("06/UBND-VX", "Dự thảo", "2026-01-06");
    record(draft).isFinal = false;
    EXPECT_EQ(put(handler_, id, draft).at("errors/0/code"), "records.not-final");
    EXPECT_EQ(put(handler_, id, draft, "tasks").at("errors/0/code"), "records.unknown-document");
}

TEST_F(Dossier, IsSeenByItsKeeperParticipantsHeadAndTheReadersOfTheAgency) {
    const auto id = dossier();
    for (const auto& caller : {handler_, head_, clerk_, chair_, officeHead_}) {
        EXPECT_EQ(get(caller, "/dossiers/" + id).status, 200) << caller.postTitle;
        EXPECT_THAT(ids(caller, "/dossiers"), Contains(id)) << caller.postTitle;
    }
    for (const auto& caller : {otherHandler_, harness_.as("head", "vh-a"), harness_.as("clerk", "xa-b"), harness_.as("chair", "tinh")}) {
        EXPECT_EQ(get(caller, "/dossiers/" + id).status, 404) << caller.postTitle;
        EXPECT_EQ(post(caller, "/dossiers/" + id + "/closing", "{}").status, 404) << caller.postTitle;
        EXPECT_THAT(ids(caller, "/dossiers"), IsEmpty()) << caller.postTitle;
    }
    EXPECT_EQ(get(harness_.as("administrator", "xa-a"), "/dossiers").status, 403);
    letJoin(id, otherHandler_);
    EXPECT_EQ(get(otherHandler_, "/dossiers/" + id).status, 200);
}

TEST_F(Dossier, IsFilledByParticipantsAndManagedByItsKeeperAndHead) {
    const auto id = dossier();
    letJoin(id, otherHandler_);
    EXPECT_EQ(put(otherHandler_, id, incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05")).status, 201);
    EXPECT_EQ(close(otherHandler_, id).status, 403);
    EXPECT_EQ(put(clerk_, id, incomingDocument("06/UBND-VX", "Khác", "2026-01-06")).status, 403);
    EXPECT_EQ(close(head_, id).status, 200);
}

TEST_F(Dossier, LosesADocumentWithAReasonOnly) {
    const auto id = dossier();
    put(handler_, id, incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05"));
    const auto item = get(handler_, "/dossiers/" + id + "/documents").at("items/0/id");
    const auto path = "/dossiers/" + id + "/documents/" + item + "/removal";
    EXPECT_EQ(post(handler_, path, "{}").status, 422);
    EXPECT_EQ(post(handler_, path, R"({"reason":"Trùng"})").at("dossier/documentCount"), "0");
    EXPECT_THAT(get(handler_, "/dossiers/" + id + "/timeline").body, HasSubstr("Trùng"));
    EXPECT_EQ(post(handler_, path, R"({"reason":"Trùng"})").status, 404);
}

TEST_F(Dossier, IsClosedWhenNothingIsMissingOrTheGapIsExplained) {
    const auto id = dossier();
    EXPECT_EQ(close(handler_, id, R"(,"despiteGaps":true,"note":"Không có văn bản")").at("code"), "records.gaps");
    const auto document = incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05");
    record(document).files.clear();
    put(handler_, id, document);
    const auto check = get(handler_, "/dossiers/" + id + "/closing-check");
    EXPECT_EQ(check.at("gaps/0/code"), "no-file");
    EXPECT_EQ(check.at("gaps/0/name"), "05/UBND-VX");
    EXPECT_EQ(close(handler_, id).status, 409);
    EXPECT_EQ(close(handler_, id, R"(,"despiteGaps":true)").at("errors/0/pointer"), "/note");
    const auto closed = close(handler_, id, R"(,"despiteGaps":true,"note":"Bản giấy lưu tại phòng")");
    EXPECT_EQ(closed.at("dossier/state"), "closed");
    EXPECT_EQ(closed.at("dossier/dueOn"), "2027-03-01");
    EXPECT_EQ(put(handler_, id, document).at("code"), "records.wrong-state");
    EXPECT_EQ(post(handler_, "/dossiers/" + id + "/reopening", R"({"reason":"Bổ sung"})").at("dossier/state"), "open");
    EXPECT_EQ(get(handler_, "/dossiers/" + id).at("dossier/dueOn"), "");
}

TEST_F(Dossier, EndsBetweenItsFirstDayAndToday) {
    const auto id = dossier();
    put(handler_, id, incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05"));
    EXPECT_EQ(post(handler_, "/dossiers/" + id + "/closing", R"({"endedOn":"2026-01-04"})").at("errors/0/pointer"), "/endedOn");
    EXPECT_EQ(post(handler_, "/dossiers/" + id + "/closing", R"({"endedOn":"2026-03-03"})").at("errors/0/pointer"), "/endedOn");
}

TEST_F(Dossier, TakesTheFactsOfItsDocumentsAnewWhenItIsClosed) {
    const auto id = dossier();
    const auto document = incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05");
    put(handler_, id, document);
    record(document).subject = "Giao nhiệm vụ (đã đính chính)";
    record(document).pageAmount = 7;
    EXPECT_EQ(close(handler_, id).at("dossier/pageCount"), "7");
    EXPECT_THAT(get(handler_, "/dossiers/" + id + "/documents").body, HasSubstr("đã đính chính"));
}

TEST_F(Dossier, IsFoundWithoutAccentsAndPagesWithoutLosingAny) {
    std::vector<std::string> made;
    for (int number = 0; number < 7; ++number) {
        harness_.advance(std::chrono::seconds{1});
        made.insert(made.begin(), dossier("Hồ sơ đất đai số " + std::to_string(number)));
    }
    EXPECT_EQ(ids(handler_, "/dossiers?q=dat%20dai"), made);
    EXPECT_THAT(ids(handler_, "/dossiers?q=%25"), IsEmpty());
    std::vector<std::string> paged;
    std::string cursor;
    do {
        const auto page = get(handler_, "/dossiers?limit=3" + (cursor.empty() ? "" : "&cursor=" + cursor));
        for (int index = 0; !page.at("items/" + std::to_string(index) + "/id").empty(); ++index) {
            paged.push_back(page.at("items/" + std::to_string(index) + "/id"));
        }
        cursor = page.at("next");
    } while (!cursor.empty());
    EXPECT_EQ(paged, made);
    EXPECT_EQ(get(handler_, "/dossiers?state=flying&year=x").at("errors/1/pointer"), "/year");
}

TEST_F(Dossier, TellsWhoeverIsTooLateThatItHasChanged) {
    const auto id = dossier();
    const std::string body = R"({"title":"Tên mới","retention":"Vĩnh viễn","startedOn":"2026-01-05"})";
    EXPECT_EQ(harness_.patch(handler_, "/api/v1/records/dossiers/" + id, body).status, 428);
    EXPECT_EQ(harness_.patch(handler_, "/api/v1/records/dossiers/" + id, body, "\"1\"").at("dossier/title"), "Tên mới");
    EXPECT_EQ(harness_.patch(handler_, "/api/v1/records/dossiers/" + id, body, "\"1\"").status, 412);
}

TEST_F(Dossier, GetsANumberOfItsOwnAndRefusesATakenOne) {
    dossier("Một", R"(,"notation":"09.KT")");
    const auto second = post(handler_, "/dossiers", R"({"title":"Hai","retention":"5 năm","notation":"09.KT"})");
    EXPECT_EQ(second.at("errors/0/pointer"), "/notation");
    const auto third = get(handler_, "/dossiers/" + dossier("Ba")).at("dossier/notation");
    const auto fourth = get(handler_, "/dossiers/" + dossier("Bốn")).at("dossier/notation");
    EXPECT_NE(third, fourth);
}

TEST_F(Dossier, PrintsItsDocumentsInTheColumnsOfTheDecree) {
    const auto id = dossier();
    put(handler_, id, incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05", 3));
    put(handler_, id, incomingDocument("06/UBND-VX", "=1+1", "2026-01-06"));
    const auto csv = get(handler_, "/dossiers/" + id + "/print?format=csv").body;
    EXPECT_THAT(csv, HasSubstr("STT,\"Số, ký hiệu văn bản\",Ngày tháng năm văn bản,Tên loại và trích yếu nội dung văn bản,Tác giả văn bản,"
                               "Tờ số/ Trang số,Ghi chú\r\n"
                               "1,05/UBND-VX,05/01/2026,Công văn Giao việc,Ủy ban nhân dân tỉnh Ví Dụ,1–3,\r\n"
                               "2,06/UBND-VX,06/01/2026,Công văn =1+1,Ủy ban nhân dân tỉnh Ví Dụ,4,\r\n"));
}

}  // namespace
}  // namespace congvu::records
