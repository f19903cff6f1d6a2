// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "congvu/signing/pades/FormFields.h"
#include "pdf/Reader.h"
#include "support/PdfFactory.h"
#include "support/Refusal.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::Contains;
using ::testing::Not;

bool isPrefix(const Bytes& shorter, const Bytes& longer) {
    return shorter.size() < longer.size() && std::equal(shorter.begin(), shorter.end(), longer.begin());
}

ValidationReport validate(const Bytes& document) {
    return TestPki::instance().validator().validate(document, TestPki::now());
}

class EveryKindOfFile : public ::testing::TestWithParam<pdf::SectionKind> {};

TEST_P(EveryKindOfFile, IsSignedTwiceWithFieldsFilledAndEveryRevisionIsAPrefixOfTheNext) {
    PdfShape shape;
    shape.kind = GetParam();
    shape.withTextFields = shape.withSignatureField = shape.withLock = true;
    const Bytes original = makePdf(shape);
    const Bytes first = signByChair(original, requestFor("Chair"));
    SignatureRequest second = requestFor("Seal");
    second.fills = {{"Number", "123", regularFont()}, {"Date", "Mây Trắng, ngày 05 tháng 3 năm 2026", italicFont()}};
    const Bytes sealed = signBySeal(first, second);

    EXPECT_TRUE(isPrefix(original, first));
    EXPECT_TRUE(isPrefix(first, sealed));
    const auto report = validate(sealed);
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    ASSERT_EQ(report.signatures.size(), 2u);
    EXPECT_EQ(report.signatures[0].field, "Chair");
    EXPECT_EQ(report.signatures[0].integrity, Integrity::intact);
    EXPECT_EQ(report.signatures[0].level, "B-B");
    EXPECT_FALSE(report.signatures[0].coversWholeFile);
    EXPECT_TRUE(report.signatures[1].coversWholeFile);
    EXPECT_EQ(DocumentOutline::read(sealed).find("Date")->value, "Mây Trắng, ngày 05 tháng 3 năm 2026");
    EXPECT_TRUE(DocumentOutline::read(sealed).find("Number")->readOnly);
}

TEST_P(EveryKindOfFile, KeepsTheKindOfTheLastSectionAndThePermanentIdentifier) {
    PdfShape shape;
    shape.kind = GetParam();
    const Bytes original = makePdf(shape);
    const Bytes document = signByChair(original);
    const pdf::Reader before(original);
    const pdf::Reader after(document);
    EXPECT_EQ(after.sections().front().kind == pdf::SectionKind::stream, GetParam() == pdf::SectionKind::stream);
    EXPECT_EQ(after.trailer().get("ID").items()[0], before.trailer().get("ID").items()[0]);
    EXPECT_FALSE(after.trailer().get("ID").items()[1] == before.trailer().get("ID").items()[1]);
}

INSTANTIATE_TEST_SUITE_P(CrossReferences, EveryKindOfFile,
                         ::testing::Values(pdf::SectionKind::table, pdf::SectionKind::stream, pdf::SectionKind::hybrid));

TEST(SigningAVisibleField, PlacesTheRectangleAsTheReaderSeesItOnTurnedPages) {
    for (const int rotation : {0, 90, 180, 270}) {
        PdfShape shape;
        shape.rotation = rotation;
        SignatureRequest request = requestFor("Visible");
        request.appearance = Appearance::make({samplePng(), {"Nguyễn Văn Mẫu", "05/03/2026"}, regularFont()});
        request.placement = Placement{1, {40, 50, 200, 70}};
        const Bytes document = signByChair(makePdf(shape), request);
        const auto outline = DocumentOutline::read(document);
        const Rectangle shown = outline.find("Visible")->rectangle;
        EXPECT_NEAR(shown.x, 40, 0.01) << rotation;
        EXPECT_NEAR(shown.y, 50, 0.01) << rotation;
        EXPECT_NEAR(shown.width, 200, 0.01) << rotation;
        EXPECT_EQ(outline.pages[0].width > outline.pages[0].height, rotation % 180 != 0);
        EXPECT_EQ(validate(document).verdict, Verdict::valid);
    }
}

TEST(SigningAVisibleField, IsRefusedWhenTheFieldDoesNotExistAndNoPlaceIsGiven) {
    SignatureRequest request = requestFor("Nowhere");
    request.appearance = Appearance::make({samplePng(), {}, nullptr});
    EXPECT_EQ(codeOf([&] { signByChair(makePdf(), request); }), ErrorCode::fieldNotFound);
}

TEST(Signing, RefusesASignedField) {
    PdfShape shape;
    shape.withSignatureField = true;
    const Bytes document = signByChair(makePdf(shape), requestFor("Chair"));
    EXPECT_EQ(codeOf([&] { signBySeal(document, requestFor("Chair")); }), ErrorCode::fieldAlreadySigned);
}

TEST(Signing, RefusesAnExpiredCertificateAndOneThatIsNotYetValid) {
    SignatureRequest late = requestFor();
    late.signingTime = fromIso8601("2028-06-01");
    SignatureRequest early = requestFor();
    early.signingTime = fromIso8601("2025-06-01");
    EXPECT_EQ(codeOf([&] { signByChair(makePdf(), late); }), ErrorCode::certificateExpired);
    EXPECT_EQ(codeOf([&] { signByChair(makePdf(), early); }), ErrorCode::certificateNotYetValid);
}

TEST(Signing, RefusesBadFilesEachWithItsOwnCode) {
    EXPECT_EQ(codeOf([] { signByChair({}); }), ErrorCode::notAPdf);
    const std::string text = "just text";
    EXPECT_EQ(codeOf([&] { signByChair(Bytes(text.begin(), text.end())); }), ErrorCode::notAPdf);
    Bytes truncated = makePdf();
    truncated.resize(truncated.size() / 2);
    EXPECT_EQ(codeOf([&] { signByChair(truncated); }), ErrorCode::notAPdf);
    const Bytes encrypted = replaceText(makePdf(), "/ID[<00112233445566778899AABBCCDDEEFF>", "/Encrypt 9 0 R/ID[<001122334455667788>");
    EXPECT_EQ(codeOf([&] { signByChair(encrypted); }), ErrorCode::malformedPdf);
    EXPECT_EQ(codeOf([] {
                  SignatureRequest request = requestFor();
                  request.placement = Placement{7, {0, 0, 10, 10}};
                  signByChair(makePdf(), request);
              }),
              ErrorCode::pageNotFound);
}

TEST(Signing, RefusesWhenTheReservedSpaceIsTooSmall) {
    SignatureRequest request = requestFor();
    request.reservedBytes = 1024;
    EXPECT_EQ(codeOf([&] { signByChair(makePdf(), request); }), ErrorCode::reservedSpaceTooSmall);
}

TEST(Certifying, WithNoChangesPermittedRefusesEveryLaterSignature) {
    SignatureRequest request = requestFor();
    request.certification = Certification::noChanges;
    const Bytes document = signByChair(makePdf(), request);
    const auto report = validate(document);
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_EQ(report.signatures.at(0).certificationLevel, 1);
    EXPECT_EQ(codeOf([&] { signBySeal(document); }), ErrorCode::changeNotPermitted);
}

TEST(Certifying, MustBeTheFirstSignature) {
    SignatureRequest request = requestFor();
    request.certification = Certification::formFilling;
    EXPECT_EQ(codeOf([&] { signBySeal(signByChair(makePdf()), request); }), ErrorCode::changeNotPermitted);
}

TEST(FillingFields, IsRefusedAfterASignatureLockedThem) {
    PdfShape shape;
    shape.withTextFields = shape.withLock = true;
    const Bytes sealed = signBySeal(makePdf(shape), requestFor("Seal"));
    SignatureRequest later = requestFor();
    later.fills = {{"Number", "9", regularFont()}};
    EXPECT_EQ(codeOf([&] { signByChair(sealed, later); }), ErrorCode::changeNotPermitted);
    later.fills = {{"Date", "ngày 05", regularFont()}};
    EXPECT_EQ(validate(signByChair(sealed, later)).verdict, Verdict::valid);
    later.fills = {{"Absent", "x", regularFont()}};
    EXPECT_EQ(codeOf([&] { signByChair(sealed, later); }), ErrorCode::fieldNotFound);
}

TEST(DeferredSigning, IsFinishedAfterARestartAndRefusesAValueOfAnotherKey) {
    const auto& pki = TestPki::instance();
    const Bytes document = makePdf();
    const auto prepared =
        PadesSignature::prepare(document, requestFor(), {pki.chair().certificate(), pki.chair().chain(), pki.chair().algorithm()});
    const Bytes stored = prepared.serialize();
    const auto restored = PreparedSignature::deserialize(stored);
    EXPECT_EQ(codeOf([&] { PadesSignature::finish(restored, pki.seal().sign(restored.toBeSigned)); }), ErrorCode::keyMismatch);
    const Bytes increment = PadesSignature::finish(restored, pki.chair().sign(restored.toBeSigned));
    EXPECT_EQ(validate(PadesSignature::join(document, increment)).verdict, Verdict::valid);
    EXPECT_EQ(codeOf([&] { PreparedSignature::deserialize(ByteView(stored).first(stored.size() / 2)); }), ErrorCode::invalidArgument);
}

TEST(TheReport, IsOneLineOfJsonWithTheNamesThatScriptsRelyOn) {
    const std::string json = validate(signByChair(makePdf())).toJson("a.pdf");
    for (const char* name :
         {"\"file\":\"a.pdf\"", "\"verdict\":\"valid\"", "\"signatures\":[", "\"field\":\"Signature1\"", "\"signer\":\"Nguyễn Văn Mẫu\"",
          "\"signedAt\":\"2026-03-05T07:08:09Z\"", "\"level\":\"B-B\"", "\"indication\":\"TOTAL-PASSED\"", "\"subIndication\":\"\"",
          "\"coversWholeFile\":true", "\"findings\":[", "\"integrity\":\"intact\"", "\"changes\":[]"}) {
        EXPECT_NE(json.find(name), std::string::npos) << name << " in " << json;
    }
    EXPECT_EQ(json.find('\n'), std::string::npos);
}

}  // namespace
}  // namespace congvu::signing::testing
