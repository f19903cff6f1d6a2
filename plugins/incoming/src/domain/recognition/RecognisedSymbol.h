// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DocumentSymbol.h"

#include <optional>
#include <string_view>

namespace congvu::incoming {

/// A number and symbol that was recognised in a picture.
struct RecognisedSymbol {
    DocumentSymbol symbol;
    bool isRepaired = false;  ///< characters were put in order that may have been something else: never sure
};

/// Reads a number and symbol with the usual slips of recognition: letters for digits and digits for letters, marks on capitals
/// ("ÚBND"), a lost đ in a known group ("QD-UBND"), a stroke taken for "1" or "|", blanks within a group, and what dust leaves at the ends.
/// Only what has a number is a symbol here.
std::optional<RecognisedSymbol> parseRecognisedSymbol(std::string_view text);

/// True for "Số", "Số:", "Sô.", "S6:", in front of a number that was recognised; `folded` is a folded word.
bool isRecognisedNumberLabel(std::string_view folded);

}  // namespace congvu::incoming
