// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/IssuerReader.h"

#include "domain/proposal/VietnameseCase.h"
#include "domain/recognition/AgencyWords.h"

#include <algorithm>
#include <array>
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

std::vector<const TextLine*> headLines(const PageText& page, std::optional<std::size_t> symbolLine) {
    std::vector<const TextLine*> found;
    const double floor = symbolLine ? page.lines()[*symbolLine].place().top() : page.pageHeight() * 0.8;
    for (const auto& line : page.lines()) {
        const bool isAbove = line.page() == 1 && line.place().y >= floor;
        if (isAbove && page.isInLeftColumn(line) && line.isCapitals() && !isOrnament(line)) {
            found.push_back(&line);
        }
    }
    return found;
}

std::vector<AgencyName> namesOf(const std::vector<const TextLine*>& lines) {
    std::vector<AgencyName> names;
    for (const auto* line : lines) {
        const bool begins = beginsAgencyName(line->folded());
        if (names.empty() || (begins && !wantsPlace(names.back().folded))) {
            names.push_back({line->text(), line->folded(), line->place(), line->isRecognised()});
        } else {
            auto& name = names.back();
            name.capitals += ' ' + line->text();
            name.folded += ' ' + line->folded();
            name.place = name.place.joinedWith(line->place());
        }
    }
    return names;
}

ReadField fieldOf(const AgencyName& name, std::size_t count) {
    const bool isClear = beginsAgencyName(name.folded) && count <= kMostNames;
    auto running = agencyNameInRunningText(name.capitals);
    if (name.isRecognised) {
        running = readAgencyName(running).name;
    }
    return ReadField::found(std::move(running), isClear ? kKnownHead : kUnknownHead, name.place);
}

}  // namespace

IssuerReading readIssuer(const PageText& page, std::optional<std::size_t> symbolLine) {
    const auto names = namesOf(headLines(page, symbolLine));
    IssuerReading reading;
    if (names.empty()) {
        return reading;
    }
    reading.issuer = fieldOf(names.back(), names.size());
    if (names.size() > 1) {
        reading.superior = fieldOf(names[names.size() - 2], names.size());
    }
    return reading;
}

}  // namespace congvu::incoming
