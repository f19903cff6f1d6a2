// SPDX-License-Identifier: Apache-2.0
#include "domain/FileName.h"

#include "congvu/text/Text.h"

namespace congvu::incoming {

namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::string_view kExtension = ".pdf";

/// Cuts at a character's border, never inside a UTF-8 sequence.
std::string cutTo(std::string_view name, std::size_t characters) {
    std::size_t bytes = 0;
    std::size_t seen = 0;
    while (bytes < name.size()) {
        const bool isStart = (static_cast<unsigned char>(name[bytes]) & 0xC0U) != 0x80U;
        if (isStart && seen++ == characters) {
            break;
        }
        ++bytes;
    }
    return std::string{name.substr(0, bytes)};
}

}  // namespace

std::string cleanFileName(std::string_view hostile) {
    const auto slash = hostile.find_last_of("/\\");
    const auto base = slash == std::string_view::npos ? hostile : hostile.substr(slash + 1);
    std::string kept;
    for (const char c : base) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isRefused = byte < 0x20 || byte == 0x7F || std::string_view{"<>:\"|?*"}.find(c) != std::string_view::npos;
        kept += isRefused ? ' ' : c;
    }
    auto name = text::isClean(kept) ? text::normalize(kept) : std::string{};
    while (!name.empty() && (name.back() == ' ' || name.back() == '.')) {
        name.pop_back();
    }
    name.erase(0, std::min(name.find_first_not_of(" ."), name.size()));
    if (name.empty()) {
        return "van-ban.pdf";
    }
    if (text::length(name) > kLongestName) {
        const bool isPdf = name.ends_with(kExtension);
        name = cutTo(name, kLongestName - (isPdf ? kExtension.size() : 0)) + (isPdf ? std::string{kExtension} : "");
    }
    return name;
}

}  // namespace congvu::incoming
