// SPDX-License-Identifier: Apache-2.0
#include "DocumentTypes.h"
#include "PdfInspection.h"
#include "Samples.h"

#include <cairo.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>

namespace congvu::templates::testing {

namespace {

// Letters may be drawn a shade differently by another version of the viewer; a moved line may not.
constexpr double kMeanDifferenceAllowed = 1.0;

class EveryForm : public ::testing::TestWithParam<DocumentType> {
protected:
    const std::string id = GetParam().id;
};

/// With CONGVU_UPDATE_GOLDEN=1 the tests write what they get, for the editor of a form to look at.
bool isUpdating() {
    return std::getenv("CONGVU_UPDATE_GOLDEN") != nullptr;
}

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
};
using Picture = std::unique_ptr<cairo_surface_t, DestroySurface>;

double meanDifference(const Picture& one, const Picture& other) {
    const int width = cairo_image_surface_get_width(one.get());
    const int height = cairo_image_surface_get_height(one.get());
    if (width == 0 || width != cairo_image_surface_get_width(other.get()) || height != cairo_image_surface_get_height(other.get())) {
        return 255;
    }
    double sum = 0;
    for (int y = 0; y < height; ++y) {
        const unsigned char* a = cairo_image_surface_get_data(one.get()) + y * cairo_image_surface_get_stride(one.get());
        const unsigned char* b = cairo_image_surface_get_data(other.get()) + y * cairo_image_surface_get_stride(other.get());
        for (int x = 0; x < width; ++x) {
            // The pictures are grey: one channel of four tells all.
            sum += std::abs(static_cast<int>(a[4 * x]) - static_cast<int>(b[4 * x]));
        }
    }
    return sum / width / height;
}

std::string picturePrefix(const std::filesystem::path& pdf) {
    const std::string prefix = pdf.string() + ".golden";
    run("pdftoppm -r 40 -gray -png -singlefile -f 1 -l 1 '" + pdf.string() + "' '" + prefix + "'");
    return prefix + ".png";
}

}  // namespace

TEST_P(EveryForm, PrintsTheTextOfItsSample) {
    const RenderedFile file = renderSample(id);
    const auto golden = form(id)->folder / "golden.txt";
    const std::string text = layoutText(file.path);
    if (isUpdating()) {
        writeFile(golden, text);
    }
    EXPECT_EQ(text, readFile(golden));
}

TEST_P(EveryForm, LooksLikeThePictureOfItsSample) {
    const std::string picture = picturePrefix(renderSample(id).path);
    const auto golden = form(id)->folder / "golden.png";
    if (isUpdating()) {
        writeFile(golden, readFile(picture));
    }
    const Picture now(cairo_image_surface_create_from_png(picture.c_str()));
    const Picture before(cairo_image_surface_create_from_png(golden.c_str()));
    EXPECT_LT(meanDifference(now, before), kMeanDifferenceAllowed) << picture;
}

TEST_P(EveryForm, IsACleanFileForQpdf) {
    EXPECT_NE(run("qpdf --check '" + renderSample(id).path.string() + "' 2>&1").find("No syntax or stream encoding errors"),
              std::string::npos);
}

TEST_P(EveryForm, EmbedsLiberationSerifAndNoOtherFont) {
    std::istringstream lines(run("pdffonts '" + renderSample(id).path.string() + "'"));
    std::string line;
    std::getline(lines, line);
    std::getline(lines, line);
    int fonts = 0;
    while (std::getline(lines, line)) {
        EXPECT_NE(line.find("+LiberationSerif"), std::string::npos) << line;
        EXPECT_NE(line.find("yes yes yes"), std::string::npos) << "not embedded, subset and readable: " << line;
        ++fonts;
    }
    EXPECT_GT(fonts, 0);
}

TEST_P(EveryForm, IsTaggedVietnamesePdf17WithItsSubjectAsTitle) {
    const std::string path = renderSample(id).path.string();
    const std::string information = run("pdfinfo '" + path + "'");
    EXPECT_NE(information.find("PDF version:     1.7"), std::string::npos);
    EXPECT_NE(information.find("Tagged:          yes"), std::string::npos);
    EXPECT_NE(information.find("Author:"), std::string::npos);
    EXPECT_NE(information.find("Subject:"), std::string::npos);
    EXPECT_NE(information.find("Title:           " + form(id)->name.vi), std::string::npos);
    EXPECT_NE(run("mutool show '" + path + "' trailer/Root/Lang").find("vi-VN"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Forms, EveryForm, ::testing::ValuesIn(allTypes()),
                         [](const auto& information) { return testName(information.param); });

}  // namespace congvu::templates::testing
