// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "congvu/signing/pades/Appearance.h"
#include "pdf/FontNative.h"
#include "pdf/IncrementalWriter.h"
#include "pdf/PngImage.h"

namespace congvu::signing {

/// The prepared parts; the content stream is made for each rectangle.
struct Appearance::Native {
    std::optional<pdf::PngImage> image;
    std::vector<std::vector<char32_t>> lines;
    std::shared_ptr<const pdf::FontSubset> font;
    double fontSize = 10;
    TextAlignment alignment = TextAlignment::left;
    ImagePlace imagePlace = ImagePlace::left;
};

namespace pades {

/// A number as it stands in a content stream (ISO 32000-1, 7.3.3).
inline std::string number(double value) {
    return pdf::Object::real(value).toString();
}

/// Form XObject without content or resources: `width` × `height` as the reader sees it, on a page shown with `rotation`.
pdf::Object formDictionary(double width, double height, int rotation);

/// Writes the form XObject (ISO 32000-2, 12.5.5) with its image and font; gives its number.
pdf::ObjectNumber writeAppearance(pdf::IncrementalWriter& writer, const Appearance& appearance, double width, double height, int rotation);

/// About how many bytes writeAppearance() writes; nothing for no appearance.
std::size_t expectedSize(const Appearance* appearance);

}  // namespace pades
}  // namespace congvu::signing
