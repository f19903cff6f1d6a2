// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/pades/AppearancePreset.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/FormFields.h"
#include "pades/ShownImage.h"
#include "pdf/FontNative.h"
#include "pdf/PngImage.h"

namespace congvu::signing {
namespace {

constexpr double kPointsPerMillimetre = 72 / 25.4;
// Decree 30/2020/NĐ-CP, App. I, part I: the text stands in the margin of the page, so it is kept off the edge, not off the type area.
constexpr double kFromRightEdge = 15 * kPointsPerMillimetre;
constexpr double kFromTopEdge = 10 * kPointsPerMillimetre;
constexpr double kTextSize = 10;
constexpr double kLineHeight = 12;
constexpr double kRoom = 1;  // so that rounding does not make the text smaller

double widthOf(const Font& font, const std::vector<std::string>& lines) {
    double widest = 0;
    for (const std::string& line : lines) {
        const auto letters = pdf::composedText(line);
        widest = std::max(widest, pdf::subsetOf(font, letters)->widthOf(letters) * kTextSize);
    }
    return widest;
}

/// Lines in the top right corner of page 1.
void showTopRight(std::vector<std::string> lines, const std::shared_ptr<const Font>& font, SignatureRequest& request, ByteView document) {
    if (font == nullptr) {
        throw SigningError(ErrorCode::invalidArgument, "the text of a preset needs a font");
    }
    const auto outline = DocumentOutline::read(document, request.documentPassword);
    if (outline.pages.empty()) {
        throw SigningError(ErrorCode::pageNotFound, "the document has no page 1");
    }
    const PageSize& page = outline.pages.front();
    const double width = std::min(widthOf(*font, lines) + kRoom, page.width - kFromRightEdge);
    const double height = kLineHeight * static_cast<double>(lines.size()) + kRoom;
    request.placement = Placement{1, {page.width - kFromRightEdge - width, page.height - kFromTopEdge - height, width, height}};
    AppearanceContent content;
    content.lines = std::move(lines);
    content.font = font;
    content.fontSize = kTextSize;
    content.alignment = TextAlignment::right;
    request.appearance = Appearance::make(content);
}

void requireText(const std::string& text, const char* what) {
    if (text.empty()) {
        throw SigningError(ErrorCode::invalidArgument, std::string(what) + " is missing");
    }
}

// App. I: chữ in thường.
std::string nameOf(CopyForm form) {
    switch (form) {
        case CopyForm::copy:
            return "Sao y";
        case CopyForm::copyOfCopy:
            return "Sao lục";
        case CopyForm::extract:
            return "Trích sao";
    }
    return {};
}

/// Real size of the seal in points.
PageSize sealSize(const Bytes& sealPng, double sealWidth) {
    const pdf::PngImage image = pdf::PngImage::decode(sealPng);
    const double pixel = sealWidth > 0 ? sealWidth / image.width : pdf::pointsPerPixel(sealPng);
    if (pixel <= 0) {
        throw SigningError(ErrorCode::invalidArgument, "the real size of the seal is not known: the PNG states no resolution");
    }
    return {image.width * pixel, image.height * pixel};
}

}  // namespace

AppearancePreset AppearancePreset::person(Bytes imagePng, std::optional<Placement> area) {
    return AppearancePreset([image = std::move(imagePng), area](SignatureRequest& request, ByteView) {
        request.appearance = Appearance::make({image, {}, nullptr});
        if (area) {
            request.placement = area;
        }
    });
}

AppearancePreset AppearancePreset::agency(Bytes sealPng, std::string personField, double sealWidth) {
    return AppearancePreset(
        [seal = std::move(sealPng), field = std::move(personField), sealWidth](SignatureRequest& request, ByteView document) {
            const PageSize size = sealSize(seal, sealWidth);
            const Placement person = pades::shownImage(document, request.documentPassword, field);
            const Rectangle& image = person.rectangle;
            const double left = std::max(0.0, image.x + image.width / 3 - size.width);
            const double bottom = std::max(0.0, image.y + (image.height - size.height) / 2);
            request.placement = Placement{person.page, {left, bottom, size.width, size.height}};
            request.appearance = Appearance::make({seal, {}, nullptr});
        });
}

AppearancePreset AppearancePreset::attachment(std::string documentNumber, std::shared_ptr<const Font> font) {
    requireText(documentNumber, "the number of the main document");
    return AppearancePreset([number = std::move(documentNumber), font = std::move(font)](SignatureRequest& request, ByteView document) {
        showTopRight({number, vietnamTime(request.signingTime)}, font, request, document);
    });
}

AppearancePreset AppearancePreset::copy(CopyForm form, std::string agency, std::shared_ptr<const Font> font) {
    requireText(agency, "the copying agency");
    return AppearancePreset([form, agency = std::move(agency), font = std::move(font)](SignatureRequest& request, ByteView document) {
        showTopRight({nameOf(form), agency, vietnamTime(request.signingTime)}, font, request, document);
    });
}

std::string vietnamTime(Instant instant) {
    constexpr std::chrono::hours kAheadOfUtc{7};
    std::string text = toIso8601(instant + kAheadOfUtc);
    text.replace(text.size() - 1, 1, "+07:00");
    return text;
}

}  // namespace congvu::signing
