// SPDX-License-Identifier: Apache-2.0
#include "pdf/PasswordText.h"

#include <unicode/usprep.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>

#include "pdf/Unicode.h"

namespace congvu::signing::pdf {
namespace {

constexpr std::size_t kLongestLegacy = 32;
constexpr std::size_t kLongestUnicode = 127;

/// ISO 32000-2, D.3: codes 0x18 to 0x1F and 0x80 to 0xA0; 0 where there is no character.
constexpr std::array<char16_t, 8> kAccents{0x02D8, 0x02C7, 0x02C6, 0x02D9, 0x02DD, 0x02DB, 0x02DA, 0x02DC};
constexpr std::array<char16_t, 33> kSymbols{0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A, 0x2212,
                                            0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141,
                                            0x0152, 0x0160, 0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161, 0x017E, 0,      0x20AC};

std::optional<char> documentCode(char32_t codePoint) {
    const bool isOwnCode = codePoint < 0x18 || (codePoint >= 0x20 && codePoint < 0x7F) || (codePoint > 0xA0 && codePoint <= 0xFF);
    if (isOwnCode && codePoint != 0xAD) {
        return static_cast<char>(codePoint);
    }
    const auto accent = std::find(kAccents.begin(), kAccents.end(), codePoint);
    if (accent != kAccents.end()) {
        return static_cast<char>(0x18 + (accent - kAccents.begin()));
    }
    const auto symbol = std::find(kSymbols.begin(), kSymbols.end(), codePoint);
    if (symbol != kSymbols.end() && *symbol != 0) {
        return static_cast<char>(0x80 + (symbol - kSymbols.begin()));
    }
    return std::nullopt;
}

/// Nothing when the password has a character that PDFDocEncoding lacks.
std::optional<SecretText> documentEncoded(std::string_view utf8) {
    std::vector<char32_t> codePoints = codePointsOf(utf8);
    SecretText encoded(codePoints.size());
    bool good = true;
    for (std::size_t index = 0; index < codePoints.size(); ++index) {
        const auto code = documentCode(codePoints[index]);
        good = good && code.has_value();
        encoded.data()[index] = code.value_or('?');
    }
    wipe(codePoints.data(), codePoints.size() * sizeof(char32_t));
    if (!good) {
        return std::nullopt;
    }
    return encoded;
}

/// RFC 4013; nothing when the profile forbids the text.
std::optional<SecretText> saslPrepared(std::string_view utf8) {
    UErrorCode state = U_ZERO_ERROR;
    const std::unique_ptr<UStringPrepProfile, decltype(&usprep_close)> profile(usprep_openByType(USPREP_RFC4013_SASLPREP, &state),
                                                                               usprep_close);
    std::array<UChar, 512> source{};
    std::array<UChar, 1024> prepared{};
    std::array<char, 4096> text{};
    std::int32_t size = 0;
    u_strFromUTF8(source.data(), static_cast<std::int32_t>(source.size()), &size, utf8.data(), static_cast<std::int32_t>(utf8.size()),
                  &state);
    size = U_FAILURE(state) ? 0
                            : usprep_prepare(profile.get(), source.data(), size, prepared.data(),
                                             static_cast<std::int32_t>(prepared.size()), USPREP_ALLOW_UNASSIGNED, nullptr, &state);
    std::int32_t length = 0;
    u_strToUTF8(text.data(), static_cast<std::int32_t>(text.size()), &length, prepared.data(), size, &state);
    std::optional<SecretText> out;
    if (U_SUCCESS(state)) {
        out.emplace(std::string_view(text.data(), static_cast<std::size_t>(length)));
    }
    wipe(source.data(), sizeof source);
    wipe(prepared.data(), sizeof prepared);
    wipe(text.data(), sizeof text);
    return out;
}

}  // namespace

std::vector<SecretText> passwordBytes(std::string_view utf8, int revision) {
    constexpr std::size_t kLongestGiven = 512;
    utf8 = utf8.substr(0, kLongestGiven);
    const std::size_t longest = revision >= 5 ? kLongestUnicode : kLongestLegacy;
    std::vector<SecretText> out;
    const auto add = [&](std::string_view bytes) {
        const std::string_view counted = bytes.substr(0, longest);
        if (std::none_of(out.begin(), out.end(), [&](const SecretText& known) { return known.view() == counted; })) {
            out.emplace_back(counted);
        }
    };
    if (const auto standard = revision >= 5 ? saslPrepared(utf8) : documentEncoded(utf8)) {
        add(standard->view());
    }
    add(utf8);
    return out;
}

}  // namespace congvu::signing::pdf
