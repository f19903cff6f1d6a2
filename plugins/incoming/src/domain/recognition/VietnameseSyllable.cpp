// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/VietnameseSyllable.h"

#include "domain/proposal/VietnameseCase.h"

#include "congvu/text/Text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace congvu::incoming {

namespace {

constexpr double kMostOthers = 0.45;
constexpr double kMostForeignLetters = 0.03;

/// Longest first, so that the first that fits is the onset.
constexpr std::array<std::string_view, 26> kOnsets{"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c",
                                                   "d",   "g",  "h",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v", "x"};

constexpr std::array<std::string_view, 104> kRhymes{
    "a",   "ac",   "ach",  "ai",   "am",   "an",   "ang", "anh",  "ao",   "ap",  "at",  "au",   "ay",   "e",   "ec",   "ech", "em",  "en",
    "eng", "enh",  "eo",   "ep",   "et",   "eu",   "i",   "ia",   "ich",  "iec", "iem", "ien",  "ieng", "iep", "iet",  "ieu", "im",  "in",
    "inh", "ip",   "it",   "iu",   "o",    "oa",   "oac", "oach", "oai",  "oam", "oan", "oang", "oanh", "oao", "oap",  "oat", "oay", "oc",
    "oe",  "oen",  "oeo",  "oet",  "oi",   "om",   "on",  "ong",  "oong", "op",  "ot",  "u",    "ua",   "uan", "uang", "uat", "uay", "uc",
    "ue",  "uech", "uenh", "ui",   "um",   "un",   "ung", "uoc",  "uoi",  "uom", "uon", "uong", "uop",  "uot", "uou",  "up",  "ut",  "uu",
    "uy",  "uya",  "uych", "uyen", "uyet", "uynh", "uyp", "uyt",  "uyu",  "y",   "yem", "yen",  "yet",  "yeu"};

bool isRhyme(std::string_view letters) {
    return std::find(kRhymes.begin(), kRhymes.end(), letters) != kRhymes.end();
}

bool isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The letters of a folded word, without what stands around them and between them.
std::string lettersOf(std::string_view folded) {
    std::string letters;
    std::copy_if(folded.begin(), folded.end(), std::back_inserter(letters), isLatin);
    return letters;
}

int bytesAbove127(std::string_view folded) {
    return static_cast<int>(std::count_if(folded.begin(), folded.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

/// "…", "–", quotation marks and the like, which honest text has.
std::string withoutTypography(std::string_view folded) {
    std::string plain{folded};
    for (const std::string_view sign : {"…", "–", "—", "“", "”", "‘", "’", "•", "´", "×", "°", "€", "§", "«", "»", "·"}) {
        for (auto at = plain.find(sign); at != std::string::npos; at = plain.find(sign)) {
            plain.erase(at, sign.size());
        }
    }
    return plain;
}

}  // namespace

bool isVietnameseSyllable(std::string_view folded) {
    if (isRhyme(folded)) {
        return true;
    }
    // "gin" is g + in as well as gi + n: every onset that fits is tried.
    return std::any_of(kOnsets.begin(), kOnsets.end(),
                       [&](std::string_view onset) { return folded.starts_with(onset) && isRhyme(folded.substr(onset.size())); }) ||
           folded == "gi" || folded == "qu";
}

void TextLook::add(std::string_view word) {
    const auto folded = withoutTypography(text::fold(word));
    const auto plain = lettersOf(folded);
    const auto count = static_cast<int>(plain.size());
    const int foreign = bytesAbove127(folded);
    letters += count + foreign;
    foreignLetters += foreign;
    const bool hasDigits = std::any_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool isAbbreviation = hasDigits || (count > 1 && isAllCapitals(word) && !isVietnameseSyllable(plain));
    if (count == 0 || foreign > 0) {
        others += foreign > 0 ? 1 : 0;
    } else if (isVietnameseSyllable(plain)) {
        ++syllables;
        plausibleLetters += count;
    } else if (isAbbreviation) {
        plausibleLetters += count;
    } else {
        ++others;
    }
}

bool TextLook::isReadable() const {
    return others <= (syllables + others) * kMostOthers && foreignLetters <= letters * kMostForeignLetters;
}

}  // namespace congvu::incoming
