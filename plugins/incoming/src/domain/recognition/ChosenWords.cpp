// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/ChosenWords.h"

#include "domain/recognition/VietnameseSyllable.h"

#include "congvu/text/Text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace congvu::incoming {

namespace {

constexpr double kNoise = 0.25;
constexpr double kShortNoise = 0.5;
constexpr double kFigureNoise = 0.05;
constexpr double kUsefulSecondReading = 0.6;
constexpr double kFarMoreCertain = 0.3;
/// Words that only one of two readings has make no value sure.
constexpr double kReadOnce = 0.5;
/// Words that an unknown scanner has put behind its picture.
constexpr double kScannersWords = 0.7;
/// So much of the scanner's text must our own recognition have found to be taken.
constexpr double kEnoughOfScannersText = 0.7;
constexpr std::size_t kLongestSearchText = 400'000;

bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Specks, rules and the edges of seals are recognised as well, as signs and as single uncertain letters.
bool isNoise(const PageWord& word) {
    const auto folded = text::fold(word.text);
    const auto known = std::count_if(folded.begin(), folded.end(), isLetterOrDigit);
    static constexpr std::array<std::string_view, 6> kSigns{"-", "–", "/", ":", "*", "."};
    if (known == 0) {
        return std::find(kSigns.begin(), kSigns.end(), word.text) == kSigns.end() || word.confidence < kShortNoise;
    }
    const bool hasDigit = std::any_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (hasDigit) {
        return word.confidence < kFigureNoise;  // an uncertain figure makes a date doubtful, a lost one makes it wrong
    }
    return word.confidence < (known <= 2 ? kShortNoise : kNoise);
}

TextLook lookOf(const std::vector<PageWord>& words) {
    TextLook look;
    for (const auto& word : words) {
        look.add(word.text);
    }
    return look;
}

/// Most of the narrower word lies beside or over the other one.
bool standTogether(const Place& a, const Place& b) {
    const double across = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double down = std::min(a.top(), b.top()) - std::max(a.y, b.y);
    return across > 0.4 * std::min(a.width, b.width) && down > 0.4 * std::min(a.height, b.height);
}

/// The words of a page with those of the second reading of its head where the first has nothing or far less certain ones.
std::vector<PageWord> completed(std::vector<PageWord> words, const std::vector<PageWord>& control) {
    std::vector<PageWord> added;
    for (const auto& other : control) {
        const auto isWeaker = [&other](const PageWord& word) {
            return standTogether(word.place, other.place) && word.confidence + kFarMoreCertain <= other.confidence;
        };
        const bool stands = std::any_of(words.begin(), words.end(),
                                        [&](const PageWord& word) { return standTogether(word.place, other.place) && !isWeaker(word); });
        if (!stands && other.confidence >= kUsefulSecondReading) {
            added.push_back({other.text, other.place, std::min(other.confidence, kReadOnce)});
        }
    }
    std::erase_if(words, [&](const PageWord& word) {
        return std::any_of(added.begin(), added.end(), [&word](const PageWord& other) { return standTogether(word.place, other.place); });
    });
    words.insert(words.end(), added.begin(), added.end());
    return words;
}

std::vector<PageWord> onPage(const std::vector<PageWord>& words, int page) {
    std::vector<PageWord> found;
    std::copy_if(words.begin(), words.end(), std::back_inserter(found), [page](const PageWord& word) { return word.place.page == page; });
    return found;
}

}  // namespace

std::vector<PageWord> withoutNoise(const std::vector<PageWord>& words) {
    std::vector<PageWord> kept;
    kept.reserve(words.size());
    std::remove_copy_if(words.begin(), words.end(), std::back_inserter(kept), isNoise);
    return kept;
}

ChosenWords::ChosenWords(const ScannedFile& file) {
    std::set<int> tried;
    for (const auto& page : file.pages) {
        tried.insert(page.page);
        choose(page, onPage(file.words, page.page));
    }
    std::copy_if(file.words.begin(), file.words.end(), std::back_inserter(words_),
                 [&tried](const PageWord& word) { return !tried.contains(word.place.page); });
    std::stable_sort(words_.begin(), words_.end(), [](const auto& a, const auto& b) { return a.place.page < b.place.page; });
}

void ChosenWords::choose(const RecognisedPage& page, std::vector<PageWord> scanners) {
    auto ours = completed(withoutNoise(page.words), withoutNoise(page.control));
    if (lookOf(ours).plausibleLetters >= lookOf(scanners).plausibleLetters * kEnoughOfScannersText) {
        recognised_.insert(page.page);
        std::move(ours.begin(), ours.end(), std::back_inserter(words_));
        return;
    }
    for (auto& word : scanners) {
        word.confidence = kScannersWords;
        words_.push_back(std::move(word));
    }
}

std::string ChosenWords::text() const {
    std::string text;
    for (const auto& word : words_) {
        if (text.size() + word.text.size() > kLongestSearchText) {
            break;
        }
        text += (text.empty() ? "" : " ") + word.text;
    }
    return text;
}

}  // namespace congvu::incoming
