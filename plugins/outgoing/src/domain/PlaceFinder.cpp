// SPDX-License-Identifier: Apache-2.0
#include "domain/PlaceFinder.h"

#include "congvu/text/Text.h"
#include "domain/ReservedNames.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace congvu::outgoing {

namespace {

using pdf::Word;

constexpr double kMmInPoints = 72 / 25.4;
constexpr double kHeadPart = 0.6;  ///< number and date stand in the upper part of page 1
constexpr double kSmallestBlank = 12;
constexpr double kUsualNumberWidth = 45;
constexpr double kUsualYearWidth = 30;
constexpr double kSignatureWidth = 45 * kMmInPoints;
constexpr double kSignatureHeight = 20 * kMmInPoints;
constexpr double kLeastSignatureHeight = 12 * kMmInPoints;
constexpr double kRoomAround = 4;
/// Height of a line of Times: ascent 0.891 and descent 0.216 of its size.
constexpr double kTimesLine = 1.107;

double rightOf(const Word& word) {
    return word.x + word.width;
}

bool isOnLineOf(const Word& word, const Word& other) {
    return word.page == other.page && std::abs(word.y - other.y) < std::max(word.height, other.height) / 2;
}

/// The words of a line to the right of one of them, from left to right.
std::vector<const Word*> wordsRightOf(const std::vector<Word>& words, const Word& from) {
    std::vector<const Word*> right;
    for (const auto& word : words) {
        if (&word != &from && isOnLineOf(word, from) && word.x >= from.x) {
            right.push_back(&word);
        }
    }
    std::ranges::sort(right, {}, [](const Word* word) { return word->x; });
    return right;
}

/// "." "…" "_": what drafters type where something is to be written.
bool isFill(char32_t letter) {
    return letter == U'.' || letter == U'…' || letter == U'_' || letter == U'‥' || letter == U' ';
}

/// About how wide a letter is, in parts of the font's size.
double weightOf(char32_t letter) {
    if (letter == U'…') {
        return 1;
    }
    return letter == U'.' || letter == U' ' || letter == U'/' || letter == U':' ? 0.27 : 0.6;
}

std::u32string lettersOf(std::string_view utf8) {
    std::u32string letters;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto first = static_cast<unsigned char>(utf8[at]);
        const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t letter = size == 1 ? first : first & (0xFFU >> (size + 1));
        for (std::size_t next = 1; next < size && at + next < utf8.size(); ++next) {
            letter = (letter << 6U) | (static_cast<unsigned char>(utf8[at + next]) & 0x3FU);
        }
        letters += letter;
        at += size;
    }
    return letters;
}

/// From which to which part of its width a word's letters of these numbers reach.
struct Span {
    double from = 0;
    double to = 0;
};
Span spanOf(const Word& word, std::size_t first, std::size_t end) {
    const auto letters = lettersOf(word.text);
    double before = 0;
    double within = 0;
    double all = 0;
    for (std::size_t index = 0; index < letters.size(); ++index) {
        const double weight = weightOf(letters[index]);
        all += weight;
        before += index < first ? weight : 0;
        within += index >= first && index < end ? weight : 0;
    }
    const double part = all > 0 ? word.width / all : 0;
    return {word.x + before * part, word.x + (before + within) * part};
}

std::size_t fillsFrom(const std::u32string& letters, std::size_t first) {
    std::size_t end = first;
    while (end < letters.size() && isFill(letters[end])) {
        ++end;
    }
    return end;
}

double fontSizeOf(const Word& word) {
    return std::clamp(std::round(2 * word.fontSize / kTimesLine) / 2, 11.0, 14.0);
}

/// Never narrower than a digit needs; that is then as wide as the smallest blank and told as too small.
FieldPlace placeAt(std::string_view field, const Word& line, Span span) {
    const double width = std::max(span.to - span.from, kSmallestBlank);
    return {std::string{field}, line.page, span.from, line.y, width, line.height, fontSizeOf(line)};
}

bool isInHead(const Word& word, const pdf::PdfContent& content) {
    return word.page == 1 && word.y > content.pageHeight * kHeadPart;
}

/// The blank between "Số:" and the symbol.
std::optional<FieldPlace> numberPlace(const pdf::PdfContent& content) {
    constexpr std::size_t kLabelLetters = 3;
    for (const auto& word : content.words) {
        if (!isInHead(word, content) || !text::fold(word.text).starts_with("so:")) {
            continue;
        }
        const auto letters = lettersOf(word.text);
        if (letters.size() > kLabelLetters) {
            const auto end = fillsFrom(letters, kLabelLetters);
            return placeAt(kNumberField, word, spanOf(word, kLabelLetters, end));
        }
        const auto right = wordsRightOf(content.words, word);
        if (right.empty()) {
            return placeAt(kNumberField, word, {rightOf(word) + 1, rightOf(word) + kUsualNumberWidth});
        }
        const auto& next = *right.front();
        const auto fills = fillsFrom(lettersOf(next.text), 0);
        return placeAt(kNumberField, word, {rightOf(word) + 1, fills > 0 ? spanOf(next, 0, fills).to : next.x - 1});
    }
    return std::nullopt;
}

/// The line of the date: where its words stand.
struct DateLine {
    const Word* day = nullptr;
    const Word* month = nullptr;
    const Word* year = nullptr;
    std::vector<const Word*> all{};
};

std::optional<DateLine> dateLine(const pdf::PdfContent& content) {
    for (const auto& word : content.words) {
        if (!isInHead(word, content) || text::fold(word.text) != "ngay") {
            continue;
        }
        DateLine line{&word};
        line.all = wordsRightOf(content.words, word);
        for (const Word* other : line.all) {
            const auto folded = text::fold(other->text);
            if (folded == "thang" && line.month == nullptr) {
                line.month = other;
            } else if (folded == "nam" && line.month != nullptr && line.year == nullptr) {
                line.year = other;
            }
        }
        if (line.month != nullptr && line.year != nullptr) {
            return line;
        }
    }
    return std::nullopt;
}

bool hasDigit(const Word& word) {
    return std::ranges::any_of(word.text, [](unsigned char letter) { return std::isdigit(letter) != 0; });
}

bool isDatePrinted(const DateLine& line) {
    return std::ranges::any_of(line.all, [&](const Word* word) { return word->x < line.year->x && hasDigit(*word); });
}

/// The year behind "năm", 0 when there is none.
std::int64_t printedYear(const DateLine& line) {
    constexpr std::size_t kDigits = 4;
    const auto next = std::ranges::find_if(line.all, [&](const Word* word) { return word->x > line.year->x; });
    std::int64_t year = 0;
    if (next != line.all.end() && (*next)->text.size() >= kDigits) {
        const auto* text = (*next)->text.data();
        const auto [end, error] = std::from_chars(text, text + kDigits, year);
        return error == std::errc{} && end == text + kDigits ? year : 0;
    }
    return 0;
}

void findDate(const pdf::PdfContent& content, FoundPlaces& found) {
    const auto line = dateLine(content);
    if (!line) {
        found.findings.push_back({"date-place", "", 1});
        return;
    }
    if (isDatePrinted(*line)) {
        found.findings.push_back({"date-printed", "", 1});
        return;
    }
    auto& fields = found.places.fields;
    const Span day{rightOf(*line->day) + 1, line->month->x - 1};
    const Span month{rightOf(*line->month) + 1, line->year->x - 1};
    fields.push_back(placeAt(kDayField, *line->day, day));
    fields.push_back(placeAt(kMonthField, *line->day, month));
    found.places.printedYear = printedYear(*line);
    if (found.places.printedYear == 0) {
        fields.push_back(placeAt(kYearField, *line->day, {rightOf(*line->year) + 1, rightOf(*line->year) + kUsualYearWidth}));
    }
    if (std::min(day.to - day.from, month.to - month.from) <= kSmallestBlank) {
        found.findings.push_back({"date-gap", "", 1});
    }
}

std::vector<std::string> foldedWords(std::string_view text) {
    std::vector<std::string> words;
    const auto folded = text::fold(text);
    for (std::size_t start = 0; start < folded.size();) {
        const auto end = std::min(folded.find(' ', start), folded.size());
        if (end > start) {
            words.push_back(folded.substr(start, end - start));
        }
        start = end + 1;
    }
    return words;
}

/// The last place where the words of a name follow each other in one line.
std::optional<Word> lastNamed(const std::vector<Word>& words, std::string_view name) {
    const auto wanted = foldedWords(name);
    if (wanted.empty() || words.size() < wanted.size()) {
        return std::nullopt;
    }
    for (std::size_t start = words.size() - wanted.size() + 1; start-- > 0;) {
        std::size_t fitting = 0;
        while (fitting < wanted.size() && isOnLineOf(words[start + fitting], words[start]) &&
               text::fold(words[start + fitting].text) == wanted[fitting]) {
            ++fitting;
        }
        if (fitting == wanted.size()) {
            Word whole = words[start];
            whole.width = rightOf(words[start + fitting - 1]) - whole.x;
            return whole;
        }
    }
    return std::nullopt;
}

/// The free height above a name, up to the next words over it.
double freeAbove(const std::vector<Word>& words, const Word& name) {
    const double top = name.y + name.height;
    const double middle = name.x + name.width / 2;
    double free = kSignatureHeight + 2 * kRoomAround;
    for (const auto& word : words) {
        const bool isOver = word.page == name.page && word.y >= top - 1 && word.x < middle + kSignatureWidth / 2 &&
                            rightOf(word) > middle - kSignatureWidth / 2;
        free = isOver ? std::min(free, word.y - top) : free;
    }
    return free;
}

void findSignature(const pdf::PdfContent& content, std::string_view signerName, FoundPlaces& found) {
    const auto name = lastNamed(content.words, signerName);
    if (!name) {
        found.findings.push_back({"signature-place", std::string{signerName}, 0});
        return;
    }
    const double free = freeAbove(content.words, *name);
    const double height = std::clamp(free - 2 * kRoomAround, kLeastSignatureHeight, kSignatureHeight);
    const double left = std::max(0.0, name->x + name->width / 2 - kSignatureWidth / 2);
    const double bottom = name->y + name->height + std::max(0.0, (free - height) / 2);
    found.places.fields.push_back({std::string{kPersonField}, name->page, left, bottom, kSignatureWidth, height, fontSizeOf(*name)});
    if (free < kLeastSignatureHeight) {
        found.findings.push_back({"signature-gap", std::to_string(std::lround(free / kMmInPoints)), name->page});
    }
}

}  // namespace

FoundPlaces findPlaces(const pdf::PdfContent& content, std::string_view signerName) {
    FoundPlaces found;
    if (const auto number = numberPlace(content)) {
        found.places.fields.push_back(*number);
        if (number->width <= kSmallestBlank) {
            found.findings.push_back({"number-gap", "", 1});
        }
    } else {
        found.findings.push_back({"number-place", "", 1});
    }
    findDate(content, found);
    findSignature(content, signerName, found);
    return found;
}

}  // namespace congvu::outgoing
