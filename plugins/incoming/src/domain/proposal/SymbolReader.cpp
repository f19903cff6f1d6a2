// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/SymbolReader.h"

#include <algorithm>
#include <vector>

namespace congvu::incoming {

namespace {

constexpr double kLabelled = 0.97;
constexpr double kUnlabelled = 0.7;
constexpr double kLabelledOutsideHead = 0.5;
constexpr double kBlankNumber = 0.3;

/// Index of the first word after the label "Số", "Số:", "Số :" or, glued, 0 with the label cut from the text.
struct Label {
    std::size_t firstWord = 0;
    std::size_t cutBytes = 0;  ///< of that word's text: "Số:15/UBND-VX"
};

std::optional<Label> labelOf(const TextLine& line) {
    const auto& tokens = line.tokens();
    const auto& first = tokens.front().folded;
    if (first == "so" || first == "so:") {
        const bool colonStandsAlone = tokens.size() > 1 && tokens[1].folded == ":";
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

SymbolReading readingOf(const PageText& page, std::size_t at, const std::string& text, double confidence) {
    SymbolReading reading;
    auto symbol = parseDocumentSymbol(text);
    std::size_t last = at;
    if (symbol && symbol->isCutOff()) {
        const auto below = lineBelow(page, at);
        auto joined = below ? parseDocumentSymbol(text + page.lines()[*below].text()) : std::nullopt;
        if (joined) {
            symbol = std::move(joined);
            last = *below;
        }
    }
    if (!symbol) {
        return reading;
    }
    auto place = page.lines()[at].place();
    if (last != at) {
        place = place.joinedWith(page.lines()[last].place());
    }
    const double sure = symbol->number.empty() || symbol->isCutOff() ? kBlankNumber : confidence;
    reading.field = ReadField::found(symbol->text(), sure, place);
    reading.symbol = std::move(symbol);
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
