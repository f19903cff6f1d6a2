// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <png.h>

#include "congvu/signing/pades/AppearancePreset.h"
#include "congvu/signing/pades/FormFields.h"
#include "pdf/PngImage.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/Refusal.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr double kA4Width = 595;
constexpr double kA4Height = 842;

std::uint32_t checksum(const std::string& data) {
    std::uint32_t value = 0xFFFFFFFF;
    for (const char character : data) {
        value ^= static_cast<unsigned char>(character);
        for (int bit = 0; bit < 8; ++bit) {
            value = (value >> 1) ^ (value & 1 ? 0xEDB88320u : 0u);
        }
    }
    return ~value;
}

std::string bigEndianText(std::uint32_t value) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) {
        out += static_cast<char>(value >> shift & 0xFF);
    }
    return out;
}

/// The sample picture with a stated resolution, put in after the header of 33 bytes.
Bytes pngWithResolution(std::uint32_t pixelsPerMetre) {
    Bytes png = samplePng();
    const std::string chunk = "pHYs" + bigEndianText(pixelsPerMetre) + bigEndianText(pixelsPerMetre) + '\x01';
    const std::string whole = bigEndianText(9) + chunk + bigEndianText(checksum(chunk));
    png.insert(png.begin() + 33, whole.begin(), whole.end());
    return png;
}

PdfShape withReservedField() {
    PdfShape shape;
    shape.withSignatureField = true;
    return shape;
}

Bytes signedByPerson() {
    SignatureRequest request = requestFor("Chair");
    const Bytes original = makePdf(withReservedField());
    AppearancePreset::person(samplePng()).applyTo(request, original);
    return signByChair(original, request);
}

std::string textOfPage(const Bytes& document, const std::string& options = {}) {
    const TemporaryFolder folder;
    return runCommand("pdftotext -layout " + options + ' ' + folder.write("page.pdf", document) + " -").output;
}

TEST(PersonPreset, ShowsTheImageAloneInTheMiddleOfItsArea) {
    SignatureRequest request = requestFor("Person");
    const Bytes original = makePdf();
    AppearancePreset::person(samplePng(), Placement{1, {300, 200, 180, 60}}).applyTo(request, original);
    const Bytes document = signByChair(original, request);
    EXPECT_EQ(textOfPage(document), textOfPage(original)) << "no text is added";
    const auto place = DocumentOutline::read(document).find("Person")->rectangle;
    EXPECT_NEAR(place.x + place.width / 2, 390, 0.01);
    EXPECT_NEAR(place.y + place.height / 2, 230, 0.01);
}

TEST(AgencyPreset, CoversAThirdOfThePersonsImageOnItsLeftInRealSize) {
    const Bytes document = signedByPerson();
    SignatureRequest request = requestFor("Agency");
    // 32 pixels at 1,000 a metre: 32 mm.
    AppearancePreset::agency(pngWithResolution(1000), "Chair").applyTo(request, document);
    const Bytes sealed = signBySeal(document, request);
    const auto outline = DocumentOutline::read(sealed);
    const auto person = outline.find("Chair")->rectangle;  // 150 x 60; the square image stands 60 x 60 in its middle
    const double imageLeft = person.x + 45;
    const auto seal = outline.find("Agency")->rectangle;
    EXPECT_NEAR(seal.width, 32 * 72 / 25.4, 0.01);
    EXPECT_NEAR(seal.height, seal.width, 0.01);
    EXPECT_NEAR(seal.x + seal.width, imageLeft + 20, 0.01);
    EXPECT_NEAR(seal.y + seal.height / 2, person.y + 30, 0.01);
    EXPECT_EQ(TestPki::instance().validator().validate(sealed, TestPki::now()).verdict, Verdict::valid);
}

TEST(AgencyPreset, TakesTheWidthThatItIsGivenAndRefusesASealOfUnknownSize) {
    const Bytes document = signedByPerson();
    SignatureRequest request = requestFor("Agency");
    AppearancePreset::agency(samplePng(), "Chair", 100).applyTo(request, document);
    EXPECT_NEAR(request.placement->rectangle.width, 100, 0.01);
    EXPECT_EQ(codeOf([&] { AppearancePreset::agency(samplePng(), "Chair").applyTo(request, document); }), ErrorCode::invalidArgument);
    EXPECT_EQ(codeOf([&] { AppearancePreset::agency(samplePng(), "Nobody", 100).applyTo(request, document); }), ErrorCode::fieldNotFound);
    EXPECT_EQ(codeOf([&] { AppearancePreset::agency({}, "Chair", 100).applyTo(request, document); }), ErrorCode::unreadableImage);
}

TEST(PngResolution, IsReadFromItsChunkAndNowhereElse) {
    EXPECT_NEAR(pdf::pointsPerPixel(pngWithResolution(11811)), 72 / 300.0, 1e-4) << "300 dots an inch";
    EXPECT_EQ(pdf::pointsPerPixel(samplePng()), 0);
    EXPECT_EQ(pdf::pointsPerPixel(pngWithResolution(0)), 0);
    Bytes truncated = pngWithResolution(1000);
    truncated.resize(45);
    EXPECT_EQ(pdf::pointsPerPixel(truncated), 0);
}

/// The text of the top right quarter of page 1 at 72 dots an inch.
std::string topRight(const Bytes& document) {
    return textOfPage(document, "-r 72 -f 1 -l 1 -x 298 -y 0 -W 298 -H 80");
}

TEST(AttachmentPreset, ShowsNumberAndTimeOfSigningTopRightOnTheFirstPage) {
    PdfShape shape;
    shape.pages = 2;
    const Bytes original = makePdf(shape);
    SignatureRequest request = requestFor();
    AppearancePreset::attachment("15/QĐ-UBND", regularFont()).applyTo(request, original);
    const Bytes document = signBySeal(original, request);
    EXPECT_THAT(topRight(document), HasSubstr("15/QĐ-UBND"));
    EXPECT_THAT(topRight(document), HasSubstr("2026-03-05T14:08:09+07:00"));
    const Rectangle& place = request.placement->rectangle;
    EXPECT_LT(place.x + place.width, kA4Width);
    EXPECT_GT(place.x, kA4Width / 2);
    EXPECT_GT(place.y, kA4Height - 60);
    EXPECT_EQ(codeOf([] { AppearancePreset::attachment("", regularFont()); }), ErrorCode::invalidArgument);
}

TEST(AttachmentPreset, StandsTopRightAsThePageIsSeen) {
    for (const int rotation : {90, 180, 270}) {
        PdfShape shape;
        shape.rotation = rotation;
        shape.pageEntries = "/CropBox[50 60 545 780]";
        const Bytes original = makePdf(shape);
        SignatureRequest request = requestFor("Seen");
        AppearancePreset::attachment("15/QĐ-UBND", regularFont()).applyTo(request, original);
        const auto outline = DocumentOutline::read(signBySeal(original, request));
        const auto place = outline.find("Seen")->rectangle;
        EXPECT_NEAR(place.x + place.width, outline.pages.at(0).width - 42.5, 0.1) << rotation;
        EXPECT_NEAR(place.y + place.height, outline.pages.at(0).height - 28.3, 0.1) << rotation;
        EXPECT_GT(place.width, place.height) << rotation;
    }
}

TEST(CopyPreset, ShowsFormAgencyAndTimeWithoutAnImage) {
    for (const auto& [form, text] :
         {std::pair(CopyForm::copy, "Sao y"), std::pair(CopyForm::copyOfCopy, "Sao lục"), std::pair(CopyForm::extract, "Trích sao")}) {
        const Bytes original = makePdf();
        SignatureRequest request = requestFor();
        AppearancePreset::copy(form, "Ủy ban nhân dân xã Mây Trắng", regularFont()).applyTo(request, original);
        const std::string shown = topRight(signBySeal(original, request));
        EXPECT_THAT(shown, HasSubstr(text));
        EXPECT_THAT(shown, HasSubstr("Ủy ban nhân dân xã Mây Trắng"));
        EXPECT_THAT(shown, HasSubstr("+07:00"));
    }
}

TEST(TextPreset, IsSetInSizeTen) {
    SignatureRequest request = requestFor();
    const Bytes original = makePdf();
    AppearancePreset::attachment("15/QĐ-UBND", regularFont()).applyTo(request, original);
    const TemporaryFolder folder;
    const std::string file = folder.write("attachment.pdf", signBySeal(original, request));
    const auto content = runCommand("qpdf --qdf --object-streams=disable " + file + " - | grep -a ' Tf'").output;
    EXPECT_THAT(content, HasSubstr("/F1 10 Tf"));
    EXPECT_THAT(runCommand("pdffonts " + file).output, HasSubstr("LiberationSerif"));
}

TEST(PresetOfTheTool, SignsEachOfTheFourCases) {
    const TemporaryFolder folder;
    const auto path = [&](const std::string& name) { return (folder.path() / name).string(); };
    folder.write("in.pdf", makePdf(withReservedField()));
    folder.write("seal.png", pngWithResolution(1000));
    folder.write("person.png", samplePng());
    folder.write("pin", viewOf("246810\n"));
    folder.write("key.p12", TestPki::instance().chairKey().toPkcs12("246810", "chair"));
    const auto sign = [&](const std::string& options, const std::string& in, const std::string& out) {
        return runCommand(std::string(CONGVU_SIGN_TOOL) + " sign --p12 " + path("key.p12") + " --pin-file " + path("pin") +
                          " --at 2026-03-05T07:08:09Z " + options + ' ' + path(in) + ' ' + path(out));
    };
    const auto person = sign("--preset person --field Chair --image " + path("person.png"), "in.pdf", "person.pdf");
    ASSERT_EQ(person.status, 0) << person.output;
    const auto agency = sign("--preset agency --beside Chair --image " + path("seal.png"), "person.pdf", "agency.pdf");
    EXPECT_EQ(agency.status, 0) << agency.output;
    EXPECT_EQ(sign("--preset attachment --number 15/QĐ-UBND", "in.pdf", "attachment.pdf").status, 0);
    EXPECT_THAT(topRight(readBytes(path("attachment.pdf"))), HasSubstr("15/QĐ-UBND"));
    EXPECT_EQ(sign("--preset copy --copy-form sao-y --agency 'UBND xã'", "in.pdf", "copy.pdf").status, 0);
    EXPECT_THAT(topRight(readBytes(path("copy.pdf"))), HasSubstr("Sao y"));
    EXPECT_EQ(sign("--preset copy --agency 'UBND xã'", "in.pdf", "none.pdf").status, 64);
    EXPECT_EQ(sign("--preset person", "in.pdf", "none.pdf").status, 64);
    EXPECT_EQ(sign("--preset agency --beside Nobody --image " + path("seal.png"), "in.pdf", "none.pdf").status, 1);
}

}  // namespace
}  // namespace congvu::signing::testing
