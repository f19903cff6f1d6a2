// SPDX-License-Identifier: Apache-2.0
// Where a visible signature stands is asked of another program: poppler draws the page, and the red of the picture is looked for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>
#include <tuple>

#include "congvu/signing/pades/FormFields.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

constexpr double kSide = 60;
constexpr double kTolerance = 2;  // pixels; the edges are smoothed

/// A drawn page, three bytes a pixel.
struct Picture {
    int width = 0;
    int height = 0;
    std::string pixels;

    bool isRed(int x, int y) const {
        const auto at = static_cast<std::size_t>(3 * (y * width + x));
        const auto level = [&](std::size_t channel) { return static_cast<int>(static_cast<unsigned char>(pixels[at + channel])); };
        return level(0) - level(1) > 40 && level(0) - level(2) > 40;
    }
};

/// One pixel a point, the crop box only.
Picture drawn(const Bytes& document) {
    const TemporaryFolder folder;
    const std::string file = folder.write("page.pdf", document);
    const auto result = runCommand("pdftoppm -r 72 -cropbox -singlefile " + file + " " + file);
    EXPECT_EQ(result.status, 0) << result.output;
    std::ifstream stream(file + ".ppm", std::ios::binary);
    std::string kind;
    int most = 0;
    Picture picture;
    stream >> kind >> picture.width >> picture.height >> most;
    stream.get();
    std::ostringstream rest;
    rest << stream.rdbuf();
    picture.pixels = rest.str();
    EXPECT_EQ(picture.pixels.size(), static_cast<std::size_t>(3 * picture.width * picture.height));
    return picture;
}

/// The smallest rectangle around all that is red, origin at the lower left.
std::optional<Rectangle> redIn(const Picture& picture) {
    int left = picture.width;
    int right = -1;
    int top = picture.height;
    int bottom = -1;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            if (picture.isRed(x, y)) {
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
        }
    }
    if (right < 0) {
        return std::nullopt;
    }
    return Rectangle{double(left), double(picture.height - 1 - bottom), double(right - left + 1), double(bottom - top + 1)};
}

using Case = std::tuple<int, pdf::SectionKind>;

class VisibleSignature : public ::testing::TestWithParam<Case> {
protected:
    static PdfShape shape() {
        PdfShape shape;
        std::tie(shape.rotation, shape.kind) = GetParam();
        shape.pageEntries = "/CropBox[50 60 545 780]";
        return shape;
    }
};

TEST_P(VisibleSignature, StandsWhereTheReaderSawTheBoxOnTurnedAndCroppedPages) {
    ASSERT_TRUE(isInstalled("pdftoppm"));
    SignatureRequest request = requestFor("Visible");
    request.appearance = Appearance::make({samplePng(), {}, nullptr});
    request.placement = Placement{1, {120, 210, kSide, kSide}};
    const Bytes original = makePdf(shape());
    const Bytes document = signByChair(original, request);

    const auto page = DocumentOutline::read(document).pages.at(0);
    const bool isTurned = shape().rotation % 180 != 0;
    EXPECT_NEAR(page.width, isTurned ? 720 : 495, 0.01);
    const auto picture = drawn(document);
    EXPECT_NEAR(picture.width, page.width, 1);
    EXPECT_NEAR(picture.height, page.height, 1);
    const auto red = redIn(picture);
    ASSERT_TRUE(red.has_value());
    EXPECT_NEAR(red->x, 120, kTolerance);
    EXPECT_NEAR(red->y, 210, kTolerance);
    EXPECT_NEAR(red->width, kSide, kTolerance);
    EXPECT_NEAR(red->height, kSide, kTolerance);
    EXPECT_FALSE(redIn(drawn(original)).has_value());
}

TEST_P(VisibleSignature, LeavesTheOriginalAsPrefixAndAFileThatQpdfFindsSound) {
    ASSERT_TRUE(isInstalled("qpdf"));
    SignatureRequest request = requestFor("Visible");
    request.appearance = Appearance::make({samplePng(), {"Nguyễn Văn Mẫu"}, regularFont()});
    request.placement = Placement{1, {10, 10, 200, 70}};
    const Bytes original = makePdf(shape());
    const Bytes first = signByChair(original, request);
    const Bytes second = signBySeal(first);
    EXPECT_TRUE(std::equal(original.begin(), original.end(), first.begin()));
    EXPECT_TRUE(std::equal(first.begin(), first.end(), second.begin()));
    const TemporaryFolder folder;
    for (const auto* document : {&first, &second}) {
        const auto result = runCommand("qpdf --check " + folder.write("signed.pdf", *document));
        EXPECT_EQ(result.status, 0) << result.output;
        EXPECT_THAT(result.output, ::testing::Not(::testing::HasSubstr("WARNING")));
    }
    EXPECT_EQ(TestPki::instance().validator().validate(second, TestPki::now()).verdict, Verdict::valid);
}

INSTANTIATE_TEST_SUITE_P(RotationsAndCrossReferences, VisibleSignature,
                         ::testing::Combine(::testing::Values(0, 90, 180, 270),
                                            ::testing::Values(pdf::SectionKind::table, pdf::SectionKind::stream,
                                                              pdf::SectionKind::hybrid)));

TEST(ReservedField, ShowsThePictureInItsOwnRectangleOfATurnedPage) {
    PdfShape shape;
    shape.withSignatureField = true;
    shape.rotation = 90;
    SignatureRequest request = requestFor("Chair");
    request.appearance = Appearance::make({samplePng(), {}, nullptr});
    const Bytes document = signByChair(makePdf(shape), request);
    const auto place = DocumentOutline::read(document).find("Chair")->rectangle;
    const auto red = redIn(drawn(document));
    ASSERT_TRUE(red.has_value());
    // The square picture stands in the middle of the field.
    EXPECT_NEAR(red->x + red->width / 2, place.x + place.width / 2, kTolerance);
    EXPECT_NEAR(red->y + red->height / 2, place.y + place.height / 2, kTolerance);
    EXPECT_NEAR(red->height, std::min(place.width, place.height), kTolerance);
}

TEST(PageOfAnotherUnit, TakesPlacesInPointsAsTheReaderSeesThem) {
    PdfShape shape;
    shape.pageEntries = "/UserUnit 2";
    SignatureRequest request = requestFor("Visible");
    request.appearance = Appearance::make({samplePng(), {}, nullptr});
    request.placement = Placement{1, {300, 400, 120, 120}};
    const auto outline = DocumentOutline::read(signByChair(makePdf(shape), request));
    EXPECT_NEAR(outline.pages.at(0).width, 1190, 0.01);
    EXPECT_NEAR(outline.find("Visible")->rectangle.x, 300, 0.01);
    EXPECT_NEAR(outline.find("Visible")->rectangle.height, 120, 0.01);
}

}  // namespace
}  // namespace congvu::signing::testing
