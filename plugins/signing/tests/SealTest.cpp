// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"

#include "congvu/signing/pades/FormFields.h"
#include "support/TestPki.h"

#include <gmock/gmock.h>

namespace congvu::signingdesk {

namespace {

using signing::testing::TestPki;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Seal : public SigningFixture {};

signing::ValidationReport validate(const std::string& bytes) {
    return TestPki::instance().validator().validate(signing::viewOf(bytes), TestPki::now());
}

}  // namespace

TEST_F(Seal, WritesNumberAndDateInItsOwnRevisionAndLeavesThePersonsSignatureValid) {
    const auto signedBytes = signedForm();
    const auto id = ask(sealing(), signedBytes);
    EXPECT_THAT(harness.openWork(clerk), ElementsAre("signing.seal"));
    EXPECT_EQ(sign(clerk, sealKey(), {id}, pin).at("results/0/code"), "signed");
    EXPECT_THAT(harness.openWork(clerk), IsEmpty());

    const auto sealed = fileOf(clerk, id);
    EXPECT_TRUE(sealed.starts_with(signedBytes)) << "the person's revision is the prefix of the sealed one";
    const auto outline = signing::DocumentOutline::read(signing::viewOf(sealed));
    EXPECT_EQ(outline.find("Number")->value, "15");
    EXPECT_EQ(outline.find("Date")->value, "Ví Dụ A, ngày 02 tháng 3 năm 2026");
    EXPECT_TRUE(outline.find("Number")->readOnly);
    const auto report = validate(sealed);
    EXPECT_EQ(report.verdict, signing::Verdict::valid) << report.toText();
    ASSERT_EQ(report.signatures.size(), 2U);
    EXPECT_EQ(report.signatures[0].field, "Chair");
    EXPECT_EQ(report.signatures[1].field, "Seal");
    EXPECT_EQ(report.signatures[0].revision, 1U);
    EXPECT_THAT(auditOf("request", id), ElementsAre("signing.requested", "signing.sealed"));
}

TEST_F(Seal, IsRefusedBeforeTheCompetentPersonHasSigned) {
    const auto id = ask(sealing());
    const auto answer = sign(clerk, sealKey(), {id}, pin);
    EXPECT_EQ(answer.at("results/0/code"), "signing.person-must-sign-first");
    EXPECT_EQ(request(clerk, id).at("state"), "open");
    EXPECT_THAT(harness.published(), IsEmpty());
}

TEST_F(Seal, IsRefusedWhenThePageWasChangedAfterThePersonHadSigned) {
    const auto id = ask(sealing(), withChangedPage(signedForm()));
    EXPECT_EQ(sign(clerk, sealKey(), {id}, pin).at("results/0/code"), "signing.person-must-sign-first");
}

TEST_F(Seal, IsAppliedOnlyByThePostThatHoldsItAndOnlyWithTheAgencysKey) {
    const auto id = ask(sealing(), signedForm());
    const auto seal = sealKey();
    const auto own = harness.get(chair, "/keys").at("items/0/id");
    EXPECT_EQ(sign(chair, seal, {id}, pin).status, 404) << "the chair does not hold the seal";
    EXPECT_EQ(sign(chair, own, {id}, pin).at("results/0/code"), "not-found");
    EXPECT_EQ(sign(harness.as("clerk", "xa-b"), seal, {id}, pin).status, 404);
    EXPECT_EQ(request(chair, id).status, 404);
    EXPECT_EQ(request(clerk, id).at("state"), "open");
}

TEST_F(Seal, DoesNotReplaceThePersonsSignature) {
    const auto personal = ask();
    auto sealHolderAndSigner = clerk;
    sealHolderAndSigner.postId = chair.postId;
    const auto answer = sign(sealHolderAndSigner, sealKey(), {personal}, pin);
    EXPECT_EQ(answer.at("results/0/code"), "signing.wrong-kind-of-key");
}

}  // namespace congvu::signingdesk
