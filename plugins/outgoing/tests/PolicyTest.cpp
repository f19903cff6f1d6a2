// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace congvu::outgoing {

namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

class Policy : public OutgoingFixture {
protected:
    bool sees(const http::Caller& caller, const std::string& id) {
        const auto status = harness.get(caller, "/documents/" + id).status;
        const auto listed = column(harness.get(caller, "/documents"), "id");
        const bool isListed = std::find(listed.begin(), listed.end(), id) != listed.end();
        EXPECT_EQ(status == 200, isListed) << "the page and the list must agree";
        EXPECT_TRUE(status == 200 || status == 404) << status;
        return status == 200;
    }
};

TEST_F(Policy, ShowsADraftToItsWriterHisHeadTheOfficeAndTheSigners) {
    const auto id = makeDraft();
    EXPECT_TRUE(sees(handler, id));
    EXPECT_TRUE(sees(head, id));
    EXPECT_TRUE(sees(office, id));
    EXPECT_TRUE(sees(chair, id));
}

TEST_F(Policy, HidesADraftFromClerksOtherUnitsAndOtherAgencies) {
    const auto id = makeDraft();
    EXPECT_FALSE(sees(clerk, id));
    EXPECT_FALSE(sees(harness.as("head", "vh-a"), id));
    EXPECT_FALSE(sees(harness.as("handler", "vh-a"), id));
    EXPECT_FALSE(sees(harness.as("handler", "vp-a"), id));
    EXPECT_FALSE(sees(harness.as("chair", "xa-b"), id));
    EXPECT_FALSE(sees(harness.as("chair", "tinh"), id));
}

TEST_F(Policy, ShowsADraftToWhoeverIsOrWasInItsChain) {
    const auto id = makeDraft();
    const auto adviser = harness.as("head", "vh-a");
    EXPECT_EQ(submit(id, {adviser.postId, chair.postId}).status, 200);
    EXPECT_TRUE(sees(adviser, id));
    EXPECT_EQ(act(adviser, id, "return", R"({"note":"Ý kiến của phòng."})").status, 200);
    EXPECT_TRUE(sees(adviser, id));
}

TEST_F(Policy, ShowsASignedDocumentAlsoToClerksAndTheDraftingUnit) {
    const auto id = makeSigned();
    EXPECT_TRUE(sees(clerk, id));
    EXPECT_TRUE(sees(handler, id));
    EXPECT_FALSE(sees(harness.as("handler", "vh-a"), id));
}

TEST_F(Policy, AnswersNotFoundForEveryActOnSomebodyElsesDocument) {
    const auto id = makeIssued();
    const auto stranger = harness.as("clerk", "xa-b");
    for (const auto* act : {"number", "issue", "seal"}) {
        EXPECT_EQ(this->act(stranger, id, act).status, 404) << act;
    }
    EXPECT_EQ(act(stranger, id, "recall", R"({"note":"x"})").status, 404);
    EXPECT_EQ(act(stranger, id, "cancel-number", R"({"note":"x"})").status, 404);
    for (const auto* part : {"/timeline", "/versions"}) {
        EXPECT_EQ(harness.get(stranger, "/documents/" + id + part).status, 404) << part;
    }
    const auto file = document(id).at("file/id");
    EXPECT_EQ(harness.get(stranger, "/documents/" + id + "/files/" + file).status, 404);
    EXPECT_EQ(harness.get(clerk, "/documents/" + id + "/files/" + file).status, 200);
}

TEST_F(Policy, GivesAFileOnlyWithTheDocumentItBelongsTo) {
    const auto own = makeDraft();
    const auto other = makeIssued();
    EXPECT_EQ(harness.get(chair, "/documents/" + own + "/files/" + document(other).at("file/id")).status, 404);
}

TEST_F(Policy, CountsTheAgencysDocumentsOnlyForThoseWhoReadThemAll) {
    makeSigned();
    EXPECT_THAT(column(harness.get(handler, "/counters"), "state"), IsEmpty());
    EXPECT_THAT(column(harness.get(clerk, "/counters"), "state"), Contains("signed"));
    EXPECT_THAT(column(harness.get(harness.as("clerk", "xa-b"), "/counters"), "state"), IsEmpty());
}

TEST_F(Policy, ShowsNoSourceThatTheReaderMayNotSee) {
    ports::DocumentSummary directive;
    directive.numberAndSymbol = "15/CT-UBND";
    incoming->add("directive-1", directive);
    const auto stranger = harness.as("handler", "kt-b");
    const auto made =
        harness.post(stranger, "/documents", draftRequest({province}, letterFields(), R"(,"sourceDocumentId":"directive-1")"));
    EXPECT_EQ(made.at("errors/0/pointer"), "/sourceDocumentId");
}

}  // namespace

}  // namespace congvu::outgoing
