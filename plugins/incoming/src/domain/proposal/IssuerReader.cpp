// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/IssuerReader.h"

#include "domain/proposal/VietnameseCase.h"
#include "domain/recognition/AgencyWords.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <vector>

namespace congvu::incoming {

namespace {

constexpr double kKnownHead = 0.95;
constexpr double kUnknownHead = 0.6;
constexpr std::size_t kMostNames = 2;

struct AgencyName {
    std::string capitals;
    std::string folded;
    Place place;
    bool isRecognised = false;
    bool isLopsided = false;  ///< a word is missing at one end of a line
};

template <std::size_t N>
bool startsWithAny(const std::string& folded, const std::array<std::string_view, N>& heads) {
    return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) {
        return folded.starts_with(head) && (folded.size() == head.size() || folded[head.size()] == ' ');
    });
}

/// Words with which the name of an agency begins.
bool beginsAgencyName(const std::string& folded) {
    static constexpr std::array<std::string_view, 46> kHeads{
        "so",           "bo",        "phong",        "ban",       "van phong",     "cuc",         "chi cuc",       "tong cuc",
        "trung tam",    "uy ban",    "ubnd",         "hdnd",      "hoi dong",      "cong an",     "toa an",        "vien",
        "truong",       "cong ty",   "tong cong ty", "dang uy",   "tinh uy",       "thanh uy",    "huyen uy",      "quan uy",
        "thanh tra",    "kho bac",   "bao hiem",     "doan",      "hoi",           "mat tran",    "lien doan",     "chinh phu",
        "thu tuong",    "quoc hoi",  "tap doan",     "ngan hang", "bo chi huy",    "to cong tac", "ban chap hanh", "kiem toan",
        "hat kiem lam", "benh vien", "tram",         "dai",       "chu tich nuoc", "bao"};
    return startsWithAny(folded, kHeads);
}

/// A committee or council is only named together with its place.
bool wantsPlace(const std::string& folded) {
    static constexpr std::array<std::string_view, 6> kOpen{"uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd", "cong an", "thanh tra"};
    return std::find(kOpen.begin(), kOpen.end(), folded) != kOpen.end();
}

/// A line without letters; in what was recognised also the one or two letters that a rule or a speck was taken for.
bool isOrnament(const TextLine& line) {
    const auto letters = std::count_if(line.folded().begin(), line.folded().end(), [](char c) { return c >= 'a' && c <= 'z'; });
    constexpr std::ptrdiff_t kSpeckLetters = 2;
    return letters == 0 || (line.isRecognised() && letters <= kSpeckLetters);
}

/// Above this the names stand: the line of the number, or of its label when the number could not be read.
double floorOfNames(const PageText& page, std::optional<std::size_t> symbolLine) {
    const auto& lines = page.lines();
    if (symbolLine) {
        return lines[*symbolLine].place().top();
    }
    const auto label = std::find_if(lines.begin(), lines.end(), [&page](const TextLine& line) {
        return page.isInHead(line) && page.isInLeftColumn(line) && (line.startsWith("so:") || line.startsWith("so"));
    });
    // "SỞ" begins a name, "Số" does not.
    const bool isLabel = label != lines.end() && !label->isCapitals();
    return isLabel ? label->place().top() : page.pageHeight() * 0.8;
}

std::vector<const TextLine*> headLines(const PageText& page, std::optional<std::size_t> symbolLine) {
    std::vector<const TextLine*> found;
    const double floor = floorOfNames(page, symbolLine);
    for (const auto& line : page.lines()) {
        const bool isAbove = line.page() == 1 && line.place().y >= floor;
        if (isAbove && page.isInLeftColumn(line) && line.isCapitals() && !isOrnament(line)) {
            found.push_back(&line);
        }
    }
    return found;
}

/// Without the specks that recognition has read at the ends of a line.
std::string withoutSpecks(const std::string& text, bool isRecognised) {
    constexpr std::string_view kSpecks = " .,;:-–_'\"*`|";
    const auto first = text.find_first_not_of(kSpecks);
    return !isRecognised || first == std::string::npos ? text : text.substr(first, text.find_last_not_of(kSpecks) - first + 1);
}

/// The middle of the left column, in which every line is centred.
double middleOf(const std::vector<const TextLine*>& lines) {
    std::vector<double> middles;
    middles.reserve(lines.size());
    for (const auto* line : lines) {
        middles.push_back(line->place().centre());
    }
    std::nth_element(middles.begin(), middles.begin() + static_cast<std::ptrdiff_t>(middles.size() / 2), middles.end());
    return middles[middles.size() / 2];
}

std::vector<AgencyName> namesOf(const std::vector<const TextLine*>& lines, double middle) {
    constexpr double kOffMiddle = 10;
    std::vector<AgencyName> names;
    for (const auto* line : lines) {
        const bool isLopsided = line->isRecognised() && std::abs(line->place().centre() - middle) > kOffMiddle;
        const auto text = withoutSpecks(line->text(), line->isRecognised());
        const auto folded = withoutSpecks(line->folded(), line->isRecognised());
        const bool begins = beginsAgencyName(folded);
        if (names.empty() || (begins && !wantsPlace(names.back().folded))) {
            names.push_back({text, folded, line->place(), line->isRecognised(), isLopsided});
        } else {
            auto& name = names.back();
            name.capitals += ' ' + text;
            name.folded += ' ' + folded;
            name.place = name.place.joinedWith(line->place());
            name.isLopsided = name.isLopsided || isLopsided;
        }
    }
    return names;
}

ReadField fieldOf(const AgencyName& name, std::size_t count) {
    const bool isClear = beginsAgencyName(name.folded) && count <= kMostNames && !name.isLopsided;
    auto running = agencyNameInRunningText(name.capitals);
    if (name.isRecognised) {
        running = readAgencyName(running).name;
    }
    return ReadField::found(std::move(running), isClear ? kKnownHead : kUnknownHead, name.place);
}

}  // namespace

IssuerReading readIssuer(const PageText& page, std::optional<std::size_t> symbolLine) {
    IssuerReading reading;
    const auto lines = headLines(page, symbolLine);
    if (lines.empty()) {
        return reading;
    }
    auto inColumn = lines;
    if (symbolLine) {
        inColumn.push_back(&page.lines()[*symbolLine]);
    }
    const auto names = namesOf(lines, middleOf(inColumn));
    reading.issuer = fieldOf(names.back(), names.size());
    if (names.size() > 1) {
        reading.superior = fieldOf(names[names.size() - 2], names.size());
    }
    return reading;
}

}  // namespace congvu::incoming
