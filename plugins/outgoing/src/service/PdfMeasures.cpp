// SPDX-License-Identifier: Apache-2.0
#include "service/PdfMeasures.h"

#include "congvu/process/LimitedProcess.h"

#include <charconv>
#include <string>

namespace congvu::outgoing {

namespace {

constexpr const char* kLastPage = "2000";

/// Calls back with each line.
template <class Take>
void eachLine(std::string_view text, Take take) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::vector<std::string_view> wordsIn(std::string_view line) {
    std::vector<std::string_view> words;
    std::size_t start = line.find_first_not_of(' ');
    while (start != std::string_view::npos) {
        const auto end = std::min(line.find(' ', start), line.size());
        words.push_back(line.substr(start, end - start));
        start = line.find_first_not_of(' ', end);
    }
    return words;
}

double measureOf(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

std::vector<PageSize> pageSizesIn(std::string_view pdfinfo) {
    std::vector<PageSize> pages;
    eachLine(pdfinfo, [&](std::string_view line) {
        constexpr std::size_t kLeastWords = 6;
        const auto words = wordsIn(line);
        // "Page" "1" "size:" "595.3" "x" "841.9" "pts" "(A4)"
        if (words.size() >= kLeastWords && words[0] == "Page" && words[2] == "size:") {
            pages.push_back({measureOf(words[3]), measureOf(words[5])});
        }
    });
    return pages;
}

std::vector<PdfFont> fontsIn(std::string_view pdffonts) {
    std::vector<PdfFont> fonts;
    bool isBelowHead = false;
    eachLine(pdffonts, [&](std::string_view line) {
        constexpr std::size_t kColumnsBehind = 5;
        const auto words = wordsIn(line);
        if (isBelowHead && words.size() > kColumnsBehind) {
            const auto first = words.size() - kColumnsBehind;
            fonts.push_back({std::string{words.front()}, words[first] == "yes", words[first + 2] == "yes"});
        }
        isBelowHead = isBelowHead || line.starts_with("----");
    });
    return fonts;
}

PdfMeasures PdfMeasures::of(const std::filesystem::path& pdf) {
    const auto file = std::filesystem::absolute(pdf).string();
    const auto info = process::runLimited({"/usr/bin/pdfinfo", "-f", "1", "-l", kLastPage, file}, {});
    const auto fonts = process::runLimited({"/usr/bin/pdffonts", "-l", kLastPage, file}, {});
    return {pageSizesIn(info.output), fontsIn(fonts.output)};
}

}  // namespace congvu::outgoing
