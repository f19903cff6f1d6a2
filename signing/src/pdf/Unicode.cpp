// SPDX-License-Identifier: Apache-2.0
#include "pdf/Unicode.h"

namespace congvu::signing::pdf {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

int followersOf(unsigned char lead) {
    if (lead < 0x80)
        return 0;
    if (lead >= 0xC2 && lead < 0xE0)
        return 1;
    if (lead >= 0xE0 && lead < 0xF0)
        return 2;
    if (lead >= 0xF0 && lead < 0xF5)
        return 3;
    return -1;
}

bool isAllowed(char32_t codePoint, int followers) {
    constexpr char32_t kSmallest[] = {0, 0x80, 0x800, 0x10000};
    const bool surrogate = codePoint >= 0xD800 && codePoint < 0xE000;
    return codePoint >= kSmallest[followers] && codePoint <= 0x10FFFF && !surrogate;
}

char32_t decodeAt(std::string_view text, std::size_t& position) {
    const auto lead = static_cast<unsigned char>(text[position++]);
    const int followers = followersOf(lead);
    if (followers == 0)
        return lead;
    if (followers < 0 || position + static_cast<std::size_t>(followers) > text.size())
        return kReplacement;
    char32_t value = static_cast<char32_t>(lead & (0x3F >> followers));
    for (int index = 0; index < followers; ++index) {
        const auto byte = static_cast<unsigned char>(text[position + static_cast<std::size_t>(index)]);
        if ((byte & 0xC0) != 0x80)
            return kReplacement;
        value = (value << 6) | (byte & 0x3Fu);
    }
    if (!isAllowed(value, followers))
        return kReplacement;
    position += static_cast<std::size_t>(followers);
    return value;
}

void appendUnit(std::string& out, char32_t unit) {
    out += static_cast<char>((unit >> 8) & 0xFF);
    out += static_cast<char>(unit & 0xFF);
}

}  // namespace

std::vector<char32_t> codePointsOf(std::string_view utf8) {
    std::vector<char32_t> out;
    out.reserve(utf8.size());
    for (std::size_t position = 0; position < utf8.size();)
        out.push_back(decodeAt(utf8, position));
    return out;
}

void appendUtf8(std::string& out, char32_t codePoint) {
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((codePoint >> shift) & 0x3F)); };
    if (codePoint < 0x80) {
        out += static_cast<char>(codePoint);
    } else if (codePoint < 0x800) {
        out += static_cast<char>(0xC0 | (codePoint >> 6));
        tail(0);
    } else if (codePoint < 0x10000) {
        out += static_cast<char>(0xE0 | (codePoint >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | (codePoint >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::string validUtf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t position = 0; position < bytes.size();)
        appendUtf8(out, decodeAt(bytes, position));
    return out;
}

std::string utf16TextString(std::string_view utf8) {
    std::string out = "\xFE\xFF";
    for (std::size_t position = 0; position < utf8.size();) {
        const char32_t codePoint = decodeAt(utf8, position);
        if (codePoint < 0x10000) {
            appendUnit(out, codePoint);
        } else {
            appendUnit(out, 0xD800 + ((codePoint - 0x10000) >> 10));
            appendUnit(out, 0xDC00 + ((codePoint - 0x10000) & 0x3FF));
        }
    }
    return out;
}

std::string utf8OfUtf16(std::string_view bigEndian) {
    const auto unitAt = [&](std::size_t index) {
        return static_cast<char32_t>((static_cast<unsigned char>(bigEndian[index]) << 8) |
                                     static_cast<unsigned char>(bigEndian[index + 1]));
    };
    std::string out;
    for (std::size_t index = 0; index + 1 < bigEndian.size(); index += 2) {
        char32_t unit = unitAt(index);
        const bool high = unit >= 0xD800 && unit < 0xDC00;
        const bool paired = high && index + 3 < bigEndian.size() && (unitAt(index + 2) & 0xFC00) == 0xDC00;
        if (paired) {
            unit = 0x10000 + ((unit - 0xD800) << 10) + (unitAt(index + 2) - 0xDC00);
            index += 2;
        } else if (unit >= 0xD800 && unit < 0xE000) {
            unit = kReplacement;
        }
        appendUtf8(out, unit);
    }
    return out;
}

}  // namespace congvu::signing::pdf
