// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/pdf/Font.h"
#include "pdf/IncrementalWriter.h"

namespace congvu::signing::pdf {

/// The letters of some text cut out of a font, ready to be embedded.
struct FontSubset {
    struct Glyph {
        std::uint32_t index = 0;
        double advance = 0;  ///< in thousandths of the font size
    };

    std::string name;          ///< "ABCDEF+LiberationSerif"
    Bytes file;                ///< compressed TrueType
    std::size_t fileSize = 0;  ///< before compression
    std::size_t glyphCount = 0;
    Bytes toUnicode;     ///< compressed CMap
    std::string widths;  ///< value of /W
    double ascent = 0;   ///< thousandths of the font size
    double descent = 0;  ///< negative
    double capHeight = 0;
    double italicAngle = 0;
    int box[4] = {0, 0, 0, 0};
    std::unordered_map<char32_t, Glyph> glyphs;

    /// Width of the text at size 1. A letter that the font lacks counts as glyph 0.
    double widthOf(const std::vector<char32_t>& text) const;
    /// Hexadecimal string operand for Tj.
    std::string encode(const std::vector<char32_t>& text) const;
};

/// Code points of UTF-8 text with base letters and combining marks composed (NFC for Latin letters), control characters
/// replaced by spaces.
std::vector<char32_t> composedText(std::string_view utf8);

/// The subset for these letters; cached in the font.
std::shared_ptr<const FontSubset> subsetOf(const Font& font, const std::vector<char32_t>& text);

/// Writes font, descendant, descriptor, file and CMap; gives the number of the Type 0 font (ISO 32000-2, 9.7).
ObjectNumber embedFont(IncrementalWriter& writer, const FontSubset& subset);

}  // namespace congvu::signing::pdf
