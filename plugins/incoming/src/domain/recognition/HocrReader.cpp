// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/HocrReader.h"

#include "congvu/text/Text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <string>
#include <utility>

namespace congvu::incoming {

namespace {

/// A letter size outside these parts of the line's box is a misjudgement of a line with few letters.
constexpr double kSmallestLetters = 0.6;
constexpr double kLargestLetters = 1.8;

/// The value of an attribute in single or double quotes; empty when it is missing.
std::string_view hocrAttribute(std::string_view tag, std::string_view name) {
    auto at = tag.find(name);
    while (at != std::string_view::npos) {
        const auto equals = at + name.size();
        const bool isWhole = at > 0 && tag[at - 1] == ' ' && equals + 1 < tag.size() && tag[equals] == '=';
        if (isWhole) {
            const char quote = tag[equals + 1];
            const auto end = tag.find(quote, equals + 2);
            return end == std::string_view::npos ? std::string_view{} : tag.substr(equals + 2, end - equals - 2);
        }
        at = tag.find(name, at + 1);
    }
    return {};
}

/// Up to N numbers of the property "name 1 2.5 …;" in a title.
template <std::size_t N>
std::array<double, N> numbersOf(std::string_view title, std::string_view name, const std::array<double, N>& missing) {
    auto at = title.find(name);
    while (at != std::string_view::npos && at > 0 && title[at - 1] != ' ' && title[at - 1] != ';') {
        at = title.find(name, at + 1);
    }
    if (at == std::string_view::npos) {
        return missing;
    }
    auto rest = title.substr(at + name.size());
    rest = rest.substr(0, rest.find(';'));
    auto found = missing;
    for (auto& number : found) {
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        if (error != std::errc{}) {
            return missing;
        }
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    }
    return found;
}

std::string withoutReferences(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 6> references{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&apos;", '\''}}};
    std::string plain;
    while (!text.empty()) {
        const auto found = std::find_if(references.begin(), references.end(), [&](const auto& one) { return text.starts_with(one.first); });
        plain += found == references.end() ? text.front() : found->second;
        text.remove_prefix(found == references.end() ? 1 : found->first.size());
    }
    return plain;
}

/// A box in pixels, counted from the top.
struct PixelBox {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

PixelBox boxOf(std::string_view title) {
    const auto [left, top, right, bottom] = numbersOf<4>(title, "bbox", {0, 0, 0, 0});
    return {left, top, right, bottom};
}

/// The line that words stand on.
struct BaseLine {
    PixelBox box;
    double slope = 0;
    double offset = 0;      ///< of the base line at the box's left edge, from its lower edge
    double size = 0;        ///< from the lowest to the highest letter
    double descenders = 0;  ///< below the base line
};

BaseLine baseLineOf(std::string_view title) {
    BaseLine line;
    line.box = boxOf(title);
    const double height = line.box.bottom - line.box.top;
    const auto [slope, offset] = numbersOf<2>(title, "baseline", {0, 0});
    line.slope = slope;
    line.offset = offset;
    line.size = numbersOf<1>(title, "x_size", {height})[0];
    line.descenders = numbersOf<1>(title, "x_descenders", {0})[0];
    if (line.size < height * kSmallestLetters || line.size > height * kLargestLetters) {
        line.size = height;
        line.descenders = -line.offset;
    }
    return line;
}

/// Goes over the elements and keeps their words.
class HocrWords {
public:
    explicit HocrWords(const PictureOnPage& picture) : picture_(picture) {}

    void onTag(std::string_view tag, std::string_view textAfter) {
        const auto kind = hocrAttribute(tag, "class");
        const auto title = hocrAttribute(tag, "title");
        static constexpr std::array<std::string_view, 4> kLines{"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"};
        if (std::find(kLines.begin(), kLines.end(), kind) != kLines.end()) {
            line_ = baseLineOf(title);
        } else if (kind == "ocrx_word") {
            isInWord_ = true;
            text_.clear();
            box_ = boxOf(title);
            confidence_ = numbersOf<1>(title, "x_wconf", {0})[0] / 100;
        }
        if (isInWord_) {
            text_ += textAfter;
            if (tag == "/span") {
                finishWord();
            }
        }
    }

    std::vector<PageWord> take() { return std::move(words_); }

private:
    void finishWord() {
        isInWord_ = false;
        const auto end = text_.find_last_not_of(" \n\r\t");
        auto plain = withoutReferences(std::string_view{text_}.substr(0, end == std::string::npos ? 0 : end + 1));
        if (plain.empty() || !text::isClean(plain) || words_.size() == kMostRecognisedWords || box_.right <= box_.left) {
            return;
        }
        const double middle = (box_.left + box_.right) / 2;
        const double bottom = line_.box.bottom + line_.offset + line_.slope * (middle - line_.box.left) + line_.descenders;
        const double scale = 1 / picture_.pixelsPerPoint;
        const Place place{picture_.page, box_.left * scale, picture_.pageHeight - bottom * scale, (box_.right - box_.left) * scale,
                          line_.size * scale};
        words_.push_back({text::normalize(plain), place, std::clamp(confidence_, 0.0, kMostCertainRecognition)});
    }

    const PictureOnPage& picture_;
    std::vector<PageWord> words_;
    BaseLine line_;
    PixelBox box_;
    std::string text_;
    double confidence_ = 0;
    bool isInWord_ = false;
};

}  // namespace

std::vector<PageWord> readHocr(std::string_view xhtml, const PictureOnPage& picture) {
    HocrWords words{picture};
    auto open = xhtml.find('<');
    while (open != std::string_view::npos) {
        const auto close = xhtml.find('>', open);
        if (close == std::string_view::npos) {
            break;
        }
        const auto next = xhtml.find('<', close);
        words.onTag(xhtml.substr(open + 1, close - open - 1),
                    xhtml.substr(close + 1, next == std::string_view::npos ? 0 : next - close - 1));
        open = next;
    }
    return words.take();
}

}  // namespace congvu::incoming
