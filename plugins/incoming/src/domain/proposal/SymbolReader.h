// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DocumentSymbol.h"
#include "domain/proposal/DocumentProposal.h"
#include "domain/proposal/PageText.h"

#include <cstddef>
#include <optional>

namespace congvu::incoming {

/// The number and symbol of a document, and which line it stands on (other fields are found relative to it).
struct SymbolReading {
    ReadField field;
    std::optional<DocumentSymbol> symbol;
    std::optional<std::size_t> line;      ///< index in PageText::lines()
    std::optional<std::size_t> lastLine;  ///< differs from `line` when the symbol goes on below
};

/// Reads "Số: 15/QĐ-BNV" from the head of page 1: with or without the word Số, in one or two lines, in the three grammars of
/// DocumentSymbol. A blank number ("Số:   /UBND-VX") is read as unsure.
SymbolReading readSymbol(const PageText& page);

}  // namespace congvu::incoming
