// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/PageWord.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// A word with its folded form ("Số:" → "so:"), by which it is recognised.
struct Token {
    std::string text;
    std::string folded;
    Place place;
    double confidence = kOwnText;

    /// True for a word that was recognised in a picture.
    [[nodiscard]] bool isRecognised() const { return confidence < kOwnText; }
};

/// Words that stand side by side with ordinary gaps. The head of an official document has two columns, so one printed line may be two
/// of these.
class TextLine {
public:
    explicit TextLine(std::vector<Token> tokens);

    [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
    [[nodiscard]] const std::string& text() const { return text_; }      ///< words with single blanks
    [[nodiscard]] const std::string& folded() const { return folded_; }  ///< folded words with single blanks
    [[nodiscard]] const Place& place() const { return place_; }
    [[nodiscard]] int page() const { return place_.page; }
    /// True when every letter is a capital and there is at least one letter. Recognition takes some capitals for small letters of the same
    /// shape ("SỞ NỘI Vụ"), so a recognised line may have a few small ones.
    [[nodiscard]] bool isCapitals() const { return isCapitals_; }
    /// That of its least certain word.
    [[nodiscard]] double confidence() const { return confidence_; }
    [[nodiscard]] bool isRecognised() const { return confidence_ < kOwnText; }
    /// True when the folded text begins with the folded phrase, at a word's end.
    [[nodiscard]] bool startsWith(std::string_view foldedPhrase) const;
    /// The words from `first` on as a text, and where they stand.
    [[nodiscard]] std::string textFrom(std::size_t first) const;
    [[nodiscard]] Place placeFrom(std::size_t first) const;

private:
    std::vector<Token> tokens_;
    std::string text_;
    std::string folded_;
    Place place_;
    double confidence_ = kOwnText;
    bool isCapitals_ = false;
};

/// The words of a document as lines, page by page, from top to bottom and from left to right.
class PageText {
public:
    /// `pageWidth` and `pageHeight` are those of page 1, in points.
    PageText(const std::vector<PageWord>& words, double pageWidth, double pageHeight);

    [[nodiscard]] const std::vector<TextLine>& lines() const { return lines_; }
    [[nodiscard]] double pageWidth() const { return pageWidth_; }
    [[nodiscard]] double pageHeight() const { return pageHeight_; }
    /// True for lines of page 1 above the middle: where Decree 30/2020 puts everything before the content.
    [[nodiscard]] bool isInHead(const TextLine& line) const;
    [[nodiscard]] bool isInLeftColumn(const TextLine& line) const { return line.place().centre() < pageWidth_ * 0.47; }
    [[nodiscard]] bool isInRightColumn(const TextLine& line) const { return line.place().centre() > pageWidth_ * 0.5; }

private:
    std::vector<TextLine> lines_;
    double pageWidth_;
    double pageHeight_;
};

}  // namespace congvu::incoming
