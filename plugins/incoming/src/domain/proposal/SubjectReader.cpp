// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/SubjectReader.h"

#include "domain/DocumentType.h"
#include "domain/proposal/StampReader.h"
#include "domain/proposal/VietnameseCase.h"
#include "domain/recognition/LookAlikes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace congvu::incoming {

namespace {

constexpr double kPageAndSymbolAgree = 0.97;
constexpr double kPageOnly = 0.85;
constexpr double kPageAndSymbolDiffer = 0.6;
constexpr double kNearlyTheName = 0.6;
constexpr double kSymbolOnly = 0.75;
constexpr double kLetterByElimination = 0.7;
constexpr double kSubjectBelowType = 0.9;
constexpr double kLetterSubject = 0.95;
/// Parts of the page's width by which the middles of lines of one subject may differ. Below the name of a type they are centred like it,
/// and the first line of the content, indented by 1 to 1,27 cm (Decree 30/2020, App. I), is off by half of that: 14 points or more.
constexpr double kLetterColumnTolerance = 0.12;
constexpr double kCentredTolerance = 0.02;
constexpr std::size_t kMostSubjectLines = 8;
constexpr std::size_t kLongestSubjectBytes = 1'000;

bool hasLetters(const TextLine& line) {
    return std::any_of(line.folded().begin(), line.folded().end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool startsSentence(const TextLine& line) {
    const auto& word = line.tokens().front().text;
    return isAllCapitals(word) || isCapitalisedWord(word) || word == "1.";
}

/// With these words the content begins, so the subject has ended. In the middle of a sentence ("… kế hoạch / thực hiện nhiệm vụ") they
/// are written small and the subject goes on.
bool opensContent(const TextLine& line) {
    static constexpr std::array<std::string_view, 8> kContent{"kinh gui", "kinh gui:", "can cu", "dieu 1", "i.", "1.", "theo", "thuc hien"};
    return startsSentence(line) && std::any_of(kContent.begin(), kContent.end(), [&](auto words) { return line.startsWith(words); });
}

/// The authority that decides, in capitals below the subject of a decision: "CHỦ TỊCH UỶ BAN NHÂN DÂN …". In running letters it is a part
/// of the subject ("Về việc kiện toàn … của / Uỷ ban nhân dân xã").
bool namesAuthority(const TextLine& line) {
    static constexpr std::array<std::string_view, 4> kAuthorities{"chu tich", "uy ban nhan dan", "hoi dong nhan dan", "quyet dinh:"};
    return line.isCapitals() && std::any_of(kAuthorities.begin(), kAuthorities.end(), [&](auto words) { return line.startsWith(words); });
}

/// A line without letters is a rule of dashes or stars.
bool endsSubject(const TextLine& line) {
    return !hasLetters(line) || opensContent(line) || namesAuthority(line) || isUrgencyStamp(line);
}

bool isNextLine(const Place& above, const Place& below) {
    return below.page == above.page && below.top() < above.y + above.height * 0.5 && above.y - below.top() < above.height * 1.4;
}

bool hasSameCentre(const Place& a, const Place& b, double tolerance) {
    return std::abs(a.centre() - b.centre()) < tolerance;
}

void appendLine(ReadField& field, const std::string& text, const Place& place) {
    field.value += (field.value.empty() ? "" : " ") + text;
    field.place = field.place ? field.place->joinedWith(place) : place;
}

/// Lines that go on below `at` in the same column, centred alike.
void continueBelow(const PageText& page, std::size_t at, double tolerance, ReadField& subject) {
    auto last = page.lines()[at].place();
    std::size_t taken = 0;
    for (std::size_t i = at + 1; i < page.lines().size() && taken < kMostSubjectLines; ++i) {
        const auto& line = page.lines()[i];
        if (line.page() != 1) {
            return;
        }
        const bool belongs = isNextLine(last, line.place()) && hasSameCentre(page.lines()[at].place(), line.place(), tolerance);
        if (!belongs) {
            continue;
        }
        if (endsSubject(line) || subject.value.size() > kLongestSubjectBytes) {
            return;
        }
        appendLine(subject, line.text(), line.place());
        last = line.place();
        ++taken;
    }
}

/// "V/v" as it may be recognised: "Viv", "V/w", "VIv:".
bool isNearlyConcerning(const Token& token) {
    constexpr std::size_t kLongest = 4;
    const auto& folded = token.folded;
    return token.isRecognised() && folded.size() > 1 && folded.size() <= kLongest && folded.front() == 'v' &&
           folded.find_first_not_of("v/il1|yw:") == std::string::npos;
}

/// How many words at the line's beginning only say "concerning": V/v, V/v:, Về việc. The register keeps the subject without them.
std::size_t openingWords(const TextLine& line) {
    if (line.startsWith("v/v") || line.startsWith("v/v:") || isNearlyConcerning(line.tokens().front())) {
        return 1;
    }
    return line.startsWith("ve viec") || line.startsWith("ve viec:") ? 2 : 0;
}

ReadField letterSubject(const PageText& page, const SymbolReading& symbol) {
    const auto& lines = page.lines();
    for (std::size_t i = symbol.lastLine.value_or(0); i < lines.size() && page.isInHead(lines[i]); ++i) {
        const auto opening = openingWords(lines[i]);
        if (opening > 0 && page.isInLeftColumn(lines[i])) {
            ReadField subject = ReadField::found(lines[i].textFrom(opening), kLetterSubject, lines[i].place());
            continueBelow(page, i, page.pageWidth() * kLetterColumnTolerance, subject);
            return subject.value.empty() ? ReadField{} : subject;
        }
    }
    return {};
}

/// The type that a line names and nothing else.
struct NamedType {
    const DocumentType* type = nullptr;
    bool isExact = true;
};

/// In what was recognised one letter may be wrong, and specks stand at the ends.
NamedType typeNamedBy(const TextLine& line) {
    if (!line.isCapitals()) {
        return {};
    }
    if (const auto* exact = findDocumentTypeByFoldedName(line.folded())) {
        return {exact, true};
    }
    if (!line.isRecognised()) {
        return {};
    }
    constexpr std::string_view kSpecks = " .,:;-*'\"`";
    const auto first = line.folded().find_first_not_of(kSpecks);
    const auto last = line.folded().find_last_not_of(kSpecks);
    const auto name = first == std::string::npos ? std::string{} : line.folded().substr(first, last - first + 1);
    if (const auto* exact = findDocumentTypeByFoldedName(name)) {
        return {exact, true};
    }
    NamedType nearly;
    for (const auto& type : documentTypes()) {
        constexpr std::size_t kShortest = 6;
        if (name.size() < kShortest || !isNearly(name, type.folded)) {
            continue;
        }
        if (nearly.type != nullptr) {
            return {};  // "THÔNG ?AO": nobody knows which
        }
        nearly = {&type, false};
    }
    return nearly;
}

/// The line that is nothing but the name of a type, in capitals, in the middle of page 1.
std::optional<std::size_t> typeLine(const PageText& page) {
    const auto& lines = page.lines();
    for (std::size_t i = 0; i < lines.size() && page.isInHead(lines[i]); ++i) {
        const bool isCentred = std::abs(lines[i].place().centre() - page.pageWidth() / 2) < page.pageWidth() * 0.12;
        if (isCentred && typeNamedBy(lines[i]).type != nullptr) {
            return i;
        }
    }
    return std::nullopt;
}

ReadField subjectBelowType(const PageText& page, std::size_t line) {
    ReadField subject;
    continueBelow(page, line, page.pageWidth() * kCentredTolerance, subject);
    if (!subject.value.empty()) {
        subject = ReadField::found(subject.value, kSubjectBelowType, subject.place);
    }
    return subject;
}

/// The type that the symbol names. "CV" is no abbreviation of Decree 30/2020, but letters of the Party and older ones of the State have it.
const DocumentType* typeInSymbol(const SymbolReading& symbol) {
    if (!symbol.symbol) {
        return nullptr;
    }
    const auto& notation = symbol.symbol->notation;
    if (notation.starts_with("CV-") || notation.starts_with("CV/")) {
        return findDocumentType(kOfficialLetter);
    }
    return findDocumentTypeByAbbreviation(symbol.symbol->typeAbbreviation);
}

double trustInTitle(const NamedType& shown, const DocumentType* inSymbol) {
    if (shown.type == inSymbol) {
        return kPageAndSymbolAgree;
    }
    if (inSymbol != nullptr) {
        return kPageAndSymbolDiffer;
    }
    return shown.isExact ? kPageOnly : kNearlyTheName;
}

/// The type of a document without a title: a letter, or what the symbol names.
ReadField typeWithoutTitle(const SymbolReading& symbol, const ReadField& subject) {
    const auto* named = typeInSymbol(symbol);
    const bool isLetter = named == nullptr || named->id == kOfficialLetter;
    if (!isLetter) {
        return ReadField::found(std::string{named->id}, kSymbolOnly, symbol.field.place);
    }
    if (!subject.value.empty()) {
        return ReadField::found(std::string{kOfficialLetter}, symbol.symbol ? kPageAndSymbolAgree : kPageOnly, subject.place);
    }
    if (symbol.symbol) {
        return ReadField::found(std::string{kOfficialLetter}, named == nullptr ? kLetterByElimination : kPageOnly, symbol.field.place);
    }
    return {};
}

}  // namespace

SubjectReading readTypeAndSubject(const PageText& page, const SymbolReading& symbol) {
    SubjectReading reading;
    if (const auto line = typeLine(page)) {
        const auto& shown = page.lines()[*line];
        const auto title = typeNamedBy(shown);
        reading.typeId = ReadField::found(std::string{title.type->id}, trustInTitle(title, typeInSymbol(symbol)), shown.place());
        reading.subject = subjectBelowType(page, *line);
        return reading;
    }
    reading.subject = letterSubject(page, symbol);
    reading.typeId = typeWithoutTitle(symbol, reading.subject);
    return reading;
}

}  // namespace congvu::incoming
