// SPDX-License-Identifier: Apache-2.0
// Fields that are put into somebody else's document before anybody signs it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "congvu/signing/pades/FormFields.h"
#include "congvu/signing/pades/ReservedFields.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/Refusal.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

ReservedField textField(const std::string& name, double x) {
    ReservedField field;
    field.name = name;
    field.kind = ReservedKind::text;
    field.placement = {1, {x, 700, 120, 16}};
    field.label = "Số của văn bản";
    return field;
}

ReservedField signatureField(const std::string& name, double x, std::vector<std::string> locks = {}) {
    ReservedField field;
    field.name = name;
    field.placement = {1, {x, 100, 120, 57}};
    field.locks = std::move(locks);
    return field;
}

std::vector<ReservedField> ofADocument() {
    auto date = textField("NgayBanHanh", 320);
    date.face = TextFace::italic;
    return {textField("SoKyHieu", 60), date, signatureField("NguoiKy", 320), signatureField("CoQuan", 230, {"SoKyHieu", "NgayBanHanh"})};
}

class ReservedFieldsOfEveryFile : public ::testing::TestWithParam<pdf::SectionKind> {
protected:
    static Bytes original() {
        PdfShape shape;
        shape.kind = GetParam();
        return makePdf(shape);
    }
};

TEST_P(ReservedFieldsOfEveryFile, StandWhereTheyWereAskedForBehindTheOriginalBytes) {
    ASSERT_TRUE(isInstalled("qpdf"));
    const Bytes before = original();
    const Bytes after = ReservedFields::append(before, ofADocument());
    EXPECT_TRUE(std::equal(before.begin(), before.end(), after.begin()));
    const auto outline = DocumentOutline::read(after);
    ASSERT_EQ(outline.fields.size(), 4U);
    const auto* number = outline.find("SoKyHieu");
    ASSERT_NE(number, nullptr);
    EXPECT_EQ(number->kind, FormFieldKind::text);
    EXPECT_TRUE(number->readOnly);
    EXPECT_FALSE(number->signedOrFilled);
    EXPECT_NEAR(number->rectangle.x, 60, 0.01);
    EXPECT_NEAR(number->rectangle.width, 120, 0.01);
    EXPECT_EQ(outline.find("CoQuan")->kind, FormFieldKind::signature);
    const TemporaryFolder folder;
    const auto checked = runCommand("qpdf --check " + folder.write("reserved.pdf", after));
    EXPECT_EQ(checked.status, 0) << checked.output;
}

TEST_P(ReservedFieldsOfEveryFile, TakeBothSignaturesWithNumberAndDate) {
    const Bytes reserved = ReservedFields::append(original(), ofADocument());
    auto person = requestFor("NguoiKy");
    person.appearance = Appearance::make({samplePng(), {}, nullptr});
    auto seal = requestFor("CoQuan");
    seal.fills = {{"SoKyHieu", "15", regularFont()}, {"NgayBanHanh", "Ví Dụ, ngày 02 tháng 3 năm 2026", italicFont()}};
    const Bytes document = signBySeal(signByChair(reserved, person), seal);
    const auto report = TestPki::instance().validator().validate(document, TestPki::now());
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_EQ(report.signatures.size(), 2U);
    const auto outline = DocumentOutline::read(document);
    EXPECT_EQ(outline.find("SoKyHieu")->value, "15");
    EXPECT_EQ(outline.find("NgayBanHanh")->value, "Ví Dụ, ngày 02 tháng 3 năm 2026");
}

INSTANTIATE_TEST_SUITE_P(CrossReferences, ReservedFieldsOfEveryFile,
                         ::testing::Values(pdf::SectionKind::table, pdf::SectionKind::stream, pdf::SectionKind::hybrid));

TEST(ReservedFieldsOfASignedFile, AreRefused) {
    const Bytes document = signByChair(makePdf());
    EXPECT_EQ(codeOf([&] { ReservedFields::append(document, ofADocument()); }), ErrorCode::changeNotPermitted);
}

TEST(ReservedFieldsWithoutSense, AreRefused) {
    const auto refused = [](const std::vector<ReservedField>& fields) {
        return codeOf([&] { ReservedFields::append(makePdf(), fields); });
    };
    EXPECT_EQ(refused({textField("Two.Parts", 60)}), ErrorCode::invalidArgument);
    EXPECT_EQ(refused({textField("", 60)}), ErrorCode::invalidArgument);
    EXPECT_EQ(refused({textField("Twice", 60), textField("Twice", 90)}), ErrorCode::invalidArgument);
    auto flat = textField("Flat", 60);
    flat.placement.rectangle.height = 0;
    EXPECT_EQ(refused({flat}), ErrorCode::invalidArgument);
    auto nowhere = textField("Nowhere", 60);
    nowhere.placement.page = 7;
    EXPECT_EQ(refused({nowhere}), ErrorCode::pageNotFound);
}

TEST(ReservedFieldsOfAForm, StandBesideTheFieldsThatAreThereAlready) {
    PdfShape shape;
    shape.withTextFields = true;
    const Bytes document = ReservedFields::append(makePdf(shape), {signatureField("NguoiKy", 300)});
    const auto outline = DocumentOutline::read(document);
    EXPECT_NE(outline.find("Number"), nullptr);
    EXPECT_NE(outline.find("NguoiKy"), nullptr);
    EXPECT_EQ(codeOf([&] { ReservedFields::append(document, {textField("Number", 60)}); }), ErrorCode::invalidArgument);
}

}  // namespace
}  // namespace congvu::signing::testing
