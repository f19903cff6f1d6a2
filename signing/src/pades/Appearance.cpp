// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/pades/Appearance.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "pades/AppearanceNative.h"
#include "pdf/ArchiveProfile.h"
#include "pdf/PageTree.h"

namespace congvu::signing {

Appearance::Appearance(std::unique_ptr<Native> native) : native_(std::move(native)) {}
Appearance::~Appearance() = default;

std::shared_ptr<const Appearance> Appearance::make(const AppearanceContent& content) {
    if (content.imagePng.empty() && content.lines.empty()) {
        throw SigningError(ErrorCode::invalidArgument, "a visible signature needs an image or text");
    }
    if (!content.lines.empty() && (content.font == nullptr || content.lines.size() > 50 || content.fontSize <= 0)) {
        throw SigningError(ErrorCode::invalidArgument, "text of a visible signature needs a font, a size and at most 50 lines");
    }
    auto native = std::make_unique<Native>();
    if (!content.imagePng.empty()) {
        native->image = pdf::PngImage::decode(content.imagePng);
    }
    std::vector<char32_t> letters;
    for (const std::string& line : content.lines) {
        native->lines.push_back(pdf::composedText(line));
        letters.insert(letters.end(), native->lines.back().begin(), native->lines.back().end());
    }
    if (!native->lines.empty()) {
        native->font = pdf::subsetOf(*content.font, letters);
    }
    native->fontSize = content.fontSize;
    native->alignment = content.alignment;
    native->imagePlace = content.imagePlace;
    return std::shared_ptr<const Appearance>(new Appearance(std::move(native)));
}

namespace pades {
namespace {

using pdf::Box;
using pdf::Object;

constexpr double kLeading = 1.2;
constexpr double kSmallestLineSize = 2;

std::string drawImage(const pdf::PngImage& image, const Box& place) {
    const double scale = std::min(place.width() / image.width, place.height() / image.height);
    const double width = image.width * scale;
    const double height = image.height * scale;
    const double left = place.left + (place.width() - width) / 2;
    const double bottom = place.bottom + (place.height() - height) / 2;
    return "q " + number(width) + " 0 0 " + number(height) + ' ' + number(left) + ' ' + number(bottom) + " cm /Im Do Q\n";
}

double fittingSize(const Appearance::Native& parts, const Box& place) {
    double size = parts.fontSize;
    for (const auto& line : parts.lines) {
        const double width = parts.font->widthOf(line);
        if (width > 0) {
            size = std::min(size, place.width() / width);
        }
    }
    size = std::min(size, place.height() / (kLeading * static_cast<double>(parts.lines.size())));
    return std::max(size, kSmallestLineSize);
}

/// Black: in DeviceGray, or in the calibrated space that the resources name.
constexpr std::string_view kDeviceBlack = "0 g";
constexpr std::string_view kCalibratedBlack = "/Cal cs 0 sc";

std::string drawText(const Appearance::Native& parts, const Box& place, std::string_view black) {
    const double size = fittingSize(parts, place);
    const double block = size * kLeading * static_cast<double>(parts.lines.size());
    double baseline = place.bottom + (place.height() + block) / 2 - size * (kLeading - 1) / 2 - size * parts.font->ascent / 1000 * 0.9;
    std::string out = "BT " + std::string(black) + " /F1 " + number(size) + " Tf\n";
    for (const auto& line : parts.lines) {
        const double spare = place.width() - size * parts.font->widthOf(line);
        const double shift = parts.alignment == TextAlignment::left ? 0 : parts.alignment == TextAlignment::centre ? spare / 2 : spare;
        out += "1 0 0 1 " + number(place.left + shift) + ' ' + number(baseline) + " Tm " + parts.font->encode(line) + " Tj\n";
        baseline -= size * kLeading;
    }
    return out + "ET\n";
}

std::string drawContent(const Appearance::Native& parts, double width, double height, std::string_view black) {
    Box textPlace{0, 0, width, height};
    std::string out;
    if (parts.image) {
        Box imagePlace = textPlace;
        if (!parts.lines.empty() && parts.imagePlace == ImagePlace::left) {
            const double natural = height * parts.image->width / parts.image->height;
            imagePlace.right = std::min(natural, width * 0.4);
            textPlace.left = imagePlace.right + width * 0.02;
        }
        out += drawImage(*parts.image, imagePlace);
    }
    if (!parts.lines.empty()) {
        out += drawText(parts, textPlace, black);
    }
    return out;
}

}  // namespace

Object formDictionary(double width, double height, int rotation) {
    Object form = Object::dictionary(
        {{"Type", Object::name("XObject")}, {"Subtype", Object::name("Form")}, {"BBox", pdf::toObject({0, 0, width, height})}});
    // The page is turned clockwise when it is shown; the appearance is turned the other way so that it stands upright.
    const auto matrix = [&](int a, int b, int c, int d) {
        std::vector<Object> items;
        for (const int value : {a, b, c, d, 0, 0}) {
            items.push_back(Object::integer(value));
        }
        form.set("Matrix", Object::array(std::move(items)));
    };
    if (rotation == 90) {
        matrix(0, 1, -1, 0);
    } else if (rotation == 180) {
        matrix(-1, 0, 0, -1);
    } else if (rotation == 270) {
        matrix(0, -1, 1, 0);
    }
    return form;
}

pdf::ObjectNumber writeAppearance(pdf::IncrementalWriter& writer, const Appearance& appearance, double width, double height, int rotation) {
    const Appearance::Native& parts = appearance.native();
    Object resources = Object::dictionary();
    if (parts.image) {
        resources.set("XObject", Object::dictionary({{"Im", Object::reference(pdf::embedImage(writer, *parts.image))}}));
    }
    if (parts.font != nullptr) {
        resources.set("Font", Object::dictionary({{"F1", Object::reference(pdf::embedFont(writer, *parts.font))}}));
    }
    const bool isDeviceGray = pdf::ArchiveProfile::of(writer.reader()).permitsDeviceGray();
    if (!isDeviceGray) {
        resources.set("ColorSpace", Object::dictionary({{"Cal", pdf::calibratedGray()}}));
    }
    Object form = formDictionary(width, height, rotation);
    form.set("Resources", std::move(resources));
    const pdf::ObjectNumber number = writer.allocate();
    const std::string content = drawContent(parts, width, height, isDeviceGray ? kDeviceBlack : kCalibratedBlack);
    writer.putStream(number, std::move(form), viewOf(content));
    return number;
}

std::size_t expectedSize(const Appearance* appearance) {
    constexpr std::size_t kObjects = 4096;  // dictionaries and the content stream
    if (appearance == nullptr) {
        return 0;
    }
    const Appearance::Native& parts = appearance->native();
    const std::size_t image = parts.image ? parts.image->colours.size() + parts.image->alpha.size() : 0;
    const std::size_t font = parts.font != nullptr ? parts.font->file.size() + parts.font->toUnicode.size() : 0;
    return kObjects + image + font;
}

}  // namespace pades
}  // namespace congvu::signing
