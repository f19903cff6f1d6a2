// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"

#include "congvu/error/AppError.h"
#include "congvu/process/LimitedProcess.h"
#include "congvu/signing/pades/FormFields.h"
#include "support/PdfFactory.h"
#include "support/TestPki.h"

#include <gmock/gmock.h>

namespace congvu::signingdesk {

namespace {

using signing::testing::TestPki;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
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

TEST_F(Seal, MarksAnAttachmentAtTheTopRightOfItsFirstPageWithNumberAndTimeAndNoImage) {
    const Asked attachment{ports::SignerKind::agency, "", "Phụ lục I", {}, "15/UBND-VP"};
    const auto id = ask(attachment);
    EXPECT_EQ(request(clerk, id).at("attachmentOf"), "15/UBND-VP");
    const auto elsewhere = R"([{"requestId":")" + id + R"(","place":{"page":1,"x":100,"y":120,"width":150,"height":60}}])";
    ASSERT_EQ(sign(clerk, sealKey(), {id}, pin, elsewhere).at("results/0/code"), "signed") << "no person has to sign an attachment";

    const auto sealed = fileOf(clerk, id);
    const auto report = validate(sealed);
    EXPECT_EQ(report.verdict, signing::Verdict::valid) << report.toText();
    ASSERT_EQ(report.signatures.size(), 1U);
    const auto outline = signing::DocumentOutline::read(signing::viewOf(sealed));
    const auto* mark = outline.find(report.signatures[0].field);
    ASSERT_NE(mark, nullptr);
    EXPECT_EQ(mark->page, 1U);
    EXPECT_GT(mark->rectangle.x, outline.pages[0].width / 2) << "the place is the law's, not the signer's";
    EXPECT_GT(mark->rectangle.y, outline.pages[0].height * 0.9);
    EXPECT_EQ(sealed.find("/Subtype/Image"), std::string::npos);
    const auto file = store(sealed);
    const auto path = harness.context().files().contentPath(file).string();
    const auto text = process::runLimited({"/usr/bin/pdftotext", "-layout", path, "-"}, {}).output;
    EXPECT_THAT(text, HasSubstr("15/UBND-VP"));
    EXPECT_THAT(text, HasSubstr("2026-03-02T09:"));
    EXPECT_THAT(text, HasSubstr("+07:00"));
}

TEST_F(Seal, ReservesFieldsInAFileOfAnotherProgramForThePersonTheNumberAndItself) {
    const auto desk = harness.context().ports().find<ports::SigningDesk>();
    ports::ReservedPlace number{"SoKyHieu", ports::ReservedKind::text, "Số của văn bản", {1, 60, 700, 60, 16},
                                13,         ports::TextStyle::regular};
    ports::ReservedPlace person{"NguoiKy", ports::ReservedKind::signature, "Chữ ký", {1, 320, 100, 120, 57}};
    ports::ReservedPlace agency{"CoQuan", ports::ReservedKind::signature, "Dấu", {1, 230, 80, 102, 102}};
    agency.locks = {"SoKyHieu"};
    const auto pdf = std::string{signing::textOf(signing::testing::makePdf())};
    const auto reserved = desk->reserve(pdf, {number, person, agency});
    EXPECT_TRUE(reserved.starts_with(pdf));

    const auto first = ask({ports::SignerKind::person, "NguoiKy", "Quyết định", {}}, reserved);
    ASSERT_EQ(sign(chair, chairKey(), {first}, pin).at("results/0/code"), "signed");
    const auto second =
        ask({ports::SignerKind::agency, "CoQuan", "Quyết định", {{"SoKyHieu", "15", ports::TextStyle::regular}}}, fileOf(chair, first));
    ASSERT_EQ(sign(clerk, sealKey(), {second}, pin).at("results/0/code"), "signed");
    const auto sealed = fileOf(clerk, second);
    EXPECT_EQ(validate(sealed).verdict, signing::Verdict::valid);
    EXPECT_EQ(signing::DocumentOutline::read(signing::viewOf(sealed)).find("SoKyHieu")->value, "15");

    try {
        static_cast<void>(desk->reserve(sealed, {{"KhacNua", ports::ReservedKind::signature, "x", {1, 10, 10, 50, 20}}}));
        ADD_FAILURE() << "a signed file takes no more fields";
    } catch (const AppError& refused) {
        EXPECT_EQ(refused.code(), "signing.error.changeNotPermitted");
    }
}

TEST_F(Seal, DoesNotReplaceThePersonsSignature) {
    const auto personal = ask();
    auto sealHolderAndSigner = clerk;
    sealHolderAndSigner.postId = chair.postId;
    const auto answer = sign(sealHolderAndSigner, sealKey(), {personal}, pin);
    EXPECT_EQ(answer.at("results/0/code"), "signing.wrong-kind-of-key");
}

}  // namespace congvu::signingdesk
