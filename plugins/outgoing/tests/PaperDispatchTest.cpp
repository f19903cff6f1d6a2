// SPDX-License-Identifier: Apache-2.0
#include "DispatchFixture.h"

#include "congvu/sheets/Csv.h"
#include "domain/PaperSheet.h"
#include "service/LabelDrawing.h"

#include <gmock/gmock.h>

#include <fstream>

namespace congvu::outgoing {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

class PaperDispatch : public DispatchFixture {
protected:
    PaperDispatch() : school(addContact(clerk, "Trường Tiểu học A", R"(,"postalAddress":"Thôn 1, xã Ví Dụ A")")) {}

    std::vector<std::string> waiting() { return column(harness.get(clerk, "/paper/items"), "id"); }
    std::string listOf(const std::vector<std::string>& items, const std::string& way = "post") {
        std::string ids;
        for (const auto& id : items) {
            ids += (ids.empty() ? "\"" : ",\"") + id + '"';
        }
        const auto made = harness.post(clerk, "/paper/lists", R"({"way":")" + way + R"(","carrier":"Bưu điện","itemIds":[)" + ids + "]}");
        EXPECT_EQ(made.status, 201) << made.body;
        return made.at("id");
    }
    testing::TestResponse list(const std::string& id) { return harness.get(clerk, "/paper/lists/" + id); }
    testing::TestResponse handOver(const std::string& id, const std::string& json = R"({"receivedBy":"Bà Bưu Tá"})") {
        return harness.put(clerk, "/paper/lists/" + id + "/hand-over", json, list(id).at("list/version"));
    }
    std::string statusOf(const std::string& id) { return document(id).at("recipients/0/status"); }

    std::string school;
};

TEST_F(PaperDispatch, WaitsForAListFromTheIssueOn) {
    const auto id = issuedTo(onPaper(school));
    EXPECT_EQ(statusOf(id), "queued");
    const auto items = harness.get(clerk, "/paper/items");
    EXPECT_EQ(items.at("items/0/numberAndSymbol"), "01/UBND-KT");
    EXPECT_EQ(items.at("items/0/recipientName"), "Trường Tiểu học A");
    EXPECT_EQ(items.at("items/0/copies"), "2");
    EXPECT_THAT(column(harness.get(harness.as("clerk", "xa-b"), "/paper/items"), "id"), IsEmpty());
}

TEST_F(PaperDispatch, PutsWhatGoesToOneRecipientIntoOneEnvelope) {
    const auto shop = addContact(clerk, "Hợp tác xã B");
    issuedTo(onPaper(school));
    issuedTo(R"([{"contactId":")" + school + R"(","carriage":"paper"},{"contactId":")" + shop + R"(","carriage":"paper"}])");
    const auto view = list(listOf(waiting()));
    EXPECT_EQ(view.at("list/items"), "3");
    EXPECT_EQ(view.at("list/envelopes"), "2");
    EXPECT_EQ(view.at("list/number"), "") << "the number comes with the hand-over";
    EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(PaperDispatch, CountsAsSentOnTheDayOfTheHandOver) {
    const auto id = issuedTo(onPaper(school));
    const auto made = listOf(waiting());
    harness.advance(std::chrono::hours{48});
    const auto handed = handOver(made, R"({"handedOn":"2026-03-03","receivedBy":"Bà Bưu Tá"})");
    EXPECT_EQ(handed.status, 200) << handed.body;
    EXPECT_EQ(handed.at("list/number"), "1");
    EXPECT_EQ(handed.at("list/handedOn"), "2026-03-03");
    EXPECT_EQ(statusOf(id), "sent");
    EXPECT_EQ(document(id).at("recipients/0/history/1/at"), "2026-03-02T17:00:00.000Z") << "midnight in Viet Nam";
    EXPECT_THAT(harness.get(clerk, "/documents/" + id + "/timeline").body, HasSubstr("outgoing.handed-over"));
}

TEST_F(PaperDispatch, NumbersListsWithoutGapsEachYear) {
    issuedTo(onPaper(school));
    const auto first = listOf(waiting());
    issuedTo(onPaper(school));
    const auto second = listOf(waiting());
    EXPECT_EQ(handOver(second).at("list/number"), "1") << "the first to be handed over";
    EXPECT_EQ(handOver(first).at("list/number"), "2");
    EXPECT_EQ(handOver(first).status, 409);
}

TEST_F(PaperDispatch, RefusesADayInTheFutureOrBeforeTheDocument) {
    issuedTo(onPaper(school));
    const auto made = listOf(waiting());
    EXPECT_EQ(handOver(made, R"({"handedOn":"2026-03-03","receivedBy":"A"})").at("errors/0/code"), "outgoing.date-in-future");
    EXPECT_EQ(handOver(made, R"({"handedOn":"2026-03-01","receivedBy":"A"})").at("errors/0/code"), "outgoing.handed-before-document");
    EXPECT_EQ(handOver(made, "{}").at("errors/0/pointer"), "/receivedBy");
}

TEST_F(PaperDispatch, SetsEnvelopesAndTakesItemsOffUntilItIsHandedOver) {
    const auto shop = addContact(clerk, "Hợp tác xã B");
    issuedTo(R"([{"contactId":")" + school + R"(","carriage":"paper"},{"contactId":")" + shop + R"(","carriage":"paper"}])");
    const auto made = listOf(waiting());
    const auto item = list(made).at("items/0/id");
    const auto body = R"({"way":"hand","carrier":"Ông Chạy","items":[{"itemId":")" + item + R"(","envelope":7,"copies":4}]})";
    const auto changed = harness.put(clerk, "/paper/lists/" + made, body, "1");
    EXPECT_EQ(changed.at("items/0/envelope"), "7") << changed.body;
    EXPECT_EQ(changed.at("items/0/copies"), "4");
    EXPECT_EQ(changed.at("items/1/id"), "");
    EXPECT_THAT(waiting(), SizeIs(1)) << "what was taken off waits again";
    EXPECT_EQ(harness.put(clerk, "/paper/lists/" + made, body, "1").status, 412);
    EXPECT_EQ(handOver(made).status, 200);
    EXPECT_EQ(harness.put(clerk, "/paper/lists/" + made, body, "3").at("code"), "outgoing.list-handed");
    EXPECT_EQ(harness.del(clerk, "/paper/lists/" + made).status, 409);
}

TEST_F(PaperDispatch, GivesAListUpAndItsDocumentsWaitAgain) {
    issuedTo(onPaper(school));
    const auto made = listOf(waiting());
    EXPECT_EQ(harness.del(clerk, "/paper/lists/" + made).status, 204);
    EXPECT_THAT(waiting(), SizeIs(1));
    EXPECT_EQ(list(made).status, 404);
}

TEST_F(PaperDispatch, ListsNothingTwiceAndNothingOfOthers) {
    issuedTo(onPaper(school));
    const auto item = waiting().front();
    const auto made = listOf({item});
    const auto twice = harness.post(clerk, "/paper/lists", R"({"itemIds":[")" + item + R"("]})");
    EXPECT_EQ(twice.at("errors/0/pointer"), "/itemIds/0");
    const auto other = harness.as("clerk", "xa-b");
    EXPECT_EQ(harness.post(other, "/paper/lists", R"({"itemIds":[")" + item + R"("]})").status, 422);
    EXPECT_EQ(harness.get(other, "/paper/lists/" + made).status, 404);
}

TEST_F(PaperDispatch, SendsAgainWhatCameBack) {
    const auto id = issuedTo(onPaper(school));
    const auto made = listOf(waiting());
    handOver(made);
    const auto item = list(made).at("items/0/id");
    EXPECT_EQ(harness.post(clerk, "/paper/items/" + item + "/return", R"({"note":"Sai địa chỉ"})").status, 204);
    EXPECT_EQ(statusOf(id), "failed");
    EXPECT_EQ(document(id).at("recipients/0/reason"), "Sai địa chỉ");
    EXPECT_EQ(harness.post(clerk, "/paper/items/" + item + "/return", R"({"note":"x"})").status, 409);
    EXPECT_EQ(harness.post(clerk, "/paper/items/" + item + "/again", "").status, 204);
    EXPECT_EQ(statusOf(id), "queued");
    EXPECT_THAT(waiting(), SizeIs(1));
}

TEST_F(PaperDispatch, PrintsTheRegisterOfPostWithTheColumnsOfTheDecree) {
    issuedTo(onPaper(school));
    const auto made = listOf(waiting());
    handOver(made);
    const auto csv = harness.get(clerk, "/paper/lists/" + made + "/print?format=csv").body;
    sheets::CsvReader reader{csv};
    const auto columns = reader.next();
    ASSERT_TRUE(columns);
    EXPECT_THAT(columns->cells,
                ElementsAre("Ngày chuyển", "Số, ký hiệu văn bản", "Nơi nhận văn bản", "Số lượng bì", "Ký nhận và dấu bưu điện", "Ghi chú"));
    const auto line = reader.next();
    ASSERT_TRUE(line);
    EXPECT_THAT(line->cells, ElementsAre("02/03/2026", "01/UBND-KT", "Trường Tiểu học A\nThôn 1, xã Ví Dụ A", "1", "", "Bì số 1"));
    const auto period = harness.get(clerk, "/paper/register?way=post&from=2026-03-01&to=2026-03-31&format=csv").body;
    EXPECT_THAT(period, HasSubstr("01/UBND-KT"));
    EXPECT_EQ(harness.get(clerk, "/paper/register?way=post&from=2026-03-01").at("errors/0/pointer"), "/to");
}

TEST_F(PaperDispatch, PrintsListsLabelsAndEnvelopesAsPdf) {
    issuedTo(onPaper(school));
    const auto made = listOf(waiting(), "hand");
    for (const auto* print : {"/print", "/labels", "/envelopes?size=c5"}) {
        const auto printed = harness.get(clerk, "/paper/lists/" + made + print);
        EXPECT_EQ(printed.status, 200) << print;
        EXPECT_THAT(printed.body, StartsWith("%PDF-")) << print;
    }
    EXPECT_EQ(harness.get(clerk, "/paper/lists/" + made + "/envelopes?size=a9").at("errors/0/pointer"), "/size");
}

TEST_F(PaperDispatch, TellsARecallOnPaperAndTakesTheAnswerFromTheClerk) {
    const auto id = issuedTo(onPaper(school));
    handOver(listOf(waiting()));
    EXPECT_EQ(act(clerk, id, "recall", R"({"note":"Sai số liệu."})").at("state"), "recalling");
    const auto items = harness.get(clerk, "/paper/items");
    EXPECT_EQ(items.at("items/0/kind"), "recall");
    EXPECT_THAT(harness.get(clerk, "/paper/items/" + items.at("items/0/id") + "/notice").body, StartsWith("%PDF-"));
    const auto path = "/documents/" + id + "/recipients/" + document(id).at("recipients/0/deliveryId") + "/recall-answer";
    EXPECT_EQ(harness.post(clerk, path, R"({"agrees":false})").at("errors/0/pointer"), "/note");
    EXPECT_EQ(harness.post(clerk, path, R"({"agrees":true,"note":"Đã gửi trả"})").at("state"), "recalled");
}

TEST_F(PaperDispatch, ARecallTakesBackWhatIsStillInTheHouse) {
    const auto id = issuedTo(onPaper(school));
    const auto made = listOf(waiting());
    EXPECT_EQ(act(clerk, id, "recall", R"({"note":"Nhầm."})").at("state"), "recalled");
    EXPECT_EQ(list(made).at("items/0/id"), "");
    EXPECT_EQ(handOver(made).at("code"), "outgoing.list-empty");
}

TEST(Envelopes, HoldWhatHasTheSameNumber) {
    PaperItem first;
    first.envelope = 2;
    first.numberAndSymbol = "02/UBND";
    PaperItem second = first;
    second.numberAndSymbol = "03/UBND";
    PaperItem third;
    third.envelope = 1;
    const auto envelopes = envelopesOf({first, second, third});
    ASSERT_THAT(envelopes, SizeIs(2));
    EXPECT_EQ(envelopes[0].number, 1);
    EXPECT_THAT(envelopes[1].items, SizeIs(2));
}

TEST(Envelopes, NameANotice) {
    PaperItem item;
    item.numberAndSymbol = "02/UBND";
    EXPECT_EQ(paperItemName(item), "02/UBND");
    item.kind = NoticeKind::recall;
    EXPECT_EQ(paperItemName(item), "02/UBND (thông báo thu hồi)");
}

TEST_F(PaperDispatch, FillsSixteenLabelsOnAPage) {
    const auto pagesOf = [&](std::size_t envelopes) {
        const auto file = harness.context().dataFolder() / "labels.pdf";
        std::ofstream{file, std::ios::binary} << labelsPdf(std::vector<PaperEnvelope>(envelopes, {1, "Nơi nhận", "Địa chỉ", {}}));
        return harness.context().pdf().inspect(file).pages;
    };
    EXPECT_EQ(pagesOf(1), 1);
    EXPECT_EQ(pagesOf(16), 1);
    EXPECT_EQ(pagesOf(17), 2);
}

}  // namespace

}  // namespace congvu::outgoing
