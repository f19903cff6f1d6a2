// SPDX-License-Identifier: Apache-2.0
#include "Samples.h"
#include "congvu/templates/DemoPictures.h"

#include <cairo.h>
#include <gtest/gtest.h>

#include <cstring>

namespace congvu::templates::testing {

namespace {

struct Pixels {
    int width = 0;
    int height = 0;
    long transparent = 0;
    double red = 0;
    double blue = 0;
};

Pixels inspect(const std::string& png, const std::string& name) {
    const auto path = std::filesystem::path(OUTPUT_DIRECTORY) / name;
    writeFile(path, png);
    cairo_surface_t* picture = cairo_image_surface_create_from_png(path.c_str());
    Pixels pixels;
    pixels.width = cairo_image_surface_get_width(picture);
    pixels.height = cairo_image_surface_get_height(picture);
    for (int y = 0; y < pixels.height; ++y) {
        for (int x = 0; x < pixels.width; ++x) {
            unsigned value = 0;
            std::memcpy(&value, cairo_image_surface_get_data(picture) + y * cairo_image_surface_get_stride(picture) + 4 * x, 4);
            pixels.transparent += value >> 24 == 0 ? 1 : 0;
            pixels.red += (value >> 16) & 255U;
            pixels.blue += value & 255U;
        }
    }
    cairo_surface_destroy(picture);
    return pixels;
}

}  // namespace

TEST(DemoPictures, SignatureIsBlueOnTransparentGround) {
    const Pixels pixels = inspect(demoSignaturePng("Nguyễn Văn Thí Dụ"), "signature.png");
    EXPECT_EQ(pixels.width, 900);
    EXPECT_EQ(pixels.height, 400);
    EXPECT_GT(pixels.transparent, 900L * 400 * 8 / 10);
    EXPECT_GT(pixels.blue, 3 * pixels.red);
    EXPECT_GT(pixels.blue, 0);
}

TEST(DemoPictures, SealIsRedOnTransparentGround) {
    const Pixels pixels = inspect(demoSealPng("Ủy ban nhân dân xã Suối Mơ"), "seal.png");
    EXPECT_EQ(pixels.width, 720);
    EXPECT_EQ(pixels.height, 720);
    EXPECT_GT(pixels.transparent, 720L * 720 / 2);
    EXPECT_GT(pixels.red, 3 * pixels.blue);
}

TEST(DemoPictures, TheSameNameGivesTheSamePictureAndAnotherNameAnother) {
    EXPECT_EQ(demoSignaturePng("A"), demoSignaturePng("A"));
    EXPECT_NE(demoSignaturePng("A"), demoSignaturePng("B"));
    EXPECT_EQ(demoSealPng("A"), demoSealPng("A"));
}

TEST(DemoPictures, ALongOrEmptyOrInvalidNameStillGivesASeal) {
    EXPECT_EQ(inspect(demoSealPng(std::string(100'000, 'M')), "long.png").width, 720);
    EXPECT_EQ(inspect(demoSealPng(""), "empty.png").width, 720);
    EXPECT_EQ(inspect(demoSealPng("\xff"), "invalid.png").width, 720);
}

}  // namespace congvu::templates::testing
