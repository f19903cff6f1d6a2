// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "TypeDocument.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace congvu::templates::testing {

/// One type of document, small and large, as it stands in the finished PDF.
class TypeMeasures : public ::testing::TestWithParam<DocumentType> {
protected:
    static constexpr double kMm = 72 / 25.4;
    static constexpr double kHalfMm = 0.5 * kMm;
    static constexpr double kPt = 0.5;
    static constexpr double kPageHeight = 297 * kMm;
    static constexpr double kLeft = 30 * kMm;
    static constexpr double kRight = (210 - 15) * kMm;
    static constexpr double kTextCentre = (30 + 165 / 2.0) * kMm;
    // The two columns of the letterhead are 68 and 97 mm wide, those of the closing 76 and 85 mm.
    static constexpr double kIssuerCentre = (30 + 68 / 2.0) * kMm;
    static constexpr double kNationCentre = (195 - 97 / 2.0) * kMm;
    static constexpr double kSignerCentre = (195 - 85 / 2.0) * kMm;
    static constexpr double kSecondSignerCentre = (30 + 76 / 2.0) * kMm;
    // Of Liberation Serif, as parts of the font size.
    static constexpr double kAscent = 0.891;
    static constexpr double kDescent = 0.216;

    /// Laid out once for each type and size.
    static const TypeDocument& document(DocumentSize size) {
        static std::map<std::pair<std::string, DocumentSize>, TypeDocument> laidOut;
        const auto key = std::pair(std::string(GetParam().id), size);
        const auto found = laidOut.find(key);
        return found != laidOut.end() ? found->second : laidOut.emplace(key, TypeDocument(GetParam(), size)).first->second;
    }
    const TypeDocument& small = document(DocumentSize::small);
    const TypeDocument& large = document(DocumentSize::large);

    bool hasHeading() const { return *GetParam().heading != '\0'; }

    static void expectStyle(const TextSpan& span, double leastSize, double greatestSize, const std::string& style) {
        EXPECT_GE(span.size, leastSize - kPt) << span.text;
        EXPECT_LE(span.size, greatestSize + kPt) << span.text;
        EXPECT_EQ(span.isBold(), style.find("bold") != std::string::npos) << span.text << " " << span.font;
        EXPECT_EQ(span.isItalic(), style.find("italic") != std::string::npos) << span.text << " " << span.font;
    }
    static void expectCentred(const TextSpan& span, double centre) { EXPECT_NEAR(span.centre(), centre, kHalfMm) << span.text; }

    /// The line below a text, by its length as a part of the longest line's of that text.
    static void expectLineBelow(const TypeDocument& read, const TextSpan& text, const TextSpan& longest, double least, double greatest) {
        const double length = longest.right - longest.left;
        const auto& lines = read.firstPageStrokes();
        const bool found = std::any_of(lines.begin(), lines.end(), [&](const Stroke& line) {
            return line.height() < 0.01 && line.top > text.baseline && line.top < text.baseline + 0.7 * text.size &&
                   std::abs((line.left + line.right) / 2 - text.centre()) < kHalfMm && line.width() >= least * length - kHalfMm &&
                   line.width() <= greatest * length + kHalfMm;
        });
        EXPECT_TRUE(found) << "no line below " << text.text;
    }
};

}  // namespace congvu::templates::testing
