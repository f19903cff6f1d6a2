// SPDX-License-Identifier: Apache-2.0
// congvu-scan PAGE FOLDER: makes a drawn page ready for recognition. It reads a hostile picture, so the server runs it as a limited child
// process and never links it.
//
// Writes into FOLDER:
//   ink.pgm      what is black or blue, upright, on an even white ground; red is gone from it
//   control.pbm  the upper half of ink.pgm in another size and in black and white, for a second, independent reading of the head
//   red.pgm      what is red, upright, dark on white; only when there is any
// and to standard output a line each for width and height (pixels of PAGE), angle (degrees by which it was turned clockwise), control (size
// of control.pbm, 1 being that of the page) and red (1 when red.pgm is there).
#include <leptonica/allheaders.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <numbers>
#include <string>

namespace {

constexpr float kLeastAngle = 0.1F;       // degrees; less is not worth a blurred picture
constexpr float kLeastConfidence = 3.0F;  // leptonica's own limit for a skew that can be believed
constexpr int kPaper = 128;               // of 255: darker is ink
constexpr int kBlackBelow = 50;           // of 200, the ground after it was made even
constexpr int kWhiteAbove = 175;
constexpr float kControlSize = 1.25F;
constexpr int kRedFrom = 70;          // by so much red exceeds green and blue
constexpr double kLeastRed = 0.0004;  // part of the page; a single stamp of "KHẨN" covers ten times that

struct PixDelete {
    void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<PIX, PixDelete>;

/// Ends the program when leptonica could not make a picture.
Picture made(PIX* pix) {
    if (pix == nullptr) {
        std::exit(EXIT_FAILURE);
    }
    return Picture{pix};
}

void write(const std::string& path, const Picture& picture) {
    if (pixWrite(path.c_str(), picture.get(), IFF_PNM) != 0) {
        std::exit(EXIT_FAILURE);
    }
}

struct Channels {
    Picture red;
    Picture other;  ///< the greater of green and blue
};

Channels channelsOf(const Picture& page) {
    if (pixGetDepth(page.get()) != 32) {
        auto gray = made(pixConvertTo8(page.get(), 0));
        auto copy = made(pixCopy(nullptr, gray.get()));
        return {std::move(gray), std::move(copy)};
    }
    const auto green = made(pixGetRGBComponent(page.get(), COLOR_GREEN));
    const auto blue = made(pixGetRGBComponent(page.get(), COLOR_BLUE));
    return {made(pixGetRGBComponent(page.get(), COLOR_RED)), made(pixMinOrMax(nullptr, green.get(), blue.get(), L_CHOOSE_MAX))};
}

/// In the red channel red ink is nearly as light as paper, and by its own redness it becomes so; black under red stays black.
Picture withoutRed(const Channels& channels) {
    const auto redness = made(pixSubtractGray(nullptr, channels.red.get(), channels.other.get()));
    return made(pixAddGray(nullptr, channels.red.get(), redness.get()));
}

/// An even ground, then more contrast.
Picture inkOf(const Picture& gray) {
    Picture even{pixBackgroundNormSimple(gray.get(), nullptr, nullptr)};
    if (!even) {
        even = made(pixCopy(nullptr, gray.get()));  // too small for a ground
    }
    return made(pixGammaTRC(nullptr, even.get(), 1.0F, kBlackBelow, kWhiteAbove));
}

float skewOf(const Picture& ink) {
    const auto binary = made(pixThresholdToBinary(ink.get(), kPaper));
    float angle = 0;
    float confidence = 0;
    const bool isFound = pixFindSkew(binary.get(), &angle, &confidence) == 0;
    return isFound && confidence >= kLeastConfidence && std::abs(angle) >= kLeastAngle ? angle : 0;
}

Picture upright(Picture picture, float angle) {
    if (angle == 0) {
        return picture;
    }
    const float radians = angle * std::numbers::pi_v<float> / 180;
    return made(pixRotate(picture.get(), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
}

void writeControl(const Picture& ink, const std::string& path) {
    const int width = pixGetWidth(ink.get());
    const int height = pixGetHeight(ink.get()) / 2;
    std::unique_ptr<BOX, void (*)(BOX*)> half{boxCreate(0, 0, width, height), [](BOX* box) { boxDestroy(&box); }};
    const auto head = made(pixClipRectangle(ink.get(), half.get(), nullptr));
    const auto scaled = made(pixScale(head.get(), kControlSize, kControlSize));
    write(path, made(pixThresholdToBinary(scaled.get(), kPaper)));
}

/// Dark where the page is red.
Picture redOf(const Channels& channels) {
    const auto redness = made(pixSubtractGray(nullptr, channels.red.get(), channels.other.get()));
    return made(pixInvert(nullptr, redness.get()));
}

bool hasRed(const Picture& red) {
    const auto binary = made(pixThresholdToBinary(red.get(), 255 - kRedFrom));
    int count = 0;
    pixCountPixels(binary.get(), &count, nullptr);
    return count > kLeastRed * pixGetWidth(red.get()) * pixGetHeight(red.get());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("congvu-scan PAGE FOLDER\n", stderr);
        return EXIT_FAILURE;
    }
    setMsgSeverity(L_SEVERITY_NONE);
    const std::string folder{argv[2]};
    const auto channels = channelsOf(made(pixRead(argv[1])));
    auto ink = inkOf(withoutRed(channels));
    const float angle = skewOf(ink);
    ink = upright(std::move(ink), angle);
    write(folder + "/ink.pgm", ink);
    writeControl(ink, folder + "/control.pbm");
    auto red = redOf(channels);
    const bool isRed = hasRed(red);
    if (isRed) {
        // Twice as much contrast, for stamps are seldom saturated.
        const auto strong = made(pixGammaTRC(nullptr, red.get(), 1.0F, 255 - 2 * kRedFrom, 255 - kRedFrom / 3));
        write(folder + "/red.pgm", upright(made(pixCopy(nullptr, strong.get())), angle));
    }
    std::printf("width %d\nheight %d\nangle %.4f\ncontrol %.4f\nred %d\n", pixGetWidth(ink.get()), pixGetHeight(ink.get()),
                static_cast<double>(angle), static_cast<double>(kControlSize), isRed ? 1 : 0);
    return EXIT_SUCCESS;
}
