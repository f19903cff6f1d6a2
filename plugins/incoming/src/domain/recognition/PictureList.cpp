// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/PictureList.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

namespace congvu::incoming {

namespace {

/// So much of a page is covered by a scan at least; seals, signatures and letterheads cover far less.
constexpr double kCoveredPart = 0.6;
constexpr double kPointsOfInch = 72;

std::vector<std::string_view> columnsOf(std::string_view line) {
    std::vector<std::string_view> columns;
    while (!line.empty()) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
        const auto end = std::min(line.find_first_of(" \t\r"), line.size());
        if (end > 0) {
            columns.push_back(line.substr(0, end));
        }
        line.remove_prefix(end);
    }
    return columns;
}

double numberOf(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

std::set<int> coveredPages(std::string_view listing, double pageWidth, double pageHeight) {
    // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio; "[inline]" stands for object and ID
    constexpr std::size_t kFewestColumns = 14;
    std::map<int, double> areas;
    while (!listing.empty()) {
        const auto end = std::min(listing.find('\n'), listing.size());
        const auto columns = columnsOf(listing.substr(0, end));
        listing.remove_prefix(std::min(end + 1, listing.size()));
        if (columns.size() < kFewestColumns || (columns[2] != "image" && columns[2] != "stencil")) {
            continue;
        }
        const double across = numberOf(columns[columns.size() - 4]);
        const double down = numberOf(columns[columns.size() - 3]);
        if (across > 0 && down > 0) {
            const double inches = numberOf(columns[3]) / across * (numberOf(columns[4]) / down);
            areas[static_cast<int>(numberOf(columns[0]))] += inches * kPointsOfInch * kPointsOfInch;
        }
    }
    std::set<int> covered;
    for (const auto& [page, area] : areas) {
        if (page > 0 && area >= pageWidth * pageHeight * kCoveredPart) {
            covered.insert(page);
        }
    }
    return covered;
}

}  // namespace congvu::incoming
