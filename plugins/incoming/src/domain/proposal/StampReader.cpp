// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/StampReader.h"

#include "domain/Urgency.h"

#include "congvu/json/Encode.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace congvu::incoming {

namespace {

constexpr double kStampSeen = 0.92;
constexpr double kNoStamp = 0.85;
/// A line that is recognised less surely is taken for dirt: a file must not be thrown away for it.
constexpr double kSurelyRecognised = 0.5;

/// The letters of a stamp without blanks, marks and brackets: stamps are often spaced out ("H O Ả  T Ố C").
std::string stampLetters(const TextLine& line) {
    std::string letters;
    std::copy_if(line.folded().begin(), line.folded().end(), std::back_inserter(letters), [](char c) { return c >= 'a' && c <= 'z'; });
    return letters;
}

bool hasOnlyStampCharacters(const TextLine& line) {
    return std::all_of(line.folded().begin(), line.folded().end(), [](char c) {
        return (c >= 'a' && c <= 'z') || c == ' ' || c == '(' || c == ')' || c == '[' || c == ']' || c == ':';
    });
}

/// The urgency that a line says when it is nothing but a stamp.
std::optional<Urgency> urgencyStampOn(const TextLine& line) {
    static constexpr std::array<std::pair<std::string_view, Urgency>, 5> kStamps{{{"khan", Urgency::urgent},
                                                                                  {"thuongkhan", Urgency::veryUrgent},
                                                                                  {"hoatoc", Urgency::flash},
                                                                                  {"hoatochengio", Urgency::flash},
                                                                                  {"toikhan", Urgency::veryUrgent}}};
    if (!line.isCapitals()) {
        return std::nullopt;
    }
    const auto letters = stampLetters(line);
    const auto found = std::find_if(kStamps.begin(), kStamps.end(), [&letters](const auto& stamp) { return stamp.first == letters; });
    return found == kStamps.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace

bool isUrgencyStamp(const TextLine& line) {
    return urgencyStampOn(line).has_value();
}

ReadField readUrgency(const PageText& page) {
    for (const auto& line : page.lines()) {
        const auto urgency = line.page() == 1 ? urgencyStampOn(line) : std::nullopt;
        if (urgency) {
            return ReadField::found(std::string{json::nameOf(*urgency)}, kStampSeen, line.place());
        }
    }
    return ReadField::found(std::string{json::nameOf(Urgency::normal)}, kNoStamp, std::nullopt);
}

std::optional<std::string> findSecrecyMark(const PageText& page) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kMarks{{{"mat", "MẬT"},
                                                                                          {"toimat", "TỐI MẬT"},
                                                                                          {"tuyetmat", "TUYỆT MẬT"},
                                                                                          {"domatmat", "MẬT"},
                                                                                          {"domattoimat", "TỐI MẬT"},
                                                                                          {"domattuyetmat", "TUYỆT MẬT"}}};
    for (const auto& line : page.lines()) {
        const bool mayBeStamp = line.isCapitals() && hasOnlyStampCharacters(line) && line.confidence() >= kSurelyRecognised;
        const auto letters = mayBeStamp ? stampLetters(line) : std::string{};
        for (const auto& [mark, name] : kMarks) {
            // "MẮT" and "MẶT" fold to the same letters, so the marks of the letters count as well.
            std::string shown = line.text();
            std::erase(shown, ' ');
            if (letters == mark && (shown.find("Ậ") != std::string::npos || shown.find("MAT") != std::string::npos)) {
                return std::string{name};
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> findSecrecyStamp(const PageText& stamps) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kStamps{
        {{"mat", "MẬT"}, {"toimat", "TỐI MẬT"}, {"tuyetmat", "TUYỆT MẬT"}}};
    for (const auto& line : stamps.lines()) {
        const bool mayBeStamp = line.isCapitals() && line.confidence() >= kSurelyRecognised;
        const auto letters = mayBeStamp ? stampLetters(line) : std::string{};
        const auto* const found =
            std::find_if(kStamps.begin(), kStamps.end(), [&letters](const auto& stamp) { return stamp.first == letters; });
        if (found != kStamps.end()) {
            return std::string{found->second};
        }
    }
    return std::nullopt;
}

}  // namespace congvu::incoming
