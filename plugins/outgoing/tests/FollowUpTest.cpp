// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"
#include "domain/IssueClock.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace congvu::outgoing {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Unsent : public OutgoingFixture {
protected:
    std::vector<std::string> late(const http::Caller& caller) { return column(harness.get(caller, "/documents?late=true"), "id"); }
    int reminders(const http::Caller& caller) {
        const auto titles = column(harness.get(caller, "/api/v1/notifications"), "title");
        return static_cast<int>(std::count(titles.begin(), titles.end(), "Văn bản đã ký chưa phát hành"));
    }
    std::string urgentToSign() {
        const auto made = harness.post(handler, "/documents", draftRequest({province}, letterFields(), R"(,"urgency":"urgent")"));
        EXPECT_EQ(submit(made.at("id"), {chair.postId}).status, 200);
        sign();
        return made.at("id");
    }
};

TEST_F(Unsent, IsLateWhenTheNextWorkingDayIsOver) {
    const auto id = makeSigned();  // Monday, 2 March 2026
    EXPECT_THAT(late(clerk), IsEmpty());
    harness.setNow(*parseRfc3339("2026-03-03T09:00:00Z"));
    EXPECT_THAT(late(clerk), IsEmpty()) << "Tuesday is the next working day";
    harness.setNow(*parseRfc3339("2026-03-03T17:30:00Z"));  // Wednesday, half past midnight in Viet Nam
    EXPECT_THAT(late(clerk), ElementsAre(id));
    EXPECT_EQ(harness.get(clerk, "/counters").at("late"), "1");
    EXPECT_EQ(harness.get(handler, "/counters").at("late"), "0") << "counted for those who issue";
    EXPECT_THAT(late(harness.as("clerk", "xa-b")), IsEmpty());
}

TEST_F(Unsent, DoesNotCountTheWeekend) {
    harness.setNow(*parseRfc3339("2026-03-06T02:00:00Z"));  // Friday
    const auto id = makeSigned();
    harness.setNow(*parseRfc3339("2026-03-09T09:00:00Z"));  // Monday: the next working day
    EXPECT_THAT(late(clerk), IsEmpty());
    harness.setNow(*parseRfc3339("2026-03-10T01:00:00Z"));
    EXPECT_THAT(late(clerk), ElementsAre(id));
}

TEST_F(Unsent, IsLateAtOnceWhenUrgentAndTheDayIsOver) {
    const auto id = urgentToSign();
    EXPECT_THAT(late(clerk), IsEmpty());
    harness.setNow(*parseRfc3339("2026-03-03T01:00:00Z"));
    EXPECT_THAT(late(clerk), ElementsAre(id));
}

TEST_F(Unsent, EndsWithTheIssueAndStaysWithANumberAlone) {
    const auto id = makeSigned();
    harness.setNow(*parseRfc3339("2026-03-04T01:00:00Z"));
    ASSERT_EQ(act(clerk, id, "number").status, 200);
    EXPECT_THAT(late(clerk), ElementsAre(id));
    sign();
    EXPECT_THAT(late(clerk), ElementsAre(id));
    ASSERT_EQ(act(clerk, id, "issue").status, 200);
    EXPECT_THAT(late(clerk), IsEmpty());
}

TEST_F(Unsent, RemindsTheClerksOnceADayOnWorkingDays) {
    makeSigned();
    harness.setNow(*parseRfc3339("2026-03-03T01:00:00Z"));
    harness.runJob("unsent-reminder");
    EXPECT_EQ(reminders(clerk), 0);
    harness.setNow(*parseRfc3339("2026-03-06T01:00:00Z"));
    harness.runJob("unsent-reminder");
    harness.runJob("unsent-reminder");
    EXPECT_EQ(reminders(clerk), 1);
    EXPECT_EQ(reminders(harness.as("clerk", "xa-b")), 0);
    harness.setNow(*parseRfc3339("2026-03-07T01:00:00Z"));  // Saturday
    harness.runJob("unsent-reminder");
    EXPECT_EQ(reminders(clerk), 1);
    harness.setNow(*parseRfc3339("2026-03-09T01:00:00Z"));
    harness.runJob("unsent-reminder");
    EXPECT_EQ(reminders(clerk), 2);
}

TEST_F(Unsent, PagesFromTheLongestWaiting) {
    std::vector<std::string> ids;
    for (int index = 0; index < 3; ++index) {
        ids.push_back(makeSigned());
        harness.advance(std::chrono::minutes{1});
    }
    harness.setNow(*parseRfc3339("2026-03-10T01:00:00Z"));
    const auto first = harness.get(clerk, "/documents?late=true&limit=2");
    EXPECT_THAT(column(first, "id"), ElementsAre(ids[0], ids[1]));
    EXPECT_THAT(column(harness.get(clerk, "/documents?late=true&limit=2&cursor=" + first.at("next")), "id"), ElementsAre(ids[2]));
}

TEST_F(Unsent, AreFoundByTheirWords) {
    const auto id = makeSigned();
    harness.setNow(*parseRfc3339("2026-03-10T01:00:00Z"));
    EXPECT_THAT(column(harness.get(clerk, "/documents?late=true&q=thu%20nghiem"), "id"), ElementsAre(id));
    EXPECT_THAT(column(harness.get(clerk, "/documents?late=true&q=ke%20hoach"), "id"), IsEmpty());
}

TEST_F(Unsent, GoBackToTheDrafterByTheClerkBeforeTheyHaveANumber) {
    const auto id = makeSigned();
    EXPECT_EQ(act(head, id, "return", R"({"note":"Sai"})").status, 409);
    EXPECT_EQ(act(clerk, id, "return").at("errors/0/pointer"), "/note");
    const auto back = act(clerk, id, "return", R"({"note":"Sai ký hiệu"})");
    ASSERT_EQ(back.status, 200) << "whoever gave it back sees it: " << back.body;
    EXPECT_EQ(back.at("state"), "draft");
    EXPECT_EQ(back.at("file/id"), "") << "what was signed is not the draft";
    EXPECT_THAT(harness.openWork(handler), ElementsAre("outgoing.revise"));
    EXPECT_THAT(harness.openWork(clerk), IsEmpty());
    ASSERT_EQ(submit(id, {chair.postId}).status, 200);
    sign();
    EXPECT_EQ(stateOf(id), "signed");
    EXPECT_EQ(act(clerk, makeNumbered(), "return", R"({"note":"Sai"})").status, 409) << "a number is cancelled first";
}

class Mending : public OutgoingFixture {
protected:
    testing::TestResponse draftAbout(const std::string& kind, const std::string& id, const std::string& formId = "cong-van") {
        return harness.post(handler, "/documents",
                            R"({"formId":")" + formId + R"(","fields":)" + letterFields("đính chính") + R"(,"relations":[{"kind":")" +
                                kind + R"(","documentId":")" + id + R"("}]})");
    }
    void issueIt(const std::string& id) {
        ASSERT_EQ(submit(id, {chair.postId}).status, 200);
        sign();
        ASSERT_EQ(act(clerk, id, "number").status, 200);
        sign();
        ASSERT_EQ(act(clerk, id, "issue").status, 200);
    }
};

TEST_F(Mending, ShowsACorrectionAtBothDocumentsOnceItIsIssued) {
    const auto earlier = makeIssued();
    const auto later = draftAbout("corrects", earlier).at("id");
    EXPECT_EQ(document(later).at("relations/0/documentId"), earlier);
    EXPECT_EQ(document(later).at("relations/0/isOfThis"), "true");
    EXPECT_EQ(document(earlier).at("relations/0/documentId"), "") << "a draft is nobody's business yet";
    issueIt(later);
    const auto shown = document(earlier);
    EXPECT_EQ(shown.at("relations/0/documentId"), later);
    EXPECT_EQ(shown.at("relations/0/kind"), "corrects");
    EXPECT_EQ(shown.at("relations/0/isOfThis"), "false");
    EXPECT_EQ(shown.at("relations/0/numberAndSymbol"), "02/UBND-KT");
    const auto history = harness.get(clerk, "/documents/" + earlier + "/timeline");
    EXPECT_THAT(history.body, HasSubstr("outgoing.corrects-it"));
    EXPECT_THAT(history.body, HasSubstr("02/UBND-KT"));
}

TEST_F(Mending, CorrectsByLetterAndReplacesByEqualForm) {
    const auto earlier = makeIssued();
    EXPECT_EQ(draftAbout("corrects", earlier, "thong-bao").at("errors/0/code"), "outgoing.correct-by-letter");
    EXPECT_EQ(draftAbout("replaces", earlier, "thong-bao").at("errors/0/code"), "outgoing.equal-form");
    EXPECT_EQ(draftAbout("amends", earlier, "thong-bao").at("errors/0/pointer"), "/relations/0/documentId");
    EXPECT_EQ(draftAbout("replaces", earlier).status, 201);
    EXPECT_EQ(draftAbout("amends", earlier).status, 201);
}

TEST_F(Mending, IsAboutIssuedDocumentsThatTheDrafterSees) {
    EXPECT_EQ(draftAbout("corrects", makeSealed()).at("errors/0/code"), "outgoing.relation-not-issued");
    const auto earlier = makeIssued();
    const auto stranger = harness.post(
        harness.as("handler", "vh-a"), "/documents",
        R"({"formId":"cong-van","fields":)" + letterFields() + R"(,"relations":[{"kind":"corrects","documentId":")" + earlier + R"("}]})");
    EXPECT_EQ(stranger.at("errors/0/code"), "outgoing.unknown-source");
}

TEST_F(Mending, PutsFormsThatAPostUsesMostFirst) {
    EXPECT_THAT(column(harness.get(handler, "/form-use"), "formId"), IsEmpty());
    makeDraft();
    const auto notice = R"({"formId":"thong-bao","fields":{}})";
    harness.post(handler, "/documents", notice);
    harness.post(handler, "/documents", notice);
    EXPECT_THAT(column(harness.get(handler, "/form-use"), "formId"), ElementsAre("thong-bao", "cong-van"));
    EXPECT_THAT(column(harness.get(head, "/form-use"), "formId"), IsEmpty());
}

class Authority : public OutgoingFixture {
protected:
    std::string codeFor(const http::Caller& signer, const std::string& authority) {
        const auto fields = R"({"agency":"UBND xã Ví Dụ A","symbol":"UBND-KT","place":"Ví Dụ A","subject":"thử","addressees":["X"],
            "body":"Nội dung.","archive":"VT","signer":{"authority":)" +
                            authority + R"(,"position":"Chủ tịch","name":")" + signer.personName + R"("}})";
        const auto made = harness.post(handler, "/documents", draftRequest({province}, fields));
        return submit(made.at("id"), {signer.postId}).at("errors/0/code");
    }
};

TEST_F(Authority, LetsTheHeadSignForTheCollectiveOrInHisOwnName) {
    EXPECT_EQ(codeFor(chair, "[]"), "");
    EXPECT_EQ(codeFor(chair, R"([{"prefix":"TM.","of":"Ủy ban nhân dân"}])"), "");
}

TEST_F(Authority, RefusesLinesThatAreNotOfTheSignersPost) {
    EXPECT_EQ(codeFor(chair, R"([{"prefix":"KT.","of":"Chủ tịch"}])"), "outgoing.authority-not-his");
    EXPECT_EQ(codeFor(chair, R"([{"prefix":"TL.","of":"Chủ tịch"}])"), "outgoing.authority-not-his");
}

TEST_F(Authority, RefusesAuthorisationWithoutAMandate) {
    EXPECT_EQ(codeFor(chair, R"([{"prefix":"TUQ.","of":"Chủ tịch"}])"), "outgoing.authority-tuq");
}

}  // namespace

}  // namespace congvu::outgoing
