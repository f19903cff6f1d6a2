// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A document with two visible signatures and filled fields.
Bytes issuedDocument(pdf::SectionKind kind) {
    PdfShape shape;
    shape.kind = kind;
    shape.withTextFields = shape.withSignatureField = shape.withLock = true;
    SignatureRequest person = requestFor("Chair");
    person.appearance = Appearance::make({samplePng(), {}, nullptr});
    SignatureRequest agency = requestFor("Seal");
    agency.appearance = Appearance::make({samplePng(), {"UBND xã Mây Trắng"}, regularFont()});
    agency.fills = {{"Number", "123", regularFont()}, {"Date", "Mây Trắng, ngày 05 tháng 3 năm 2026", italicFont()}};
    return signBySeal(signByChair(makePdf(shape), person), agency);
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

class OtherPrograms : public ::testing::TestWithParam<pdf::SectionKind> {
protected:
    TemporaryFolder folder_;
    std::string file_ = folder_.write("issued.pdf", issuedDocument(GetParam()));
};

TEST_P(OtherPrograms, PdfsigCallsBothSignaturesValid) {
    ASSERT_TRUE(isInstalled("pdfsig"));
    const auto result = runCommand("pdfsig " + file_);
    EXPECT_EQ(count(result.output, "Signature Validation: Signature is Valid."), 2u) << result.output;
    EXPECT_EQ(count(result.output, "Total document signed"), 1u) << result.output;
}

TEST_P(OtherPrograms, MutoolCallsBothSignaturesValid) {
    ASSERT_TRUE(isInstalled("mutool"));
    const auto result = runCommand("mutool sign -v " + file_);
    EXPECT_EQ(count(result.output, "The signature is valid but there have been edits since signing."), 1u) << result.output;
    EXPECT_EQ(count(result.output, "The document is unchanged since signing."), 1u) << result.output;
    EXPECT_EQ(count(result.output, "invalid"), 0u) << result.output;
}

TEST_P(OtherPrograms, QpdfFindsNothingWrong) {
    ASSERT_TRUE(isInstalled("qpdf"));
    const auto result = runCommand("qpdf --check " + file_);
    EXPECT_EQ(result.status, 0) << result.output;
    EXPECT_THAT(result.output, Not(HasSubstr("WARNING")));
}

TEST_P(OtherPrograms, PdftotextReadsTheFilledFieldsInVietnamese) {
    ASSERT_TRUE(isInstalled("pdftotext"));
    EXPECT_THAT(runCommand("pdftotext " + file_ + " -").output, HasSubstr("Mây Trắng, ngày 05 tháng 3 năm 2026"));
}

INSTANTIATE_TEST_SUITE_P(CrossReferences, OtherPrograms,
                         ::testing::Values(pdf::SectionKind::table, pdf::SectionKind::stream, pdf::SectionKind::hybrid));

class CongvuSign : public ::testing::Test {
protected:
    std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
    ProcessResult run(const std::string& arguments) const { return runCommand(std::string(CONGVU_SIGN_TOOL) + ' ' + arguments); }

    void SetUp() override {
        folder_.write("in.pdf", makePdf());
        folder_.write("pin", viewOf("246810\n"));
        folder_.write("key.p12", TestPki::instance().chairKey().toPkcs12("246810", "chair"));
        folder_.write("trust/government/root.pem", viewOf(TestPki::instance().authority().root().toPem()));
    }

    ProcessResult sign() const {
        return run("sign --p12 " + path("key.p12") + " --pin-file " + path("pin") + " --at 2026-03-05T07:08:09Z " + path("in.pdf") + ' ' +
                   path("out.pdf"));
    }

    TemporaryFolder folder_;
};

TEST_F(CongvuSign, SignsAndVerifiesWithStableExitStatuses) {
    ASSERT_EQ(sign().status, 0);
    const std::string at = " --at 2026-03-05T07:08:09Z ";
    const auto valid = run("verify --json --trust " + path("trust") + at + path("out.pdf"));
    EXPECT_EQ(valid.status, 0) << valid.output;
    EXPECT_THAT(valid.output, HasSubstr("\"verdict\":\"valid\""));
    EXPECT_EQ(run("verify" + at + path("out.pdf")).status, 2);
    EXPECT_EQ(run("verify" + at + path("in.pdf")).status, 3);
    EXPECT_EQ(run("verify" + at + path("key.p12")).status, 4);
    EXPECT_EQ(run("verify").status, 64);
    EXPECT_EQ(run("nothing").status, 64);
}

TEST_F(CongvuSign, ReportsAnAlteredByteAsInvalid) {
    ASSERT_EQ(sign().status, 0);
    const std::string altered = folder_.write("altered.pdf", replaceText(signByChair(makePdf()), "(Pay 100)", "(Pay 900)"));
    EXPECT_EQ(run("verify --trust " + path("trust") + " --at 2026-03-05T07:08:09Z " + altered).status, 1);
}

TEST_F(CongvuSign, SignsWithRsaPssAndWithTheDigestOfALargerCurve) {
    const auto& authority = TestPki::instance().authority();
    folder_.write("p384.p12", authority.issueSigner({"Người Ký", "", ""}, TestPki::validity(), KeyKind::ecP384).toPkcs12("246810", "key"));
    const auto algorithmOf = [&](const std::string& options) {
        const auto made =
            run("sign " + options + " --pin-file " + path("pin") + " --at 2026-03-05T07:08:09Z " + path("in.pdf") + ' ' + path("out.pdf"));
        EXPECT_EQ(made.status, 0) << made.output;
        return run("verify --json --trust " + path("trust") + " --at 2026-03-05T07:08:09Z " + path("out.pdf")).output;
    };
    EXPECT_THAT(algorithmOf("--pss --p12 " + path("key.p12")), HasSubstr("RSA-PSS-SHA256"));
    EXPECT_THAT(algorithmOf("--p12 " + path("p384.p12")), HasSubstr("ECDSA-SHA384"));
    EXPECT_EQ(
        run("sign --pss --p12 " + path("p384.p12") + " --pin-file " + path("pin") + ' ' + path("in.pdf") + ' ' + path("none.pdf")).status,
        64);
    EXPECT_EQ(run("sign --pss --algorithm RSA-SHA512 --p12 " + path("key.p12") + " --pin-file " + path("pin") + ' ' + path("in.pdf") + ' ' +
                  path("none.pdf"))
                  .status,
              64);
}

TEST_F(CongvuSign, TellsAWrongPinWithoutShowingIt) {
    folder_.write("pin", viewOf("135791\n"));
    const auto result = sign();
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.output, HasSubstr("wrongPin"));
    EXPECT_THAT(result.output, Not(HasSubstr("135791")));
}

}  // namespace
}  // namespace congvu::signing::testing
