// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/PageText.h"

#include <string>
#include <vector>

namespace congvu::incoming::testing {

/// Puts lines of words onto an A4 page the way a letter is laid out, for tests of the readers. Letters are half as wide as they are high.
class PageBuilder {
public:
    static constexpr double kWidth = 595;
    static constexpr double kHeight = 842;
    static constexpr double kLeftColumn = 165;
    static constexpr double kRightColumn = 415;
    static constexpr double kMiddle = kWidth / 2;

    /// A line whose middle is at `centre`; `down` points from the top of the page.
    PageBuilder& centred(const std::string& text, double centre, double down, double size = 13) {
        return at(text, centre - widthOf(text, size) / 2, down, size);
    }
    /// A line that begins at `x`.
    PageBuilder& at(const std::string& text, double x, double down, double size = 13) {
        for (const auto& word : wordsOf(text)) {
            const double width = static_cast<double>(letters(word)) * size * kLetterWidth;
            words_.push_back({word, {page_, x, kHeight - down - size, width, size}, confidence_});
            x += width + size * kBlankWidth;
        }
        return *this;
    }
    /// What follows was recognised in a picture, so surely.
    PageBuilder& recognised(double confidence) {
        confidence_ = confidence;
        return *this;
    }
    PageBuilder& nextPage() {
        ++page_;
        return *this;
    }
    /// The head of every document of the State: two columns, number and date.
    PageBuilder& head(const std::string& superior, const std::string& issuer, const std::string& number, const std::string& placeAndDate) {
        centred(superior, kLeftColumn, 60).centred(issuer, kLeftColumn, 76);
        centred("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", kRightColumn, 60).centred("Độc lập - Tự do - Hạnh phúc", kRightColumn, 76);
        return centred(number, kLeftColumn, 100).centred(placeAndDate, kRightColumn, 100);
    }
    [[nodiscard]] const std::vector<PageWord>& words() const { return words_; }
    [[nodiscard]] PageText text() const { return PageText{words_, kWidth, kHeight}; }

private:
    static constexpr double kLetterWidth = 0.5;
    static constexpr double kBlankWidth = 0.25;

    static std::size_t letters(const std::string& word) {
        std::size_t count = 0;
        for (const char c : word) {
            count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
        }
        return count;
    }
    static std::vector<std::string> wordsOf(const std::string& text) {
        std::vector<std::string> words;
        std::string word;
        for (const char c : text + ' ') {
            if (c != ' ') {
                word += c;
            } else if (!word.empty()) {
                words.push_back(word);
                word.clear();
            }
        }
        return words;
    }
    static double widthOf(const std::string& text, double size) {
        double width = -size * kBlankWidth;
        for (const auto& word : wordsOf(text)) {
            width += static_cast<double>(letters(word)) * size * kLetterWidth + size * kBlankWidth;
        }
        return width;
    }

    std::vector<PageWord> words_;
    double confidence_ = kOwnText;
    int page_ = 1;
};

}  // namespace congvu::incoming::testing
