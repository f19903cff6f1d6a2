// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "FontSet.h"

#include <string>

namespace congvu::templates {

enum class LineBreaks { refused, allowed };

/// A text made fit for printing, or the code of what is wrong with it (see FieldError); `code` is
/// empty when `text` is good.
struct CheckedText {
    std::string text;
    std::string code;
};

/// Brings a typed text to NFC, with \n as the only line break and without the invisible marks that
/// copying from other programs leaves (soft hyphen, zero-width space, byte order mark). Refuses what
/// would print differently from what was typed: control characters, bidirectional controls
/// and characters the font does not have.
CheckedText checkText(const std::string& typed, std::size_t maximumCharacters, LineBreaks lineBreaks, const FontSet& fonts);

}  // namespace congvu::templates
