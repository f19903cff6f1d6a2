// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"
#include "congvu/json/Value.h"

#include <gmock/gmock.h>

#include <algorithm>

#include <thread>

namespace congvu::outgoing {

namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class Issuing : public OutgoingFixture {};

TEST_F(Issuing, AsksTheClerkForTheNumberOnceTheSignatureIsThere) {
    const auto id = makeSigned();
    EXPECT_THAT(harness.openWork(clerk), ElementsAre("outgoing.number"));
    EXPECT_EQ(document(id).at("chain/2/state"), "passed");
    EXPECT_EQ(act(chair, id, "number").status, 403);
}

TEST_F(Issuing, IgnoresASignatureThatIsToldTwice) {
    const auto id = makeSigned();
    const auto version = document(id).at("version");
    sign();
    EXPECT_EQ(document(id).at("version"), version);
}

TEST_F(Issuing, WritesTheNumberAsTheDecreeSaysAndAsksForTheSealWithIt) {
    const auto id = makeNumbered();
    EXPECT_EQ(document(id).at("numberAndSymbol"), "01/UBND-KT");
    EXPECT_EQ(document(id).at("documentDate"), "2026-03-02");
    const auto& seal = desk->latest().request;
    EXPECT_EQ(seal.signerKind, ports::SignerKind::agency);
    EXPECT_EQ(seal.fieldName, "CoQuan");
    ASSERT_EQ(seal.fields.size(), 2U);
    EXPECT_EQ(seal.fields[0].text, "01");
    EXPECT_EQ(seal.fields[1].text, "Ví Dụ A, ngày 02 tháng 3 năm 2026");
    EXPECT_THAT(harness.openWork(clerk), IsEmpty());
}

TEST_F(Issuing, GivesADocumentOneNumber) {
    const auto id = makeNumbered();
    EXPECT_EQ(act(clerk, id, "number").status, 409);
    EXPECT_EQ(document(id).at("numberAndSymbol"), "01/UBND-KT");
}

TEST_F(Issuing, GivesNumbersWithoutGapsAlsoWhenTheDeskRefuses) {
    const auto first = makeNumbered();
    const auto second = makeSigned();
    desk->breakDown();
    EXPECT_EQ(act(clerk, second, "number").status, 503);
    EXPECT_EQ(stateOf(second), "signed");
    desk->mend();
    EXPECT_EQ(act(clerk, second, "number").at("numberAndSymbol"), "02/UBND-KT");
    EXPECT_EQ(document(first).at("numberAndSymbol"), "01/UBND-KT");
}

TEST_F(Issuing, GivesClerksWhoNumberAtOnceEachTheirOwnNumber) {
    std::vector<std::string> ids;
    for (int index = 0; index < 6; ++index) {
        ids.push_back(makeSigned());
    }
    std::vector<std::string> numbers(ids.size());
    std::vector<std::thread> clerks;
    for (std::size_t index = 0; index < ids.size(); ++index) {
        clerks.emplace_back([&, index] { numbers[index] = act(clerk, ids[index], "number").at("numberAndSymbol"); });
    }
    for (auto& one : clerks) {
        one.join();
    }
    EXPECT_THAT(numbers, UnorderedElementsAre("01/UBND-KT", "02/UBND-KT", "03/UBND-KT", "04/UBND-KT", "05/UBND-KT", "06/UBND-KT"));
}

TEST_F(Issuing, RefusesADateInTheFutureOrBeforeTheSignature) {
    const auto id = makeSigned();
    const auto future = act(clerk, id, "number", R"({"documentDate":"2026-03-03"})");
    EXPECT_EQ(future.at("errors/0/pointer"), "/documentDate");
    EXPECT_EQ(future.at("errors/0/code"), "outgoing.date-in-future");
    const auto past = act(clerk, id, "number", R"({"documentDate":"2026-03-01"})");
    EXPECT_EQ(past.at("errors/0/code"), "outgoing.date-before-signature");
    EXPECT_EQ(act(clerk, id, "number").at("numberAndSymbol"), "01/UBND-KT");
}

TEST_F(Issuing, StartsTheSequenceAnewWithTheYear) {
    harness.setNow(*parseRfc3339("2026-12-31T03:00:00Z"));
    EXPECT_EQ(document(makeNumbered()).at("numberAndSymbol"), "01/UBND-KT");
    const auto lastOfTheYear = makeSigned();
    harness.setNow(*parseRfc3339("2026-12-31T17:30:00Z"));  // 00:30 on New Year's Day in Viet Nam
    EXPECT_EQ(document(makeNumbered()).at("numberAndSymbol"), "01/UBND-KT");
    const auto backdated = act(clerk, lastOfTheYear, "number", R"({"documentDate":"2026-12-31"})");
    EXPECT_EQ(backdated.at("numberAndSymbol"), "02/UBND-KT");
}

TEST_F(Issuing, NumbersTypesSeparatelyWhereTheAgencySaysSo) {
    harness.setSetting("outgoing.number_by_type", "true");
    makeNumbered();
    const auto made = harness.post(handler, "/documents",
                                   R"({"formId":"thong-bao","fields":{"agency":"UBND xã Ví Dụ A","symbol":"TB-UBND","place":"Ví Dụ A",
                                       "subject":"thử","body":"Nội dung.","archive":"VT","signer":{"authority":[],"position":"Chủ tịch","name":"M"}}})");
    EXPECT_EQ(submit(made.at("id"), {chair.postId}).at("state"), "to_sign");
    sign();
    EXPECT_EQ(act(clerk, made.at("id"), "number").at("numberAndSymbol"), "01/TB-UBND");
}

TEST_F(Issuing, NumbersCopiesBesideTheDocumentsInOneSequence) {
    makeNumbered();
    const auto numberOf = [&](const std::string& formId, const std::string& symbol) {
        const auto made = harness.post(
            handler, "/documents",
            R"({"formId":")" + formId + R"(","fields":{"agency":"UBND xã Ví Dụ A","symbol":")" + symbol + R"(","place":"Ví Dụ A",
                "subject":"Quyết định mẫu","body":"Nội dung.","archive":"VT","signer":{"authority":[],"position":"Chủ tịch","name":"M"}}})");
        EXPECT_EQ(submit(made.at("id"), {chair.postId}).at("state"), "to_sign") << made.body;
        sign();
        return act(clerk, made.at("id"), "number").at("numberAndSymbol");
    };
    EXPECT_EQ(numberOf("ban-sao-y", "SY-UBND"), "01/SY-UBND");
    EXPECT_EQ(numberOf("ban-trich-sao", "TrS-UBND"), "02/TrS-UBND");
    EXPECT_EQ(numberOf("ban-sao-luc", "SL-UBND"), "03/SL-UBND");
}

TEST_F(Issuing, KeepsTheNumberWhenTheSealIsGivenBackAndAsksAgain) {
    const auto id = makeNumbered();
    EXPECT_EQ(act(clerk, id, "seal").status, 409) << "the seal is asked for already";
    giveBackAtTheDesk("Chưa cắm thiết bị.");
    EXPECT_EQ(stateOf(id), "numbered");
    EXPECT_THAT(harness.openWork(clerk), ElementsAre("outgoing.seal"));
    EXPECT_EQ(act(clerk, id, "seal").status, 200);
    EXPECT_THAT(harness.openWork(clerk), IsEmpty());
    sign();
    EXPECT_EQ(stateOf(id), "sealed");
    EXPECT_EQ(document(id).at("numberAndSymbol"), "01/UBND-KT");
}

TEST_F(Issuing, CancelsAWrongNumberThatIsNeverGivenAgain) {
    const auto id = makeNumbered();
    const auto cancelled = act(clerk, id, "cancel-number", R"({"note":"Cấp nhầm ký hiệu."})");
    EXPECT_EQ(cancelled.status, 200) << cancelled.body;
    EXPECT_EQ(cancelled.at("state"), "signed");
    EXPECT_EQ(cancelled.at("numberAndSymbol"), "");
    EXPECT_EQ(cancelled.at("documentDate"), "");
    EXPECT_THAT(harness.openWork(clerk), ElementsAre("outgoing.number"));
    EXPECT_EQ(act(clerk, id, "number").at("numberAndSymbol"), "02/UBND-KT");
}

TEST_F(Issuing, WritesTheCancelledNumberAndItsReasonIntoTheHistory) {
    const auto id = makeNumbered();
    act(clerk, id, "cancel-number", R"({"note":"Cấp nhầm ký hiệu."})");
    const auto history = harness.get(clerk, "/documents/" + id + "/timeline");
    EXPECT_THAT(history.body, HasSubstr("outgoing.number-cancelled"));
    EXPECT_THAT(history.body, HasSubstr("Cấp nhầm ký hiệu."));
    EXPECT_THAT(history.body, HasSubstr("01/UBND-KT"));
}

TEST_F(Issuing, GoesBackToTheSignersRevisionWhenTheNumberOfASealedDocumentIsCancelled) {
    const auto id = makeSigned();
    const auto signersRevision = document(id).at("file/sha256");
    ASSERT_EQ(act(clerk, id, "number").status, 200);
    sign();
    ASSERT_NE(document(id).at("file/sha256"), signersRevision);
    EXPECT_EQ(act(clerk, id, "cancel-number", R"({"note":"Sai ngày."})").at("state"), "signed");
    EXPECT_EQ(document(id).at("file/sha256"), signersRevision);
    ASSERT_EQ(act(clerk, id, "number").status, 200);
    sign();
    EXPECT_EQ(act(clerk, id, "issue").at("numberAndSymbol"), "02/UBND-KT");
}

TEST_F(Issuing, TakesNoSealForANumberThatWasCancelledMeanwhile) {
    const auto id = makeNumbered();
    ASSERT_EQ(act(clerk, id, "cancel-number", R"({"note":"Sai ngày."})").status, 200);
    EXPECT_FALSE(desk->latest().isOpen) << "nobody may seal a number that is gone";
    sign();
    EXPECT_EQ(stateOf(id), "signed");
}

TEST_F(Issuing, CancelsNoNumberWithoutAReasonOrAfterTheIssue) {
    const auto id = makeNumbered();
    EXPECT_EQ(act(clerk, id, "cancel-number").at("errors/0/pointer"), "/note");
    EXPECT_EQ(act(chair, id, "cancel-number", R"({"note":"x"})").status, 403);
    sign();
    ASSERT_EQ(act(clerk, id, "issue").status, 200);
    EXPECT_EQ(act(clerk, id, "cancel-number", R"({"note":"x"})").status, 409);
    EXPECT_EQ(document(id).at("numberAndSymbol"), "01/UBND-KT");
}

TEST_F(Issuing, IssuesOnlyWhatIsSealed) {
    const auto id = makeNumbered();
    EXPECT_EQ(act(clerk, id, "issue").status, 409);
    sign();
    EXPECT_THAT(harness.openWork(clerk), ElementsAre("outgoing.issue"));
    EXPECT_EQ(act(clerk, id, "issue").at("state"), "issued");
    EXPECT_EQ(document(id).at("recipients/0/status"), "sent");
    EXPECT_THAT(harness.openWork(clerk), IsEmpty());
    EXPECT_EQ(act(clerk, id, "issue").status, 409);
}

TEST_F(Issuing, TellsTheRecipientsEverythingAboutTheDocument) {
    ports::DocumentSummary directive;
    directive.numberAndSymbol = "15/CT-UBND";
    incoming->add("directive-1", directive);
    const auto made = harness.post(
        handler, "/documents", draftRequest({province, harness.unitId("xa-b")}, letterFields(), R"(,"sourceDocumentId":"directive-1")"));
    const auto id = made.at("id");
    harness.upload(handler, "/documents/" + id + "/attachments", {{"file", "phu-luc.txt", "số liệu"}});
    ASSERT_EQ(submit(id, {chair.postId}).status, 200);
    sign();
    ASSERT_EQ(act(clerk, id, "number").status, 200);
    sign();
    ASSERT_EQ(act(clerk, id, "issue").status, 200);

    const auto event = harness.published().back();
    EXPECT_EQ(event.name, "outgoing.document-issued.v1");
    EXPECT_EQ(event.agencyId, harness.unitId("xa-a"));
    const testing::TestResponse payload{200, event.payload, {}};
    EXPECT_EQ(payload.at("documentId"), id);
    EXPECT_EQ(payload.at("number"), "1");
    EXPECT_EQ(payload.at("symbol"), "UBND-KT");
    EXPECT_EQ(payload.at("numberAndSymbol"), "01/UBND-KT");
    EXPECT_EQ(payload.at("typeName"), "Công văn");
    EXPECT_EQ(payload.at("subject"), "báo cáo kết quả thử nghiệm");
    EXPECT_EQ(payload.at("documentDate"), "2026-03-02");
    EXPECT_EQ(payload.at("signerName"), chair.personName);
    EXPECT_EQ(payload.at("signerTitle"), "Chủ tịch");
    EXPECT_EQ(payload.at("senderName"), "UBND xã Ví Dụ A");
    EXPECT_EQ(payload.at("senderOrganId"), "H99.01");
    EXPECT_EQ(payload.at("answersSymbol"), "15/CT-UBND");
    EXPECT_EQ(payload.at("sourceDocumentId"), "directive-1");
    EXPECT_EQ(payload.at("pages"), "1");
    EXPECT_EQ(payload.at("file/name"), "01-UBND-KT.pdf");
    EXPECT_EQ(payload.at("file/sha256"), document(id).at("file/sha256"));
    EXPECT_EQ(payload.at("attachments/0/name"), "phu-luc.txt");
    EXPECT_NE(payload.at("recipients/1/deliveryId"), "");
    EXPECT_EQ(payload.at("recipients/2"), "");
}

TEST_F(Issuing, ShowsWhatTheRecipientSays) {
    const auto id = makeIssued();
    say(id, "01");
    EXPECT_EQ(document(id).at("recipients/0/status"), "01");
    say(id, "03", "", "27");
    EXPECT_EQ(document(id).at("recipients/0/arrivalNumber"), "27");
    for (const auto* status : {"04", "05", "06"}) {
        say(id, status);
        EXPECT_EQ(document(id).at("recipients/0/status"), status);
    }
    EXPECT_EQ(document(id).at("recipients/0/arrivalNumber"), "27");
    EXPECT_EQ(stateOf(id), "issued");
}

TEST_F(Issuing, KeepsEveryWordOfARecipientWithItsTime) {
    const auto id = makeIssued();
    for (const auto* status : {"01", "03", "03", "04", "05", "06"}) {
        harness.advance(std::chrono::minutes{5});
        say(id, status);
    }
    const auto view = document(id);
    std::string words;
    for (int step = 0; !view.at("recipients/0/history/" + std::to_string(step) + "/status").empty(); ++step) {
        words += view.at("recipients/0/history/" + std::to_string(step) + "/status") + " ";
    }
    EXPECT_EQ(words, "sent 01 03 04 05 06 ") << "told twice, kept once";
    EXPECT_LT(view.at("recipients/0/history/1/at"), view.at("recipients/0/history/2/at"));
    EXPECT_EQ(view.at("recipients/0/history/5/at"), view.at("recipients/0/updatedAt"));
}

TEST_F(Issuing, TellsDrafterAndClerkOnceThatARecipientRefused) {
    const auto id = makeIssued();
    say(id, "01");
    say(id, "02", "Sai địa chỉ");
    say(id, "02", "Sai địa chỉ");
    EXPECT_EQ(document(id).at("recipients/0/reason"), "Sai địa chỉ");
    for (const auto& told : {handler, clerk}) {
        const auto notices = harness.get(told, "/api/v1/notifications");
        const auto titles = column(notices, "title");
        EXPECT_EQ(std::count(titles.begin(), titles.end(), "Nơi nhận từ chối tiếp nhận"), 1) << notices.body;
        EXPECT_THAT(column(notices, "text"), Contains(HasSubstr("Sai địa chỉ")));
    }
}

}  // namespace

}  // namespace congvu::outgoing
