// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/DateReader.h"

#include "domain/recognition/RecognisedDate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string_view>

namespace congvu::incoming {

namespace {

constexpr double kInHead = 0.97;
constexpr double kWithoutPlace = 0.85;
constexpr double kOutsideHead = 0.5;
constexpr double kRepairedDate = 0.6;
/// Dust behind the date is short.
constexpr std::size_t kLongestDust = 2;
constexpr int kEarliestYear = 1945;
constexpr int kLatestYear = 2199;

/// The word without what stands around it: also the "./." with which a Vietnamese document ends.
std::string_view withoutPunctuation(std::string_view word) {
    while (!word.empty() && std::string_view{",.;:()/"}.find(word.back()) != std::string_view::npos) {
        word.remove_suffix(1);
    }
    while (!word.empty() && word.front() == '(') {
        word.remove_prefix(1);
    }
    return word;
}

std::optional<int> numberIn(std::string_view word) {
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc{} && end == word.data() + word.size() && word.size() <= 4 ? std::optional{value} : std::nullopt;
}

std::optional<Date> realDay(int day, int month, int year) {
    if (year < kEarliestYear || year > kLatestYear || day < 1 || month < 1) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional{Date{date}} : std::nullopt;
}

/// "05/03/2026" or "05/3", also with "-" or ".".
std::optional<FoundDate> numericDate(std::string_view word, std::size_t at, int assumedYear) {
    std::array<int, 3> parts{0, 0, 0};
    std::size_t count = 0;
    word = withoutPunctuation(word);
    while (!word.empty() && count < parts.size()) {
        const auto separator = std::min(word.find_first_of("/-."), word.size());
        const auto value = numberIn(word.substr(0, separator));
        if (!value) {
            return std::nullopt;
        }
        parts[count++] = *value;
        word.remove_prefix(std::min(separator + 1, word.size()));
    }
    if (count < 2 || !word.empty()) {
        return std::nullopt;
    }
    const auto day = realDay(parts[0], parts[1], count == 3 ? parts[2] : assumedYear);
    return day ? std::optional{FoundDate{*day, at, at, count == 3}} : std::nullopt;
}

std::string_view wordAt(const std::vector<Token>& tokens, std::size_t at) {
    return at < tokens.size() ? withoutPunctuation(tokens[at].folded) : std::string_view{};
}

/// "05 tháng 3 năm 2026" or "05 tháng 3".
std::optional<FoundDate> writtenDate(const std::vector<Token>& tokens, std::size_t at, int assumedYear) {
    const auto day = numberIn(wordAt(tokens, at));
    const auto month = wordAt(tokens, at + 1) == "thang" ? numberIn(wordAt(tokens, at + 2)) : std::nullopt;
    if (!day || !month) {
        return std::nullopt;
    }
    const auto year = wordAt(tokens, at + 3) == "nam" ? numberIn(wordAt(tokens, at + 4)) : std::nullopt;
    const auto real = realDay(*day, *month, year.value_or(assumedYear));
    return real ? std::optional{FoundDate{*real, at, year ? at + 4 : at + 2, year.has_value()}} : std::nullopt;
}

ReadField placeBefore(const TextLine& line, std::size_t dayWord, double confidence) {
    std::string name;
    for (std::size_t i = 0; i < dayWord; ++i) {
        name += (name.empty() ? "" : " ") + line.tokens()[i].text;
    }
    while (name.ends_with(',') || name.ends_with(' ')) {
        name.pop_back();
    }
    return name.empty() ? ReadField{} : ReadField::found(name, confidence, line.tokens().front().place);
}

/// A whole date that begins with the word "ngày".
struct PlaceDate {
    Date day;
    std::size_t first = 0;
    std::size_t last = 0;
    bool isRepaired = false;
};

std::vector<PlaceDate> datesIn(const TextLine& line) {
    std::vector<PlaceDate> dates;
    const auto& tokens = line.tokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto found = tokens[i].folded == "ngay" ? dateAt(tokens, i, 0) : std::nullopt;
        if (found && found->hasYear) {
            dates.push_back({found->day, i, found->last, false});
        }
    }
    const auto recognised = dates.empty() && line.isRecognised() ? recognisedDateIn(tokens) : std::nullopt;
    if (recognised) {
        dates.push_back({recognised->day, recognised->first, recognised->last, recognised->isRepaired});
    }
    return dates;
}

/// Nothing follows the date, or, in what was recognised, nothing but a speck.
bool endsWith(const TextLine& line, const PlaceDate& date) {
    const auto behind = line.tokens().size() - date.last - 1;
    return behind == 0 || (line.isRecognised() && behind == 1 && line.tokens().back().folded.size() <= kLongestDust);
}

}  // namespace

std::optional<FoundDate> dateAt(const std::vector<Token>& tokens, std::size_t at, int assumedYear) {
    if (at >= tokens.size()) {
        return std::nullopt;
    }
    if (withoutPunctuation(tokens[at].folded) == "ngay") {
        ++at;
        if (at >= tokens.size()) {
            return std::nullopt;
        }
    }
    auto found = numericDate(tokens[at].folded, at, assumedYear);
    return found ? found : writtenDate(tokens, at, assumedYear);
}

PlaceAndDate readPlaceAndDate(const PageText& page) {
    PlaceAndDate best;
    for (const auto& line : page.lines()) {
        for (const auto& found : line.page() == 1 ? datesIn(line) : std::vector<PlaceDate>{}) {
            const bool isPlaceLine = page.isInHead(line) && endsWith(line, found) && !page.isInLeftColumn(line);
            double confidence = !isPlaceLine ? kOutsideHead : found.first > 0 ? kInHead : kWithoutPlace;
            confidence = found.isRepaired ? std::min(confidence, kRepairedDate) : confidence;
            if (confidence > best.date.confidence) {
                best.date = ReadField::found(found.day.toString(), confidence, line.placeFrom(found.first));
                best.place = isPlaceLine ? placeBefore(line, found.first, confidence) : ReadField{};
            }
        }
    }
    return best;
}

}  // namespace congvu::incoming
