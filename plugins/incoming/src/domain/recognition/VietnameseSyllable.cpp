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

/// Characters above ASCII that a Vietnamese text has no use for. Old one-byte fonts show as many of them: "Céng hoµ x· héi chñ nghÜa".
int foreignCharactersIn(std::string_view word) {
    static constexpr std::string_view kVietnamese = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ…–—“”‘’•×‑‐";
    int foreign = 0;
    std::string character;
    for (const char c : toLowerVietnamese(word) + ' ') {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) != 0x80U) {
            const bool isForeign = character.size() > 1 && kVietnamese.find(character) == std::string_view::npos;
            foreign += isForeign ? 1 : 0;
            character.clear();
        }
        character += c;
    }
    return foreign;
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
    const auto folded = text::fold(word);
    const auto plain = lettersOf(folded);
    const auto count = static_cast<int>(plain.size());
    const int foreign = foreignCharactersIn(word);
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
