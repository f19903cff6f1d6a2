// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/HeadReadings.h"

#include "domain/proposal/VietnameseCase.h"
#include "domain/recognition/AgencyWords.h"

#include "congvu/text/Text.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace congvu::incoming {

namespace {

/// The least certain word of a value that is to be sure.
constexpr double kWordOfSureValue = 0.6;
constexpr double kTitleAndSymbolAgree = 0.95;

/// The least certain word whose middle lies in a place.
double certaintyAt(const std::vector<PageWord>& words, const std::optional<Place>& place) {
    double least = kOwnText;
    for (const auto& word : words) {
        const double middle = word.place.y + word.place.height / 2;
        const bool isInside = place && word.place.page == place->page && word.place.centre() >= place->x &&
                              word.place.centre() <= place->right() && middle >= place->y && middle <= place->top();
        least = isInside ? std::min(least, word.confidence) : least;
    }
    return least;
}

std::string withoutEdges(std::string_view word) {
    constexpr std::string_view kEdges = ",.;:()\"'*-";
    const auto first = word.find_first_not_of(kEdges);
    const auto last = word.find_last_not_of(kEdges);
    return first == std::string_view::npos ? std::string{} : std::string{word.substr(first, last - first + 1)};
}

/// The words of a line in small letters, without punctuation.
std::vector<std::string> plainWords(const TextLine& line) {
    std::vector<std::string> words;
    words.reserve(line.tokens().size());
    for (const auto& token : line.tokens()) {
        words.push_back(toLowerVietnamese(withoutEdges(token.text)));
    }
    return words;
}

std::string joinedWords(const std::vector<std::string>& words, std::size_t from, std::size_t count) {
    std::string joined;
    for (std::size_t i = from; i < from + count; ++i) {
        joined += (joined.empty() ? "" : " ") + words[i];
    }
    return joined;
}

bool overlaps(const Place& a, const Place& b) {
    return a.page == b.page && a.x < b.right() && b.x < a.right() && a.y < b.top() && b.y < a.top();
}

/// True when a proper name stands on the page again, more often with the same marks than with others.
bool isMentionedAgain(const PageText& page, const std::string& name, const Place& where) {
    const auto wanted = toLowerVietnamese(name);
    const auto folded = text::fold(name);
    const auto length = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
    int same = 0;
    int other = 0;
    for (const auto& line : page.lines()) {
        if (overlaps(line.place(), where)) {
            continue;
        }
        const auto words = plainWords(line);
        for (std::size_t i = 0; i + length <= words.size(); ++i) {
            const auto mention = joinedWords(words, i, length);
            same += mention == wanted ? 1 : 0;
            other += mention != wanted && text::fold(mention) == folded ? 1 : 0;
        }
    }
    return same > other;
}

bool isConfirmedName(const PageText& page, const ReadField& field) {
    const auto names = readAgencyName(field.value).properNames;
    return field.place && std::all_of(names.begin(), names.end(),
                                      [&](const std::string& name) { return isMentionedAgain(page, withoutEdges(name), *field.place); });
}

}  // namespace

ReadField limited(ReadField field, double most) {
    return ReadField::found(std::move(field.value), std::min(field.confidence, most), field.place);
}

ReadField agreedValue(const HeadReadings& readings, ReadField DocumentProposal::*member) {
    const auto& first = readings.main.*member;
    const auto& second = readings.control.*member;
    if (first.value.empty() || second.value.empty()) {
        return limited(first.value.empty() ? second : first, kUnconfirmed);
    }
    if (first.value != second.value) {
        return limited(first.confidence >= second.confidence ? first : second, kContradicted);
    }
    const double certainty = std::min(certaintyAt(readings.words, first.place), certaintyAt(readings.controlWords, second.place));
    const double most = certainty >= kWordOfSureValue ? kConfirmed : kUnconfirmed;
    return ReadField::found(first.value, std::min(std::max(first.confidence, second.confidence), most), first.place);
}

ReadField agreedType(const HeadReadings& readings) {
    const auto& first = readings.main.typeId;
    const auto& second = readings.control.typeId;
    const auto& better = second.confidence > first.confidence ? second : first;
    if (!first.value.empty() && !second.value.empty() && first.value != second.value) {
        return limited(better, kContradicted);
    }
    return limited(better, better.confidence >= kTitleAndSymbolAgree ? kConfirmed : kUnconfirmed);
}

ReadField agreedAgency(const HeadReadings& readings, ReadField DocumentProposal::*member) {
    const auto& first = readings.main.*member;
    const auto& second = readings.control.*member;
    if (first.value.empty() || second.value.empty() || text::fold(first.value) != text::fold(second.value)) {
        return limited(first.value.empty() ? second : first, kContradicted);
    }
    for (const auto* field : {&first, &second}) {
        if (isConfirmedName(readings.page, *field)) {
            return limited(*field, kConfirmed);
        }
    }
    return limited(first, kUnconfirmed);
}

}  // namespace congvu::incoming
