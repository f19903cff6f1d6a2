// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"
#include "congvu/testing/ActingCaller.h"
#include "domain/SignerBlock.h"

#include <gmock/gmock.h>

namespace congvu::outgoing {

namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

class MandateSigning : public OutgoingFixture {
protected:
    std::vector<std::string> actsOf(const http::Caller& caller, const std::string& id) {
        std::vector<std::string> acts;
        const auto view = harness.get(caller, "/documents/" + id);
        for (int index = 0; !view.at("acts/" + std::to_string(index)).empty(); ++index) {
            acts.push_back(view.at("acts/" + std::to_string(index)));
        }
        return acts;
    }
    std::string mandateOf(const http::Caller& acting) { return acting.behalf.value().mandateId; }
};

TEST_F(MandateSigning, IsLaidOutAnewForTheSubstituteBeforeHeSigns) {
    const auto id = makeToSign();
    EXPECT_EQ(desk->latest().request.mandateId, "");
    EXPECT_EQ(desk->latest().request.documentType, "CV");
    const auto acting = congvu::testing::actingFor(harness, chair, office, R"(["sign"])");
    EXPECT_THAT(actsOf(acting, id), ElementsAre("take-signature", "edit", "return"));
    const auto before = desk->latest().id;
    ASSERT_EQ(act(acting, id, "signer").status, 200);
    EXPECT_NE(desk->latest().id, before);
    EXPECT_EQ(desk->latest().request.mandateId, mandateOf(acting));
    EXPECT_EQ(desk->latest().request.signerPostId, chair.postId) << "it stays on the chair's desk";
    EXPECT_EQ(document(id).at("signerName"), office.personName);
    EXPECT_EQ(document(id).at("signerTitle"), "Chánh Văn phòng");
    EXPECT_THAT(actsOf(acting, id), ElementsAre("sign", "edit", "return"));
    EXPECT_EQ(act(acting, id, "signer").status, 409) << "it names him already";
    EXPECT_THAT(actsOf(chair, id), Contains("take-signature")) << "the chair would sign under another's name";
    EXPECT_THAT(actsOf(chair, id), Not(Contains("sign")));
    ASSERT_EQ(act(chair, id, "signer").status, 200);
    EXPECT_EQ(desk->latest().request.mandateId, "");
    EXPECT_EQ(document(id).at("signerName"), chair.personName);
    EXPECT_THAT(actsOf(chair, id), Contains("sign"));
}

TEST_F(MandateSigning, AReviewIsPassedOnForTheGiverWithinTheScope) {
    const auto id = makeSubmitted();
    const auto acting = congvu::testing::actingFor(harness, head, office, R"(["review"])");
    EXPECT_EQ(act(acting, id, "pass").at("state"), "in_review");
    EXPECT_EQ(harness.openWork(head).size(), 0U);
    const auto other = makeSubmitted();
    const auto decisions = congvu::testing::actingFor(harness, chair, office, R"(["sign"])");
    EXPECT_EQ(act(decisions, other, "pass").status, 409) << "it does not lie with the chair yet";
}

TEST_F(MandateSigning, OutsideTheScopeAndAfterTheEndNothingIsPossible) {
    const auto id = makeToSign();
    const auto decisions = congvu::testing::actingFor(harness, chair, office, R"(["sign"])", R"(,"documentTypes":["QĐ"])");
    EXPECT_EQ(act(decisions, id, "signer").at("code"), "core.mandate-scope");
    const auto letters = congvu::testing::actingFor(harness, chair, head, R"(["sign"])",
                                                    R"(,"documentTypes":["CV"],"unitIds":[")" + harness.unitId("kt-a") + "\"]");
    harness.setNow(startOfDayInVietnam({2026, 3, 7}));
    EXPECT_EQ(act(letters, id, "signer").at("code"), "core.mandate-over");
    harness.setNow(startOfDayInVietnam({2026, 3, 7}) - std::chrono::milliseconds{1});
    EXPECT_EQ(act(letters, id, "signer").status, 200);
}

TEST_F(MandateSigning, NobodyReviewsOrSignsForAnotherWhatHeHasDraftedHimself) {
    const auto id = makeToSign();
    const auto acting = congvu::testing::actingFor(harness, chair, handler, R"(["sign"])");
    EXPECT_EQ(act(acting, id, "signer").at("code"), "outgoing.own-draft");
}

TEST_F(MandateSigning, TheGiversOwnDraftsStayHisOwn) {
    const auto id = harness.post(head, "/documents", draftRequest({province})).at("id");
    ASSERT_THAT(actsOf(head, id), Contains("edit"));
    const auto acting = congvu::testing::actingFor(harness, head, office, R"(["review"])");
    EXPECT_THAT(actsOf(acting, id), ::testing::IsEmpty());
}

TEST(MandateBlock, KTStandsBelowTheCollectiveAndTUQAlone) {
    const SignerFacts chair{"Ủy ban nhân dân xã Suối Mẫu", "Chủ tịch", "Chủ tịch", "Nguyễn Thị Mẫu", true, IssuedBy::agency};
    const auto deputy = mandateBlockOf(chair, "KT.", "Phó Chủ tịch", "Trần Văn Ví Dụ");
    ASSERT_EQ(deputy.authority.size(), 2U);
    EXPECT_EQ(deputy.authority[0].prefix + " " + deputy.authority[0].of, "TM. Ủy ban nhân dân");
    EXPECT_EQ(deputy.authority[1].prefix + " " + deputy.authority[1].of, "KT. Chủ tịch");
    EXPECT_EQ(deputy.position, "Phó Chủ tịch");
    EXPECT_EQ(deputy.name, "Trần Văn Ví Dụ");
    const auto office = mandateBlockOf(chair, "TUQ.", "Chánh Văn phòng", "Lê Thị Thử");
    ASSERT_EQ(office.authority.size(), 1U);
    EXPECT_EQ(office.authority[0].prefix + " " + office.authority[0].of, "TUQ. Chủ tịch");
    EXPECT_EQ(office.position, "Chánh Văn phòng");
    const SignerFacts director{"Sở Nội vụ", "Giám đốc", "Giám đốc", "Vũ Văn Mẫu", true, IssuedBy::agency};
    EXPECT_EQ(mandateBlockOf(director, "KT.", "Phó Giám đốc", "Lê Thị Thử").authority.size(), 1U);
}

}  // namespace

}  // namespace congvu::outgoing
