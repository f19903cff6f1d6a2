// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace congvu::incoming {

/// Which grammar a number and symbol (số, ký hiệu) follows.
enum class SymbolStyle {
    administrative,  ///< Decree 30/2020: "15/QĐ-BNV", "05/BNV-VP"
    legislative,     ///< legal normative documents with the year: "15/2024/QĐ-UBND"
    party,           ///< Party documents: "11-CT/TU"
};

/// A number and symbol, taken apart.
struct DocumentSymbol {
    SymbolStyle style = SymbolStyle::administrative;
    std::string number;            ///< "15", as written; empty when the place of the number is blank ("   /UBND-VX")
    std::string year;              ///< legislative style only
    std::string notation;          ///< "QĐ-BNV", "CT/TU"
    std::string typeAbbreviation;  ///< "QĐ"; empty when the first group is no type of Decree 30/2020

    /// The whole as it is registered: "15/QĐ-BNV", "15/2024/QĐ-UBND", "11-CT/TU".
    [[nodiscard]] std::string text() const;
    /// True when the text ends in a separator, so that the rest must stand on the next line.
    [[nodiscard]] bool isCutOff() const;
};

/// Reads a number and symbol in any of the three grammars. Blanks around the separators are allowed (people type them), blanks inside a
/// group are not. Nothing when the text is no symbol.
std::optional<DocumentSymbol> parseDocumentSymbol(std::string_view text);

/// The form in which two symbols are compared: folded, without blanks, without leading zeros of the number.
std::string symbolKey(std::string_view symbol);

}  // namespace congvu::incoming
