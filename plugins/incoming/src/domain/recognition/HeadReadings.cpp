// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/HeadReadings.h"

#include "domain/proposal/VietnameseCase.h"
#include "domain/recognition/AgencyWords.h"

#include "congvu/text/Text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace congvu::incoming {

namespace {

/// The least certain word of a value that is to be sure: figures must be clearer than names, for which there are lists.
constexpr double kWordOfSureValue = 0.75;
constexpr double kWordOfSureName = 0.6;
/// The second picture has lost some marks on capitals, which the lists put right.
constexpr double kWordOfControlName = 0.4;
/// A name that was read differently is sure when the page has it so often.
constexpr int kManyMentions = 2;
constexpr double kTitleAndSymbolAgree = 0.95;

/// The least certain word whose middle lies in a place.
double certaintyAt(const std::vector<PageWord>& words, const std::optional<Place>& place) {
    double least = kOwnText;
    for (const auto& word : words) {
        const double middle = word.place.y + word.place.height / 2;
        const bool isInside = place && word.place.page == place->page && word.place.centre() >= place->x &&
                              word.place.centre() <= place->right() && middle >= place->y && middle <= place->top();
        least = isInside ? std::min(least, word.confidence) : least;
    }
    return least;
}

/// How certain both readings are of a value.
struct Certainty {
    double main = 0;
    double control = 0;
};

Certainty certaintyOf(const HeadReadings& readings, ReadField DocumentProposal::*member) {
    return {certaintyAt(readings.words, (readings.main.*member).place),
            certaintyAt(readings.controlWords, (readings.control.*member).place)};
}

/// Which of two readings that differ is shown: the one that stands where it should, that has lost less, or whose words are more certain.
const ReadField& betterOf(const ReadField& first, const ReadField& second, const Certainty& certainty) {
    constexpr double kFarBetterPlace = 0.2;
    if (std::abs(first.confidence - second.confidence) > kFarBetterPlace) {
        return first.confidence > second.confidence ? first : second;
    }
    const auto blanks = [](const ReadField& field) { return std::count(field.value.begin(), field.value.end(), ' '); };
    if (blanks(first) != blanks(second)) {
        return blanks(first) > blanks(second) ? first : second;
    }
    if (first.value.starts_with(second.value) || second.value.starts_with(first.value)) {
        return first.value.size() > second.value.size() ? first : second;
    }
    return certainty.main >= certainty.control ? first : second;
}

/// The word at the beginning of a text, up to a blank or a dash.
std::string_view firstWord(std::string_view text) {
    return text.substr(0, text.find_first_of(" -"));
}

/// "Sở Khoa học và Công nghệ" → "skhcn"; đ is told from d.
std::string initialsOf(std::string_view name) {
    std::string initials;
    while (!name.empty()) {
        const auto word = toLowerVietnamese(firstWord(name));
        name.remove_prefix(std::min(firstWord(name).size() + 1, name.size()));
        if (!word.empty() && word != "và") {
            initials += word.starts_with("đ") ? "đ" : text::fold(word).substr(0, 1);
        }
    }
    return initials;
}

/// True when a group of the symbol is the issuer's abbreviation: one that many have (UBND), or the initials of its name, of which long
/// names drop the last and bodies of the Party add those of the committee above ("BTCTU").
bool isSymbolOf(const std::string& symbol, const std::string& issuer, const std::string& otherReading) {
    static constexpr std::array<std::string_view, 8> kCommon{"ubnd", "hđnd", "cp", "ttg", "tw", "tu", "hu", "đu"};
    constexpr std::size_t kFewestInitials = 2;
    const auto notation = toLowerVietnamese(symbol);
    for (std::size_t at = 0; at <= notation.size();) {
        const auto end = std::min(notation.find_first_of("-/.", at), notation.size());
        const auto group = notation.substr(at, end - at);
        at = end + 1;
        if (std::find(kCommon.begin(), kCommon.end(), group) != kCommon.end()) {
            return true;
        }
        for (const auto* name : {&issuer, &otherReading}) {
            const auto initials = initialsOf(*name);
            const bool isLong = group.size() >= kFewestInitials && initials.size() >= kFewestInitials;
            if (isLong && (initials.starts_with(group) || group.starts_with(initials))) {
                return true;
            }
        }
    }
    return false;
}

std::string withoutEdges(std::string_view word) {
    constexpr std::string_view kEdges = ",.;:()\"'*-";
    const auto first = word.find_first_not_of(kEdges);
    const auto last = word.find_last_not_of(kEdges);
    return first == std::string_view::npos ? std::string{} : std::string{word.substr(first, last - first + 1)};
}

/// The words of a line in small letters, without punctuation.
std::vector<std::string> plainWords(const TextLine& line) {
    std::vector<std::string> words;
    words.reserve(line.tokens().size());
    for (const auto& token : line.tokens()) {
        words.push_back(toLowerVietnamese(withoutEdges(token.text)));
    }
    return words;
}

std::string joinedWords(const std::vector<std::string>& words, std::size_t from, std::size_t count) {
    std::string joined;
    for (std::size_t i = from; i < from + count; ++i) {
        joined += (joined.empty() ? "" : " ") + words[i];
    }
    return joined;
}

bool overlaps(const Place& a, const Place& b) {
    return a.page == b.page && a.x < b.right() && b.x < a.right() && a.y < b.top() && b.y < a.top();
}

/// How a proper name is spelled elsewhere on a page.
struct Mentions {
    std::string most;  ///< the most frequent spelling, in small letters
    int same = 0;      ///< how often it is met
    int others = 0;    ///< how often another one is
};

Mentions mentionsOf(const PageText& page, const std::string& name, const Place& where) {
    const auto folded = text::fold(name);
    const auto length = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
    std::map<std::string, int> spellings;
    for (const auto& line : page.lines()) {
        const auto words = overlaps(line.place(), where) ? std::vector<std::string>{} : plainWords(line);
        for (std::size_t i = 0; i + length <= words.size(); ++i) {
            const auto mention = joinedWords(words, i, length);
            spellings[mention] += text::fold(mention) == folded ? 1 : 0;
        }
    }
    Mentions mentions;
    for (const auto& [spelling, count] : spellings) {
        mentions.others += count;
        if (count > mentions.same) {
            mentions.most = spelling;
            mentions.same = count;
        }
    }
    mentions.others -= mentions.same;
    return mentions;
}

std::string withCapitalWords(const std::string& lower) {
    std::string name;
    for (std::string_view rest = lower; !rest.empty();) {
        const auto word = rest.substr(0, rest.find(' '));
        name += (name.empty() ? "" : " ") + withFirstUpper(word);
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
    return name;
}

/// An agency whose proper names are spelled as the page spells them elsewhere, where small letters are read better than capitals.
struct AgencyOnPage {
    ReadField field;
    bool isConfirmed = true;  ///< every proper name was met again, and in one spelling far more often than in others
};

AgencyOnPage asSpelledOnPage(const PageText& page, const ReadField& field) {
    AgencyOnPage agency{field, field.place.has_value()};
    for (const auto& name : readAgencyName(field.value).properNames) {
        const auto bare = withoutEdges(name);
        const auto mentions = field.place ? mentionsOf(page, bare, *field.place) : Mentions{};
        const auto at = agency.field.value.find(bare);
        if (mentions.same <= mentions.others || at == std::string::npos) {
            agency.isConfirmed = false;
            continue;
        }
        const bool isAsRead = mentions.most == toLowerVietnamese(bare);
        agency.isConfirmed = agency.isConfirmed && (isAsRead || mentions.same >= kManyMentions);
        if (!isAsRead) {
            agency.field.value.replace(at, bare.size(), withCapitalWords(mentions.most));
        }
    }
    return agency;
}

}  // namespace

ReadField limited(ReadField field, double most) {
    return ReadField::found(std::move(field.value), std::min(field.confidence, most), field.place);
}

ReadField agreedValue(const HeadReadings& readings, ReadField DocumentProposal::*member) {
    const auto& first = readings.main.*member;
    const auto& second = readings.control.*member;
    if (first.value.empty() || second.value.empty()) {
        return limited(first.value.empty() ? second : first, kUnconfirmed);
    }
    const auto certainty = certaintyOf(readings, member);
    if (first.value != second.value) {
        return limited(betterOf(first, second, certainty), kContradicted);
    }
    const double most = std::min(certainty.main, certainty.control) >= kWordOfSureValue ? kConfirmed : kUnconfirmed;
    return ReadField::found(first.value, std::min(std::max(first.confidence, second.confidence), most), first.place);
}

ReadField agreedSymbol(const HeadReadings& readings) {
    auto symbol = agreedValue(readings, &DocumentProposal::symbol);
    return isSymbolOf(symbol.value, readings.main.issuerName.value, readings.control.issuerName.value)
               ? symbol
               : limited(std::move(symbol), kUnconfirmed);
}

ReadField agreedType(const HeadReadings& readings) {
    const auto& first = readings.main.typeId;
    const auto& second = readings.control.typeId;
    const auto& better = second.confidence > first.confidence ? second : first;
    if (!first.value.empty() && !second.value.empty() && first.value != second.value) {
        return limited(better, kContradicted);
    }
    return limited(better, better.confidence >= kTitleAndSymbolAgree ? kConfirmed : kUnconfirmed);
}

ReadField agreedAgency(const HeadReadings& readings, ReadField DocumentProposal::*member) {
    const auto& first = readings.main.*member;
    const auto& second = readings.control.*member;
    if (first.value.empty() || second.value.empty()) {
        return limited(first.value.empty() ? second : first, kContradicted);
    }
    const auto certainty = certaintyOf(readings, member);
    if (text::fold(first.value) != text::fold(second.value)) {
        return limited(asSpelledOnPage(readings.page, betterOf(first, second, certainty)).field, kContradicted);
    }
    const bool isCertain = certainty.main >= kWordOfSureName && certainty.control >= kWordOfControlName;
    const double most = isCertain ? std::max(first.confidence, second.confidence) : kUnconfirmed;
    const auto main = asSpelledOnPage(readings.page, first);
    const auto control = asSpelledOnPage(readings.page, second);
    return limited(main.isConfirmed || !control.isConfirmed ? main.field : control.field,
                   main.isConfirmed || control.isConfirmed ? std::min(most, kConfirmed) : kUnconfirmed);
}

}  // namespace congvu::incoming
