// SPDX-License-Identifier: Apache-2.0
#include "domain/DocumentSymbol.h"

#include "domain/DocumentType.h"

#include "congvu/text/Text.h"

namespace congvu::incoming {

namespace {

constexpr std::size_t kLongestNumber = 7;
constexpr std::size_t kLongestNotation = 60;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view takeDigits(std::string_view& rest) {
    std::size_t length = 0;
    while (length < rest.size() && isDigit(rest[length])) {
        ++length;
    }
    const auto digits = rest.substr(0, length);
    rest.remove_prefix(length);
    return digits;
}

/// Groups of letters and digits separated by single "-", "/", "." or "&"; bytes above 127 are Vietnamese letters.
bool isNotation(std::string_view notation) {
    if (notation.empty() || notation.size() > kLongestNotation) {
        return false;
    }
    bool hasLetter = false;
    bool afterSeparator = true;
    for (const char c : notation) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isLetter = byte >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        const bool isSeparator = c == '-' || c == '/' || c == '.' || c == '&';
        if (!isLetter && !isSeparator && !isDigit(c)) {
            return false;
        }
        if (isSeparator && afterSeparator) {
            return false;
        }
        afterSeparator = isSeparator;
        hasLetter = hasLetter || isLetter;
    }
    return hasLetter;
}

/// Machines write long dashes between the groups.
std::string withPlainDashes(std::string_view text) {
    std::string plain{text};
    for (const std::string_view dash : {"–", "—", "‐", "‑"}) {
        for (auto at = plain.find(dash); at != std::string::npos; at = plain.find(dash)) {
            plain.replace(at, dash.size(), "-");
        }
    }
    return plain;
}

std::string withoutBlanks(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
    return text;
}

/// A blank between two letters means that the text is a sentence, not a symbol.
bool hasBlankInsideGroup(std::string_view text) {
    const auto isGroupCharacter = [](char c) { return c != ' ' && c != '-' && c != '/' && c != '.' && c != '&'; };
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == ' ' && isGroupCharacter(text[i - 1]) && isGroupCharacter(text[i + 1])) {
            return true;
        }
    }
    return false;
}

std::string_view firstGroup(std::string_view notation) {
    return notation.substr(0, notation.find_first_of("-/."));
}

bool looksLikeYear(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

std::optional<DocumentSymbol> parseSlashStyle(DocumentSymbol symbol, std::string_view rest) {
    auto afterYear = rest;
    const auto year = takeDigits(afterYear);
    if (looksLikeYear(year) && afterYear.starts_with('/')) {
        symbol.style = SymbolStyle::legislative;
        symbol.year = year;
        rest = afterYear.substr(1);
    }
    symbol.notation = rest;
    return isNotation(rest) ? std::optional{symbol} : std::nullopt;
}

}  // namespace

std::string DocumentSymbol::text() const {
    if (style == SymbolStyle::party) {
        return number + '-' + notation;
    }
    return number + '/' + (year.empty() ? "" : year + '/') + notation;
}

bool DocumentSymbol::isCutOff() const {
    return notation.ends_with('-') || notation.ends_with('/') || notation.ends_with('.');
}

std::optional<DocumentSymbol> parseDocumentSymbol(std::string_view text) {
    const auto plain = withPlainDashes(text);
    if (hasBlankInsideGroup(plain)) {
        return std::nullopt;
    }
    const auto joined = withoutBlanks(plain);
    std::string_view rest = joined;
    const auto number = takeDigits(rest);
    if (number.size() > kLongestNumber || rest.empty()) {
        return std::nullopt;
    }
    DocumentSymbol symbol;
    symbol.number = number;
    std::optional<DocumentSymbol> parsed;
    if (rest.front() == '/') {
        parsed = parseSlashStyle(symbol, rest.substr(1));
    } else if (rest.front() == '-' && rest.find('/') != std::string_view::npos && isNotation(rest.substr(1))) {
        symbol.style = SymbolStyle::party;
        symbol.notation = rest.substr(1);
        parsed = symbol;
    }
    if (parsed) {
        const auto* type = findDocumentTypeByAbbreviation(firstGroup(parsed->notation));
        parsed->typeAbbreviation = type == nullptr ? "" : std::string{type->abbreviation};
    }
    return parsed;
}

std::string symbolKey(std::string_view symbol) {
    const auto parsed = parseDocumentSymbol(symbol);
    auto key = text::fold(parsed ? parsed->text() : withoutBlanks(withPlainDashes(symbol)));
    std::erase(key, ' ');
    const auto firstDigit = key.find_first_not_of('0');
    return firstDigit == std::string::npos ? key : key.substr(firstDigit);
}

}  // namespace congvu::incoming
