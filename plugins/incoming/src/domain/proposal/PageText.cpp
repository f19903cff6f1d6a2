// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/PageText.h"

#include "domain/proposal/VietnameseCase.h"

#include "congvu/text/Text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace congvu::incoming {

namespace {

/// A gap wider than this part of the line's height separates two columns. Justified text stretches its blanks to about 1.
constexpr double kColumnGap = 1.5;
/// In the head of page 1 the two columns may nearly touch, and nothing is justified there.
constexpr double kHeadColumnGap = 0.9;
constexpr double kHeadPart = 0.5;
/// So many letters of a recognised line must be capitals to take all of them for capitals.
constexpr double kRecognisedCapitals = 0.8;

bool hasNoDigit(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<Token> tokensOf(const std::vector<PageWord>& words) {
    std::vector<Token> tokens;
    tokens.reserve(words.size());
    for (const auto& word : words) {
        auto normal = text::normalize(word.text);
        auto folded = text::fold(normal);
        if (!folded.empty()) {
            tokens.push_back({std::move(normal), std::move(folded), word.place, word.confidence});
        }
    }
    return tokens;
}

/// Puts words into printed rows: a word belongs to a row when its middle lies within the row's first word.
std::vector<std::vector<Token>> rowsOf(std::vector<Token> tokens) {
    std::stable_sort(tokens.begin(), tokens.end(), [](const Token& a, const Token& b) {
        return a.place.page != b.place.page ? a.place.page < b.place.page : a.place.y + a.place.height / 2 > b.place.y + b.place.height / 2;
    });
    std::vector<std::vector<Token>> rows;
    for (auto& token : tokens) {
        const double middle = token.place.y + token.place.height / 2;
        const bool sameRow = !rows.empty() && rows.back().front().place.page == token.place.page && middle > rows.back().front().place.y &&
                             middle < rows.back().front().place.top();
        if (!sameRow) {
            rows.emplace_back();
        }
        rows.back().push_back(std::move(token));
    }
    for (auto& row : rows) {
        std::stable_sort(row.begin(), row.end(), [](const Token& a, const Token& b) { return a.place.x < b.place.x; });
    }
    return rows;
}

/// The words that open the right column of the head, whatever the gap before them is.
bool opensRightColumn(const std::vector<Token>& row, std::size_t at) {
    static constexpr std::array<std::array<std::string_view, 3>, 3> kOpenings{{
        {"cong", "hoa", "xa"},
        {"doc", "lap", "-"},
        {"dang", "cong", "san"},
    }};
    return std::any_of(kOpenings.begin(), kOpenings.end(), [&](const auto& opening) {
        for (std::size_t i = 0; i < opening.size(); ++i) {
            if (at + i >= row.size() || row[at + i].folded != opening[i]) {
                return false;
            }
        }
        return true;
    });
}

void splitRow(const std::vector<Token>& row, bool isHead, std::vector<TextLine>& lines) {
    std::vector<Token> part;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (!part.empty()) {
            const auto& before = part.back().place;
            const double gap = row[i].place.x - before.right();
            const double height = std::max(before.height, row[i].place.height);
            if (gap > height * (isHead ? kHeadColumnGap : kColumnGap) || (isHead && opensRightColumn(row, i))) {
                lines.emplace_back(std::move(part));
                part = {};
            }
        }
        part.push_back(row[i]);
    }
    lines.emplace_back(std::move(part));
}

}  // namespace

Place Place::joinedWith(const Place& other) const {
    Place joined = *this;
    joined.x = std::min(x, other.x);
    joined.y = std::min(y, other.y);
    joined.width = std::max(right(), other.right()) - joined.x;
    joined.height = std::max(top(), other.top()) - joined.y;
    return joined;
}

TextLine::TextLine(std::vector<Token> tokens) : tokens_(std::move(tokens)), place_(tokens_.front().place) {
    for (const auto& token : tokens_) {
        text_ += (text_.empty() ? "" : " ") + token.text;
        folded_ += (folded_.empty() ? "" : " ") + token.folded;
        place_ = place_.joinedWith(token.place);
        confidence_ = std::min(confidence_, token.confidence);
    }
    isCapitals_ = isAllCapitals(text_) || (isRecognised() && hasNoDigit(text_) && shareOfCapitals(text_) >= kRecognisedCapitals);
}

bool TextLine::startsWith(std::string_view foldedPhrase) const {
    return folded_.starts_with(foldedPhrase) && (folded_.size() == foldedPhrase.size() || folded_[foldedPhrase.size()] == ' ');
}

std::string TextLine::textFrom(std::size_t first) const {
    std::string joined;
    for (std::size_t i = first; i < tokens_.size(); ++i) {
        joined += (joined.empty() ? "" : " ") + tokens_[i].text;
    }
    return joined;
}

Place TextLine::placeFrom(std::size_t first) const {
    auto joined = tokens_[std::min(first, tokens_.size() - 1)].place;
    for (std::size_t i = first; i < tokens_.size(); ++i) {
        joined = joined.joinedWith(tokens_[i].place);
    }
    return joined;
}

PageText::PageText(const std::vector<PageWord>& words, double pageWidth, double pageHeight)
    : pageWidth_(pageWidth > 0 ? pageWidth : 595), pageHeight_(pageHeight > 0 ? pageHeight : 842) {
    for (const auto& row : rowsOf(tokensOf(words))) {
        const auto& first = row.front().place;
        splitRow(row, first.page == 1 && first.y > pageHeight_ * (1 - kHeadPart), lines_);
    }
}

bool PageText::isInHead(const TextLine& line) const {
    return line.page() == 1 && line.place().y > pageHeight_ * (1 - kHeadPart);
}

}  // namespace congvu::incoming
