// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/SignerReader.h"

#include "domain/proposal/VietnameseCase.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace congvu::incoming {

namespace {

constexpr double kBesideRecipients = 0.95;
constexpr double kAlone = 0.75;
constexpr std::size_t kFewestNameWords = 2;
constexpr std::size_t kMostNameWords = 6;
constexpr double kTallestBlockPoints = 260;

std::string authorityOf(const TextLine& line) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kPrefixes{
        {{"tm.", "TM."}, {"kt.", "KT."}, {"tl.", "TL."}, {"tuq.", "TUQ."}, {"q.", "Q."}}};
    for (const auto& [folded, shown] : kPrefixes) {
        if (line.tokens().front().folded.starts_with(folded)) {
            return std::string{shown};
        }
    }
    return {};
}

bool isPosition(const TextLine& line) {
    static constexpr std::array<std::string_view, 22> kTitles{"chu tich",
                                                              "pho chu tich",
                                                              "giam doc",
                                                              "pho giam doc",
                                                              "bo truong",
                                                              "thu truong",
                                                              "chanh van phong",
                                                              "pho chanh van phong",
                                                              "truong phong",
                                                              "pho truong phong",
                                                              "bi thu",
                                                              "pho bi thu",
                                                              "truong ban",
                                                              "pho truong ban",
                                                              "hieu truong",
                                                              "vien truong",
                                                              "chanh an",
                                                              "cuc truong",
                                                              "chi cuc truong",
                                                              "tong cuc truong",
                                                              "bo truong, chu nhiem",
                                                              "thu tuong"};
    return line.isCapitals() && std::any_of(kTitles.begin(), kTitles.end(), [&](std::string_view title) { return line.startsWith(title); });
}

bool isFullName(const TextLine& line) {
    const auto& tokens = line.tokens();
    return tokens.size() >= kFewestNameWords && tokens.size() <= kMostNameWords &&
           std::all_of(tokens.begin(), tokens.end(), [](const Token& token) { return isCapitalisedWord(token.text); });
}

/// "PHÓ CHÁNH VĂN PHÒNG" → "Phó Chánh Văn phòng" (Decree 30/2020, Appendix II: titles before a person's name).
std::string positionInRunningText(const TextLine& line) {
    const auto& tokens = line.tokens();
    std::string position;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool followsDeputy = i == 1 && tokens[0].folded == "pho";
        const bool opensOffice = tokens[i].folded == "van" && i + 1 < tokens.size() && tokens[i + 1].folded == "phong";
        const auto lower = toLowerVietnamese(tokens[i].text);
        position += (position.empty() ? "" : " ") + (i == 0 || followsDeputy || opensOffice ? withFirstUpper(lower) : lower);
    }
    return position;
}

bool isInColumn(const Place& block, const Place& line) {
    return line.page == block.page && line.x < block.right() + block.width && line.right() > block.x - block.width;
}

bool standsBesideRecipients(const PageText& page, const Place& block) {
    return std::any_of(page.lines().begin(), page.lines().end(), [&](const TextLine& line) {
        return line.page() == block.page && line.startsWith("noi nhan:") && std::abs(line.place().y - block.y) < kTallestBlockPoints;
    });
}

/// Positions and the name below the line that opens the block.
SignerReading blockFrom(const PageText& page, std::size_t opening) {
    const auto& lines = page.lines();
    const auto& block = lines[opening].place();
    const double confidence = standsBesideRecipients(page, block) ? kBesideRecipients : kAlone;
    SignerReading reading;
    for (std::size_t i = opening; i < lines.size(); ++i) {
        const auto& line = lines[i];
        if (line.page() != block.page || block.y - line.place().y > kTallestBlockPoints) {
            break;
        }
        if (!isInColumn(block, line.place())) {
            continue;
        }
        // "TM. UỶ BAN NHÂN DÂN" / "KT. CHỦ TỊCH" / "PHÓ CHỦ TỊCH": the last prefix is the signer's own.
        if (const auto authority = authorityOf(line); !authority.empty()) {
            reading.authority = ReadField::found(authority, confidence, line.tokens().front().place);
        }
        if (isPosition(line)) {
            reading.position = ReadField::found(positionInRunningText(line), confidence, line.place());
        } else if (isFullName(line)) {
            reading.name = ReadField::found(line.text(), confidence, line.place());
            break;
        }
    }
    return reading;
}

}  // namespace

SignerReading readSigner(const PageText& page) {
    SignerReading best;
    const auto& lines = page.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool opens =
            page.isInRightColumn(lines[i]) && lines[i].isCapitals() && (!authorityOf(lines[i]).empty() || isPosition(lines[i]));
        if (!opens) {
            continue;
        }
        auto reading = blockFrom(page, i);
        if (reading.name.confidence > best.name.confidence) {
            best = std::move(reading);
        }
    }
    return best;
}

}  // namespace congvu::incoming
