// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/DeadlineReader.h"

#include "domain/proposal/DateReader.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace congvu::incoming {

namespace {

constexpr double kDemandAndDay = 0.9;
constexpr double kDayOnly = 0.6;
constexpr double kYearAssumed = 0.65;
/// How many words may stand between the phrase ("trước") and the day ("17 giờ 00 ngày …").
constexpr std::size_t kLongestGap = 7;
/// How far back the demand ("gửi báo cáo …") may stand.
constexpr std::size_t kDemandReach = 60;

std::vector<Token> allTokens(const PageText& page) {
    std::vector<Token> tokens;
    for (const auto& line : page.lines()) {
        tokens.insert(tokens.end(), line.tokens().begin(), line.tokens().end());
    }
    return tokens;
}

/// "lời:" counts as "lời".
std::string_view withoutColon(std::string_view word) {
    return word.ends_with(':') ? word.substr(0, word.size() - 1) : word;
}

bool phraseAt(const std::vector<Token>& tokens, std::size_t at, std::string_view phrase) {
    std::size_t begin = 0;
    while (begin <= phrase.size()) {
        const auto end = std::min(phrase.find(' ', begin), phrase.size());
        if (at >= tokens.size() || withoutColon(tokens[at].folded) != phrase.substr(begin, end - begin)) {
            return false;
        }
        begin = end + 1;
        ++at;
    }
    return true;
}

template <std::size_t N>
bool anyPhraseAt(const std::vector<Token>& tokens, std::size_t at, const std::array<std::string_view, N>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return phraseAt(tokens, at, phrase); });
}

bool opensDeadline(const std::vector<Token>& tokens, std::size_t at) {
    static constexpr std::array<std::string_view, 10> kPhrases{"truoc ngay",  "truoc",          "cham nhat", "thoi han", "han cuoi",
                                                               "han tra loi", "han hoan thanh", "han chot",  "den het",  "muon nhat"};
    return anyPhraseAt(tokens, at, kPhrases);
}

bool hasDemandBefore(const std::vector<Token>& tokens, std::size_t at) {
    static constexpr std::array<std::string_view, 12> kDemands{"bao cao", "gui ve",  "gui",      "tra loi",  "gop y",      "hoan thanh",
                                                               "de nghi", "yeu cau", "tham muu", "tong hop", "trien khai", "xu ly"};
    const auto first = at > kDemandReach ? at - kDemandReach : 0;
    for (std::size_t i = first; i <= at; ++i) {
        if (anyPhraseAt(tokens, i, kDemands)) {
            return true;
        }
    }
    return false;
}

ReadField deadlineAt(const std::vector<Token>& tokens, std::size_t phrase, std::optional<Date> documentDate) {
    const int assumedYear = documentDate ? documentDate->year() : 0;
    for (std::size_t i = phrase + 1; i <= phrase + kLongestGap && i < tokens.size(); ++i) {
        const auto found = dateAt(tokens, i, assumedYear);
        if (!found || (documentDate && found->day < *documentDate)) {
            continue;
        }
        const double confidence = !found->hasYear ? kYearAssumed : hasDemandBefore(tokens, phrase) ? kDemandAndDay : kDayOnly;
        auto place = tokens[i].place;
        for (std::size_t word = i; word <= found->last; ++word) {
            place = tokens[word].place.page == place.page ? place.joinedWith(tokens[word].place) : place;
        }
        return ReadField::found(found->day.toString(), confidence, place);
    }
    return {};
}

}  // namespace

ReadField readDeadline(const PageText& page, std::optional<Date> documentDate) {
    ReadField best;
    const auto tokens = allTokens(page);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!opensDeadline(tokens, i)) {
            continue;
        }
        auto reading = deadlineAt(tokens, i, documentDate);
        if (reading.confidence > best.confidence) {
            best = std::move(reading);
        }
    }
    return best;
}

}  // namespace congvu::incoming
