// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"

#include <gmock/gmock.h>

namespace congvu::outgoing {

namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kReason = R"({"note":"Sai số liệu tại mục 2."})";

class Recall : public OutgoingFixture {
protected:
    /// Issued to the province and the neighbouring commune; recipients are listed by name: commune B, then the province.
    std::string makeIssuedToTwo() {
        const auto made = harness.post(handler, "/documents", draftRequest({province, harness.unitId("xa-b")}));
        const auto id = made.at("id");
        EXPECT_EQ(submit(id, {chair.postId}).status, 200);
        sign();
        EXPECT_EQ(act(clerk, id, "number").status, 200);
        sign();
        EXPECT_EQ(act(clerk, id, "issue").status, 200);
        return id;
    }
};

TEST_F(Recall, NeedsAReasonAndSomebodyWhoMay) {
    const auto id = makeIssued();
    EXPECT_EQ(act(clerk, id, "recall").at("errors/0/pointer"), "/note");
    EXPECT_EQ(act(handler, id, "recall", kReason).status, 409);
    EXPECT_EQ(stateOf(id), "issued");
}

TEST_F(Recall, AsksEveryRecipientToGiveTheDocumentBack) {
    const auto id = makeIssued();
    EXPECT_EQ(act(clerk, id, "recall", kReason).at("state"), "recalling");
    const auto event = harness.published().back();
    EXPECT_EQ(event.name, "outgoing.recall-requested.v1");
    EXPECT_THAT(event.payload, HasSubstr("Sai số liệu tại mục 2."));
    EXPECT_THAT(event.payload, HasSubstr(document(id).at("recipients/0/deliveryId")));
    EXPECT_EQ(document(id).at("recipients/0/recall"), "13");
}

TEST_F(Recall, EndsWhenARecipientThatHasNotAcceptedItGivesItBack) {
    const auto id = makeIssued();
    say(id, "01");
    act(clerk, id, "recall", kReason);
    say(id, "15");
    EXPECT_EQ(stateOf(id), "recalled");
    EXPECT_EQ(document(id).at("recipients/0/recall"), "15");
    say(id, "05");
    EXPECT_EQ(document(id).at("recipients/0/status"), "01") << "what was given back goes on no further";
}

TEST_F(Recall, LeavesTheDocumentIssuedWhenTheRecipientThatAcceptedItRefuses) {
    const auto id = makeIssued();
    say(id, "03", "", "9");
    act(chair, id, "recall", kReason);
    say(id, "16", "Đã giải quyết");
    EXPECT_EQ(stateOf(id), "issued");
    EXPECT_EQ(document(id).at("recipients/0/recall"), "16");
    EXPECT_EQ(document(id).at("recipients/0/status"), "03");
    EXPECT_THAT(column(harness.get(handler, "/api/v1/notifications"), "text"), Contains(HasSubstr("Đã giải quyết")));
}

TEST_F(Recall, WaitsForEveryAnswerAndIsNotConfusedByProgressInBetween) {
    const auto id = makeIssuedToTwo();
    act(clerk, id, "recall", kReason);
    say(id, "16", "Đang dùng", "null", 0);
    say(id, "05", "", "null", 0);
    EXPECT_EQ(stateOf(id), "recalling");
    EXPECT_EQ(document(id).at("recipients/0/recall"), "16");
    say(id, "15", "", "null", 1);
    EXPECT_EQ(stateOf(id), "issued");
}

TEST_F(Recall, AsksOnlyThoseWhoStillHoldTheDocument) {
    const auto id = makeIssuedToTwo();
    const auto refusing = document(id).at("recipients/0/deliveryId");
    say(id, "02", "Gửi nhầm", "null", 0);
    act(clerk, id, "recall", kReason);
    EXPECT_THAT(harness.published().back().payload, Not(HasSubstr(refusing)));
    say(id, "15", "", "null", 1);
    EXPECT_EQ(stateOf(id), "recalled");
}

TEST_F(Recall, TakesAnAnswerOnlyWhileOneIsAsked) {
    const auto id = makeIssued();
    say(id, "15");
    EXPECT_EQ(document(id).at("recipients/0/recall"), "");
    EXPECT_EQ(stateOf(id), "issued");
}

}  // namespace

}  // namespace congvu::outgoing
