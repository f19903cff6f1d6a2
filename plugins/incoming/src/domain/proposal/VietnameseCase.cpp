// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/VietnameseCase.h"

#include "congvu/text/Text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace congvu::incoming {

namespace {

/// Decodes one code point of valid UTF-8 and moves on; stray bytes pass as themselves.
char32_t nextCodePoint(std::string_view& rest) {
    const auto first = static_cast<unsigned char>(rest.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length == 1 || length > rest.size()) {
        rest.remove_prefix(1);
        return first;
    }
    char32_t point = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        point = (point << 6) | (static_cast<unsigned char>(rest[i]) & 0x3FU);
    }
    rest.remove_prefix(length);
    return point;
}

void append(std::string& out, char32_t point) {
    const auto byte = [&out](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xC0 | (point >> 6));
        byte(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        byte(0xE0 | (point >> 12));
        byte(0x80 | ((point >> 6) & 0x3F));
        byte(0x80 | (point & 0x3F));
    } else {
        byte(0xF0 | (point >> 18));
        byte(0x80 | ((point >> 12) & 0x3F));
        byte(0x80 | ((point >> 6) & 0x3F));
        byte(0x80 | (point & 0x3F));
    }
}

/// Letters whose capital and small forms are neighbours: Ă Đ Ĩ Ũ, Ơ Ư, and the block Ạ…ỹ.
bool isPairedUpper(char32_t point) {
    static constexpr std::array<char32_t, 4> kEven{0x102, 0x110, 0x128, 0x168};
    return std::find(kEven.begin(), kEven.end(), point) != kEven.end() || point == 0x1A0 || point == 0x1AF ||
           (point >= 0x1EA0 && point <= 0x1EF8 && point % 2 == 0);
}

bool isUpper(char32_t point) {
    return (point >= 'A' && point <= 'Z') || (point >= 0xC0 && point <= 0xDD && point != 0xD7) || isPairedUpper(point);
}

char32_t toLower(char32_t point) {
    if (isPairedUpper(point)) {
        return point + 1;
    }
    return isUpper(point) ? point + 0x20 : point;
}

bool isLower(char32_t point) {
    return (point >= 'a' && point <= 'z') || (point >= 0xE0 && point <= 0xFD && point != 0xF7) ||
           (point > 0x100 && isPairedUpper(point - 1));
}

char32_t toUpper(char32_t point) {
    if (!isLower(point)) {
        return point;
    }
    return point > 0x100 ? point - 1 : point - 0x20;
}

std::vector<std::string> splitWords(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (c == ' ') {
            if (!word.empty()) {
                words.push_back(std::move(word));
            }
            word.clear();
        } else {
            word += c;
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view folded) {
    return std::find(list.begin(), list.end(), folded) != list.end();
}

bool isAcronym(std::string_view folded) {
    static constexpr std::array<std::string_view, 12> kAcronyms{"ubnd",  "hdnd",   "tw",   "tp",   "bhxh", "tand",
                                                                "vksnd", "ubmttq", "mttq", "vpcp", "tnhh", "thpt"};
    return contains(kAcronyms, folded);
}

/// A word of an agency's name between its neighbours.
struct NameStep {
    std::string folded;  ///< without a comma
    std::string lower;
    std::string before;  ///< folded
    std::string after;   ///< folded
};

/// After one of these every word is part of a place's name. "quản" folds like "quận", and "xã" also begins the word for social.
bool opensPlaceName(const NameStep& step) {
    static constexpr std::array<std::string_view, 6> kPlaces{"tinh", "huyen", "quan", "xa", "phuong", "khu"};
    const auto& folded = step.folded;
    if (folded == "tran" || folded == "pho" || folded == "khu") {  // thị trấn, thành phố, đặc khu
        return step.before == "thi" || step.before == "thanh" || step.before == "dac";
    }
    if (folded == "quan") {
        return step.lower == "quận" || step.lower == folded;
    }
    if (folded == "xa" && step.after == "hoi") {
        static constexpr std::array<std::string_view, 5> kBeforeSocial{"hiem", "va", "-", "hoa", "nha"};
        return !contains(kBeforeSocial, step.before);
    }
    return contains(kPlaces, folded);
}

/// The last word of the head of an agency's name; its field of work follows: Sở *Tài chính*, Văn phòng *Chính phủ*, Chi cục *Thuế*.
bool opensField(std::string_view folded, std::string_view before, std::size_t position) {
    static constexpr std::array<std::string_view, 9> kHeads{"so", "bo", "phong", "cuc", "ban", "vien", "truong", "doan", "tam"};
    constexpr std::size_t kLongestHead = 2;
    return position < kLongestHead && contains(kHeads, folded) && !(folded == "ban" && before == "uy");  // not uỷ ban
}

/// The second word of tỉnh uỷ, thành uỷ, huyện uỷ: small, and the place's name follows.
bool isPartyCommittee(std::string_view folded, std::string_view before) {
    static constexpr std::array<std::string_view, 4> kLevels{"tinh", "thanh", "huyen", "quan"};
    return folded == "uy" && contains(kLevels, before);
}

}  // namespace

std::string toLowerVietnamese(std::string_view utf8) {
    std::string lower;
    while (!utf8.empty()) {
        append(lower, toLower(nextCodePoint(utf8)));
    }
    return lower;
}

std::string toUpperVietnamese(std::string_view utf8) {
    std::string upper;
    while (!utf8.empty()) {
        append(upper, toUpper(nextCodePoint(utf8)));
    }
    return upper;
}

std::string withFirstUpper(std::string_view utf8) {
    std::string result;
    if (!utf8.empty()) {
        append(result, toUpper(nextCodePoint(utf8)));
    }
    return result.append(utf8);
}

bool isAllCapitals(std::string_view utf8) {
    bool hasUpper = false;
    while (!utf8.empty()) {
        const auto point = nextCodePoint(utf8);
        if (isLower(point)) {
            return false;
        }
        hasUpper = hasUpper || isUpper(point);
    }
    return hasUpper;
}

double shareOfCapitals(std::string_view utf8) {
    int letters = 0;
    int capitals = 0;
    while (!utf8.empty()) {
        const auto point = nextCodePoint(utf8);
        capitals += isUpper(point) ? 1 : 0;
        letters += isUpper(point) || isLower(point) ? 1 : 0;
    }
    return letters == 0 ? 0 : static_cast<double>(capitals) / letters;
}

bool isCapitalisedWord(std::string_view utf8) {
    if (utf8.empty() || !isUpper(nextCodePoint(utf8))) {
        return false;
    }
    while (!utf8.empty()) {
        if (!isLower(nextCodePoint(utf8))) {
            return false;
        }
    }
    return true;
}

std::string agencyNameInRunningText(std::string_view capitals) {
    std::string name;
    bool isInPlaceName = false;
    bool capitaliseNext = true;
    const auto words = splitWords(capitals);
    NameStep step;
    for (std::size_t position = 0; position < words.size(); ++position) {
        const auto& word = words[position];
        step.before = std::exchange(step.folded, text::fold(word));
        const bool endsWithComma = step.folded.ends_with(',');
        if (endsWithComma) {
            step.folded.pop_back();
        }
        step.lower = toLowerVietnamese(word);
        step.after = position + 1 < words.size() ? text::fold(words[position + 1]) : std::string{};
        const bool isJoin = step.folded == "va" || step.folded == "-";
        const bool opensPlace = opensPlaceName(step);
        const bool isCommittee = isPartyCommittee(step.folded, step.before);
        const bool isSmall = isJoin || opensPlace || isCommittee;
        isInPlaceName = isInPlaceName && !isSmall;
        const bool isUpperFirst = name.empty() || ((capitaliseNext || isInPlaceName) && !isSmall);
        name += (name.empty() ? "" : " ") + (isAcronym(step.folded) ? toUpperVietnamese(word)
                                             : isUpperFirst         ? withFirstUpper(step.lower)
                                                                    : step.lower);
        isInPlaceName = isInPlaceName || opensPlace || isCommittee;
        capitaliseNext = isJoin || endsWithComma || opensField(step.folded, step.before, position);
    }
    return name;
}

}  // namespace congvu::incoming
