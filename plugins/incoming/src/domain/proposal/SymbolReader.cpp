// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/SymbolReader.h"

#include "domain/proposal/VietnameseCase.h"
#include "domain/recognition/RecognisedSymbol.h"

#include <algorithm>
#include <vector>

namespace congvu::incoming {

namespace {

constexpr double kLabelled = 0.97;
constexpr double kUnlabelled = 0.7;
constexpr double kLabelledOutsideHead = 0.5;
constexpr double kBlankNumber = 0.3;
constexpr double kRepaired = 0.6;
constexpr double kMostlyCapitals = 0.7;

/// Index of the first word after the label "Số", "Số:", "Số :" or, glued, 0 with the label cut from the text.
struct Label {
    std::size_t firstWord = 0;
    std::size_t cutBytes = 0;  ///< of that word's text: "Số:15/UBND-VX"
};

std::optional<Label> labelOf(const TextLine& line) {
    const auto& tokens = line.tokens();
    const auto& first = tokens.front().folded;
    if (first == "so" || first == "so:" || (tokens.front().isRecognised() && isRecognisedNumberLabel(first))) {
        const bool colonStandsAlone = tokens.size() > 1 && (tokens[1].folded == ":" || tokens[1].folded == ".");
        return Label{colonStandsAlone ? 2U : 1U, 0};
    }
    const auto colon = tokens.front().text.find(':');
    if (first.starts_with("so:") && colon != std::string::npos) {
        return Label{0, colon + 1};
    }
    return std::nullopt;
}

std::string textAfter(const TextLine& line, const Label& label) {
    return label.firstWord >= line.tokens().size() ? std::string{} : line.textFrom(label.firstWord).substr(label.cutBytes);
}

/// The line directly below in the same column, if it is near.
std::optional<std::size_t> lineBelow(const PageText& page, std::size_t at) {
    const auto& lines = page.lines();
    const auto& place = lines[at].place();
    for (std::size_t i = at + 1; i < lines.size(); ++i) {
        const auto& other = lines[i].place();
        const bool isNear =
            other.page == place.page && other.top() < place.y + place.height * 0.5 && place.y - other.top() < place.height * 1.2;
        if (isNear && other.x < place.right() && other.right() > place.x) {
            return i;
        }
    }
    return std::nullopt;
}

/// True when the line before is nothing but the label, on the same row and to the left: the number then stands in a form field of its own.
bool followsLoneLabel(const std::vector<TextLine>& lines, std::size_t at) {
    if (at == 0) {
        return false;
    }
    const auto& label = lines[at - 1];
    const auto found = labelOf(label);
    const auto& place = lines[at].place();
    const double middle = place.y + place.height / 2;
    return found && textAfter(label, *found).empty() && label.page() == place.page && label.place().right() <= place.x &&
           middle > label.place().y && middle < label.place().top();
}

/// What stands in a line, by the rules for printed or for recognised words.
std::optional<RecognisedSymbol> parseIn(const TextLine& line, const std::string& text) {
    if (line.isRecognised()) {
        return parseRecognisedSymbol(text);
    }
    auto symbol = parseDocumentSymbol(text);
    return symbol ? std::optional{RecognisedSymbol{std::move(*symbol), false}} : std::nullopt;
}

constexpr std::string_view kSymbolDust = " .,;:'\"*`-_–/";

/// What a line below adds to a symbol: one word of capitals, or with a separator in front when the line above has none. Empty when the line
/// is something else.
std::string continuationIn(const TextLine& line, bool isOpen) {
    const auto& text = line.text();
    const auto first = text.find_first_not_of(kSymbolDust);
    if (first == std::string::npos) {
        return {};
    }
    const auto rest = text.substr(first, text.find_last_not_of(kSymbolDust) - first + 1);
    const bool isWord = rest.find(' ') == std::string::npos && shareOfCapitals(rest) >= kMostlyCapitals;
    if (!isWord || isOpen) {
        return isWord ? rest : std::string{};
    }
    const auto separator = text.substr(0, first).find_first_of("-/");
    return separator == std::string::npos ? std::string{} : text[separator] + rest;
}

SymbolReading readingOf(const PageText& page, std::size_t at, const std::string& text, double confidence) {
    SymbolReading reading;
    const auto& line = page.lines()[at];
    auto parsed = parseIn(line, text);
    std::size_t last = at;
    if (const auto below = parsed ? lineBelow(page, at) : std::nullopt) {
        const auto rest = continuationIn(page.lines()[*below], parsed->symbol.isCutOff());
        auto joined = rest.empty() ? std::nullopt : parseIn(line, parsed->symbol.text() + rest);
        if (joined) {
            joined->isRepaired = joined->isRepaired || parsed->isRepaired;
            parsed = std::move(joined);
            last = *below;
        }
    }
    if (!parsed) {
        return reading;
    }
    auto place = line.place();
    if (last != at) {
        place = place.joinedWith(page.lines()[last].place());
    }
    const bool isIncomplete = parsed->symbol.number.empty() || parsed->symbol.isCutOff();
    const double sure = isIncomplete ? kBlankNumber : parsed->isRepaired ? std::min(confidence, kRepaired) : confidence;
    reading.field = ReadField::found(parsed->symbol.text(), sure, place);
    reading.symbol = std::move(parsed->symbol);
    reading.line = at;
    reading.lastLine = last;
    return reading;
}

}  // namespace

SymbolReading readSymbol(const PageText& page) {
    SymbolReading best;
    const auto& lines = page.lines();
    for (std::size_t i = 0; i < lines.size() && lines[i].page() == 1; ++i) {
        const auto label = labelOf(lines[i]);
        const bool isLabelled = label || followsLoneLabel(lines, i);
        double confidence = isLabelled ? kLabelled : kUnlabelled;
        if (!page.isInHead(lines[i])) {
            confidence = isLabelled ? kLabelledOutsideHead : 0;
        }
        const auto text = textAfter(lines[i], label.value_or(Label{}));
        if (confidence <= best.field.confidence || text.empty()) {
            continue;
        }
        auto reading = readingOf(page, i, text, confidence);
        if (reading.field.confidence > best.field.confidence) {
            best = std::move(reading);
        }
    }
    return best;
}

}  // namespace congvu::incoming
