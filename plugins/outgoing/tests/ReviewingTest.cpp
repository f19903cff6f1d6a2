// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"

#include <gmock/gmock.h>

namespace congvu::outgoing {

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Reviewing : public OutgoingFixture {};

TEST_F(Reviewing, SuggestsHeadOfUnitOfficeAndSigner) {
    const auto chain = harness.get(handler, "/suggested-chain");
    EXPECT_THAT(column(chain, "postId"), ElementsAre(head.postId, office.postId, chair.postId));
    EXPECT_THAT(column(chain, "kind"), ElementsAre("unit-head", "office", "signer"));
}

TEST_F(Reviewing, LeavesTheDrafterOutOfHisOwnReview) {
    EXPECT_THAT(column(harness.get(head, "/suggested-chain"), "postId"), ElementsAre(office.postId, chair.postId));
}

TEST_F(Reviewing, GoesFromHandToHandUntilTheSigner) {
    const auto id = makeDraft();
    EXPECT_EQ(submit(id, usualChain()).at("state"), "in_review");
    EXPECT_THAT(harness.openWork(head), ElementsAre("outgoing.review"));
    EXPECT_EQ(act(head, id, "pass").at("state"), "in_review");
    EXPECT_THAT(harness.openWork(head), IsEmpty());
    EXPECT_THAT(harness.openWork(office), ElementsAre("outgoing.review"));
    EXPECT_EQ(act(office, id, "pass").at("state"), "to_sign");
    EXPECT_THAT(harness.openWork(office), IsEmpty());
    EXPECT_EQ(desk->latest().request.signerPostId, chair.postId);
    EXPECT_EQ(desk->latest().request.fieldName, "NguoiKy");
    EXPECT_EQ(document(id).at("signerName"), chair.personName);
}

TEST_F(Reviewing, LetsNobodyPassOnOutOfTurn) {
    const auto id = makeSubmitted();
    EXPECT_EQ(act(office, id, "pass").status, 409);
    EXPECT_EQ(act(chair, id, "pass").status, 409);
    EXPECT_EQ(act(handler, id, "pass").status, 409);
    EXPECT_EQ(act(chair, id, "pass").at("code"), "outgoing.not-now");
}

TEST_F(Reviewing, TellsTheDrafterAndNotTheSignerWhatCannotBePrinted) {
    const auto response = harness.post(handler, "/documents", draftRequest({province}, letterFields("thiếu nội dung", "")));
    const auto refused = submit(response.at("id"), usualChain());
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.at("errors/0/pointer"), "/fields/body");
    EXPECT_EQ(stateOf(response.at("id")), "draft");
    EXPECT_THAT(desk->all(), IsEmpty());
}

TEST_F(Reviewing, NamesTheReviewerWhoCannotBeOne) {
    const auto id = makeDraft();
    EXPECT_EQ(submit(id, {}).at("errors/0/pointer"), "/reviewerPostIds");
    EXPECT_EQ(submit(id, {"nobody", chair.postId}).at("errors/0/pointer"), "/reviewerPostIds/0");
    EXPECT_EQ(submit(id, {harness.postId("head", "kt-b"), chair.postId}).at("errors/0/pointer"), "/reviewerPostIds/0");
    const auto noSigner = submit(id, {head.postId, office.postId});
    EXPECT_EQ(noSigner.at("errors/0/pointer"), "/reviewerPostIds/1");
    EXPECT_EQ(noSigner.at("errors/0/code"), "outgoing.cannot-sign");
    EXPECT_EQ(stateOf(id), "draft");
}

TEST_F(Reviewing, BringsADraftBackToTheDrafterFromTheHeadOfUnit) {
    const auto id = makeSubmitted();
    EXPECT_EQ(act(head, id, "return", R"({"note":" "})").at("errors/0/pointer"), "/note");
    EXPECT_EQ(act(head, id, "return", R"({"note":"Bổ sung số liệu."})").at("state"), "draft");
    EXPECT_THAT(harness.openWork(handler), ElementsAre("outgoing.revise"));
    EXPECT_THAT(harness.openWork(head), IsEmpty());
    EXPECT_EQ(document(id).at("chain/0/state"), "returned");
    EXPECT_EQ(document(id).at("chain/0/note"), "Bổ sung số liệu.");
    EXPECT_THAT(column(harness.get(handler, "/documents?mine=true&returned=true"), "id"), ElementsAre(id));
    EXPECT_EQ(harness.get(handler, "/counters").at("returned"), "1");
}

TEST_F(Reviewing, BringsADraftBackToTheDrafterFromTheOffice) {
    const auto id = makeSubmitted();
    EXPECT_EQ(act(head, id, "pass").status, 200);
    EXPECT_EQ(act(office, id, "return", R"({"note":"Sai thể thức."})").at("state"), "draft");
    EXPECT_EQ(document(id).at("chain/1/state"), "returned");
    EXPECT_EQ(submit(id, usualChain()).at("state"), "in_review");
    EXPECT_THAT(harness.openWork(handler), IsEmpty());
}

TEST_F(Reviewing, BringsADraftBackFromTheSignerOnTheDocumentsPage) {
    const auto id = makeToSign();
    EXPECT_EQ(act(chair, id, "return", R"({"note":"Chưa ký."})").at("state"), "draft");
    EXPECT_FALSE(desk->latest().isOpen);
    EXPECT_EQ(document(id).at("requestId"), "");
}

TEST_F(Reviewing, BringsADraftBackFromTheSigningDeskOnceEvenWhenToldTwice) {
    const auto id = makeToSign();
    giveBackAtTheDesk("Xem lại mục 2.");
    EXPECT_EQ(stateOf(id), "draft");
    EXPECT_THAT(harness.openWork(handler), ElementsAre("outgoing.revise"));
    const auto version = document(id).at("version");
    giveBackAtTheDesk("Xem lại mục 2.");
    EXPECT_EQ(document(id).at("version"), version);
}

TEST_F(Reviewing, LetsTheDrafterTakeTheDraftBackBeforeItIsSigned) {
    const auto id = makeToSign();
    EXPECT_EQ(act(head, id, "withdraw").status, 409);
    EXPECT_EQ(act(handler, id, "withdraw").at("state"), "draft");
    EXPECT_FALSE(desk->latest().isOpen);
    sign();
    EXPECT_EQ(stateOf(id), "draft") << "a signature that came too late must not count";
}

TEST_F(Reviewing, LetsOneTakeADraftBackWhenTheSigningDeskIsGone) {
    const auto id = makeSubmitted();
    EXPECT_EQ(act(handler, id, "withdraw").at("state"), "draft");
}

TEST_F(Reviewing, ListsWhatWaitsForMe) {
    const auto id = makeSubmitted();
    EXPECT_THAT(column(harness.get(head, "/documents?waiting=true"), "id"), ElementsAre(id));
    EXPECT_THAT(column(harness.get(chair, "/documents?waiting=true"), "id"), IsEmpty());
    EXPECT_EQ(harness.get(head, "/counters").at("waiting"), "1");
    EXPECT_EQ(harness.get(head, "/documents?waiting=true").at("items/0/holderName"), head.personName);
}

TEST_F(Reviewing, WritesEveryStepOfItsOwnIntoTheTimeline) {
    const auto id = makeIssued();
    const auto history = harness.get(handler, "/documents/" + id + "/timeline");
    EXPECT_THAT(column(history, "act"), ElementsAre("outgoing.drafted", "outgoing.submitted", "outgoing.passed", "outgoing.passed",
                                                    "outgoing.numbered", "outgoing.issued"));
    EXPECT_EQ(history.at("items/3/note"), "Đúng thể thức.");
    EXPECT_EQ(history.at("items/3/actorName"), office.personName);
}

}  // namespace

}  // namespace congvu::outgoing
