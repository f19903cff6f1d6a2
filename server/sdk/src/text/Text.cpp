// SPDX-License-Identifier: Apache-2.0
#include "congvu/text/Text.h"

#include <unicode/bytestream.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <vector>

namespace congvu::text {

namespace {

void check(UErrorCode status, const char* what) {
    if (U_FAILURE(status)) {
        throw std::runtime_error(std::string{what} + ": " + u_errorName(status));
    }
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

icu::StringPiece pieceOf(std::string_view text) {
    return {text.data(), static_cast<int32_t>(text.size())};
}

/// NFC of the text; bytes that are not UTF-8 become U+FFFD.
icu::UnicodeString composed(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
    check(status, "ICU has no NFC data");
    auto text = normalizer->normalize(icu::UnicodeString::fromUTF8(pieceOf(utf8)), status);
    check(status, "NFC");
    return text;
}

icu::UnicodeString decomposed(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFDInstance(status);
    check(status, "ICU has no NFD data");
    auto result = normalizer->normalize(text, status);
    check(status, "NFD");
    return result;
}

/// Removes marks, replaces đ and folds white space; NFD keeps đ whole, because its stroke is no combining mark.
icu::UnicodeString withoutMarks(const icu::UnicodeString& text) {
    icu::UnicodeString out;
    bool wantsBlank = false;
    for (int32_t index = 0; index < text.length(); index = text.moveIndex32(index, 1)) {
        const UChar32 letter = text.char32At(index);
        if (u_isUWhiteSpace(letter) || u_iscntrl(letter)) {
            wantsBlank = !out.isEmpty();
            continue;
        }
        if (u_charType(letter) == U_NON_SPACING_MARK || u_charType(letter) == U_FORMAT_CHAR) {
            continue;
        }
        if (wantsBlank) {
            out.append(static_cast<UChar32>(' '));
            wantsBlank = false;
        }
        out.append(letter == 0x111 || letter == 0x110 ? static_cast<UChar32>('d') : u_tolower(letter));
    }
    return out;
}

bool isAsciiOnly(const icu::UnicodeString& text) {
    for (int32_t index = 0; index < text.length(); ++index) {
        if (text.charAt(index) >= 0x80) {
            return false;
        }
    }
    return true;
}

/// Other Latin letters (æ, ø, ß, ł …). Slow, so it runs only on the rare text that still needs it.
void latinToAscii(icu::UnicodeString& text) {
    static std::mutex mutex;
    static const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made{icu::Transliterator::createInstance("Latin-ASCII; Lower", UTRANS_FORWARD, status)};
        check(status, "ICU has no Latin-ASCII data");
        return made;
    }();
    const std::lock_guard lock{mutex};
    transliterator->transliterate(text);
}

std::string foldByRules(std::string_view utf8) {
    auto text = withoutMarks(decomposed(icu::UnicodeString::fromUTF8(pieceOf(utf8))));
    if (!isAsciiOnly(text)) {
        latinToAscii(text);
    }
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// What the rules make of each Latin letter, mark and sign, asked once: none of these depends on its neighbours, and the rules take
/// longer than writing the row that the text stands in.
class LatinFolds {
public:
    static const LatinFolds& all() {
        static const LatinFolds folds;
        return folds;
    }

    /// False when the text holds something else, or no UTF-8.
    [[nodiscard]] bool fold(std::string_view utf8, std::string& out) const {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
        const auto size = static_cast<std::int64_t>(utf8.size());
        out.reserve(utf8.size());
        bool wantsBlank = false;
        for (std::int64_t index = 0; index < size;) {
            UChar32 letter = 0;
            U8_NEXT(bytes, index, size, letter);
            const auto* folded = find(letter);
            if (folded == nullptr) {
                return false;
            }
            if (folded->isBlank) {
                wantsBlank = !out.empty();
            } else if (!folded->text.empty()) {
                out.append(wantsBlank ? " " : "").append(folded->text);
                wantsBlank = false;
            }
        }
        return true;
    }

private:
    struct Folded {
        bool isBlank = false;
        std::string text;  ///< empty for marks, which are dropped
    };
    struct Block {
        UChar32 first;
        UChar32 end;
        std::vector<Folded> folds;
    };

    LatinFolds() {
        for (auto& block : blocks_) {
            for (auto letter = block.first; letter < block.end; ++letter) {
                block.folds.push_back(foldOf(letter));
            }
        }
    }

    static Folded foldOf(UChar32 letter) {
        std::string alone;
        icu::UnicodeString{letter}.toUTF8String(alone);
        return {foldByRules("a" + alone + "a") == "a a", foldByRules(alone)};
    }

    [[nodiscard]] const Folded* find(UChar32 letter) const {
        for (const auto& block : blocks_) {
            if (letter >= block.first && letter < block.end) {
                return &block.folds[static_cast<std::size_t>(letter - block.first)];
            }
        }
        return nullptr;
    }

    /// Latin to combining marks; Latin Extended Additional (Vietnamese); General Punctuation.
    std::array<Block, 3> blocks_{Block{0, 0x370, {}}, Block{0x1E00, 0x1F00, {}}, Block{0x2000, 0x2070, {}}};
};

const icu::Collator& vietnameseCollator() {
    // One per thread: ICU promises thread safety only for separate collator objects.
    thread_local const std::unique_ptr<icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made{icu::Collator::createInstance(icu::Locale{"vi"}, status)};
        check(status, "ICU has no Vietnamese collation");
        return made;
    }();
    return *collator;
}

std::string toHex(const std::string& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        hex.push_back(digits[value >> 4U]);
        hex.push_back(digits[value & 15U]);
    }
    return hex;
}

icu::UnicodeString firstLetter(const icu::UnicodeString& word) {
    return icu::UnicodeString{word.char32At(0)}.toUpper(icu::Locale{"vi"});
}

}  // namespace

std::string normalize(std::string_view utf8) {
    if (isAscii(utf8)) {
        return std::string{utf8};
    }
    std::string out;
    composed(utf8).toUTF8String(out);
    return out;
}

std::string fold(std::string_view utf8) {
    std::string out;
    return LatinFolds::all().fold(utf8, out) ? out : foldByRules(utf8);
}

std::string sortKey(std::string_view utf8) {
    const auto text = composed(utf8);
    const auto& collator = vietnameseCollator();
    std::string key(static_cast<std::size_t>(text.length()) * 4 + 16, '\0');
    const auto fill = [&] {
        return collator.getSortKey(text, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<int32_t>(key.size()));
    };
    auto needed = fill();
    if (needed > static_cast<int32_t>(key.size())) {
        key.resize(static_cast<std::size_t>(needed));
        needed = fill();
    }
    key.resize(needed > 0 ? static_cast<std::size_t>(needed) - 1 : 0);  // without the closing zero byte
    return toHex(key);
}

std::size_t length(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

bool isClean(std::string_view utf8) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto size = static_cast<std::int64_t>(utf8.size());
    for (std::int64_t index = 0; index < size;) {
        UChar32 letter = 0;
        U8_NEXT(bytes, index, size, letter);
        const bool isControl = letter < 0x20 || (letter >= 0x7F && letter < 0xA0);
        if (letter < 0 || (isControl && letter != '\t' && letter != '\n')) {
            return false;
        }
    }
    return true;
}

std::string initials(std::string_view personName) {
    icu::UnicodeString name = composed(personName);
    name.trim();
    if (name.isEmpty()) {
        return {};
    }
    icu::UnicodeString letters = firstLetter(name);
    const auto lastBlank = name.lastIndexOf(static_cast<UChar32>(' '));
    if (lastBlank >= 0) {
        letters += firstLetter(name.tempSubString(lastBlank + 1));
    }
    std::string out;
    letters.toUTF8String(out);
    return out;
}

}  // namespace congvu::text
