// SPDX-License-Identifier: Apache-2.0
#include "domain/PageCheck.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

namespace congvu::outgoing {

namespace {

constexpr double kPointsPerMm = 72 / 25.4;
constexpr PageSize kA4{210 * kPointsPerMm, 297 * kPointsPerMm};
constexpr double kPaperTolerance = 3;       // points
constexpr double kMarginToleranceMm = 1.5;  // a word's box is not its ink
constexpr double kHeaderZone = 72;          // points from the upper edge, where the page number stands
constexpr double kNearMiddle = 40;
/// Fonts of the metrics of Times New Roman; servers without it put Liberation Serif in its place.
constexpr std::array<std::string_view, 6> kTimesKinds{"times", "liberationserif", "tinos", "termes", "nimbusroman", "freeserif"};
/// Bullets and signs, which are no text.
constexpr std::array<std::string_view, 4> kSignFonts{"symbol", "wingdings", "webdings", "dingbats"};

struct MarginRule {
    std::string_view code;
    double least;
    double most;
};
constexpr MarginRule kLeftRule{"margin-left", 30, 35};
constexpr MarginRule kRightRule{"margin-right", 15, 20};
constexpr MarginRule kTopRule{"margin-top", 20, 25};
constexpr MarginRule kBottomRule{"margin-bottom", 20, 25};

bool isNear(double measure, double wanted) {
    return std::abs(measure - wanted) <= kPaperTolerance;
}

bool isA4(const PageSize& page) {
    // Landscape is allowed where the text has wide tables (App. I, I.1).
    return (isNear(page.width, kA4.width) && isNear(page.height, kA4.height)) ||
           (isNear(page.width, kA4.height) && isNear(page.height, kA4.width));
}

bool isPageNumber(const pdf::Word& word, const PageSize& page) {
    const bool isNumber = std::ranges::all_of(word.text, [](unsigned char letter) { return std::isdigit(letter) != 0; });
    const double middle = word.x + word.width / 2;
    return isNumber && word.y > page.height - kHeaderZone && std::abs(middle - page.width / 2) < kNearMiddle;
}

/// The smallest distance of any word to each edge, points.
struct Margins {
    double left = std::numeric_limits<double>::max();
    double right = left;
    double top = left;
    double bottom = left;
    bool isMeasured = false;

    void take(const pdf::Word& word, const PageSize& page) {
        left = std::min(left, word.x);
        right = std::min(right, page.width - word.x - word.width);
        top = std::min(top, page.height - word.y - word.height);
        bottom = std::min(bottom, word.y);
        isMeasured = true;
    }
};

Margins marginsOf(const std::vector<PageSize>& pages, const std::vector<pdf::Word>& words) {
    Margins margins;
    for (const auto& word : words) {
        const auto index = static_cast<std::size_t>(word.page - 1);
        if (index < pages.size() && pages[index].width < pages[index].height && !isPageNumber(word, pages[index])) {
            margins.take(word, pages[index]);
        }
    }
    return margins;
}

enum class UpperBound { counts, isOpen };

std::optional<OwnFileFinding> marginFinding(const MarginRule& rule, double points, UpperBound upper) {
    const double millimetres = points / kPointsPerMm;
    const bool isTooNarrow = millimetres < rule.least - kMarginToleranceMm;
    const bool isTooWide = upper == UpperBound::counts && millimetres > rule.most + kMarginToleranceMm;
    if (!isTooNarrow && !isTooWide) {
        return std::nullopt;
    }
    return OwnFileFinding{std::string{rule.code}, std::to_string(std::lround(millimetres)), 0};
}

void checkMargins(const std::vector<PageSize>& pages, const std::vector<pdf::Word>& words, std::vector<OwnFileFinding>& findings) {
    const auto margins = marginsOf(pages, words);
    if (!margins.isMeasured) {
        return;
    }
    // A single page ends where its text ends, and so do short lines.
    const auto lower = pages.size() > 1 ? UpperBound::counts : UpperBound::isOpen;
    for (auto finding :
         {marginFinding(kLeftRule, margins.left, UpperBound::counts), marginFinding(kRightRule, margins.right, UpperBound::counts),
          marginFinding(kTopRule, margins.top, UpperBound::counts), marginFinding(kBottomRule, margins.bottom, lower)}) {
        if (finding) {
            findings.push_back(std::move(*finding));
        }
    }
}

/// "BAAAAA+Times New Roman,Bold" → "timesnewromanbold".
std::string familyOf(const std::string& fontName) {
    const auto plus = fontName.find('+');
    std::string family;
    for (const char letter : std::string_view{fontName}.substr(plus == std::string::npos ? 0 : plus + 1)) {
        if (std::isalnum(static_cast<unsigned char>(letter)) != 0) {
            family += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        }
    }
    return family;
}

template <std::size_t count>
bool isOneOf(const std::string& family, const std::array<std::string_view, count>& names) {
    return std::ranges::any_of(names, [&](std::string_view name) { return family.find(name) != std::string::npos; });
}

void addOnce(std::vector<OwnFileFinding>& findings, OwnFileFinding finding) {
    const auto isSame = [&](const OwnFileFinding& other) { return other.code == finding.code && other.value == finding.value; };
    if (std::ranges::none_of(findings, isSame)) {
        findings.push_back(std::move(finding));
    }
}

void checkFonts(const std::vector<PdfFont>& fonts, std::vector<OwnFileFinding>& findings) {
    for (const auto& font : fonts) {
        const auto plus = font.name.find('+');
        const auto shown = font.name.substr(plus == std::string::npos ? 0 : plus + 1);
        const auto family = familyOf(font.name);
        if (!font.isEmbedded) {
            addOnce(findings, {"font-not-embedded", shown, 0});
        }
        if (isOneOf(family, kSignFonts)) {
            continue;
        }
        if (!font.hasUnicode) {
            addOnce(findings, {"font-no-unicode", shown, 0});
        }
        if (!isOneOf(family, kTimesKinds)) {
            addOnce(findings, {"font-family", shown, 0});
        }
    }
}

}  // namespace

std::vector<OwnFileFinding> checkPages(const std::vector<PageSize>& pages, const std::vector<pdf::Word>& words,
                                       const std::vector<PdfFont>& fonts) {
    std::vector<OwnFileFinding> findings;
    for (std::size_t index = 0; index < pages.size(); ++index) {
        if (!isA4(pages[index])) {
            const auto width = std::lround(pages[index].width / kPointsPerMm);
            const auto height = std::lround(pages[index].height / kPointsPerMm);
            addOnce(findings, {"not-a4", std::to_string(width) + " × " + std::to_string(height), static_cast<std::int64_t>(index) + 1});
        }
    }
    checkMargins(pages, words, findings);
    checkFonts(fonts, findings);
    return findings;
}

}  // namespace congvu::outgoing
