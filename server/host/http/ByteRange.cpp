// SPDX-License-Identifier: Apache-2.0
#include "http/ByteRange.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace congvu::host {

namespace {

std::optional<std::int64_t> readNumber(std::string_view digits) {
    std::int64_t number = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    const bool isNumber = !digits.empty() && digits.front() != '-' && error == std::errc{} && stop == end;
    return isNumber ? std::optional{number} : std::nullopt;
}

/// "-500": the last 500 bytes.
RangeOutcome suffixRange(std::string_view digits, std::int64_t sizeBytes) {
    const auto length = readNumber(digits);
    if (!length) {
        return {};
    }
    if (*length == 0 || sizeBytes == 0) {
        return {RangeKind::unsatisfiable, 0, 0};
    }
    return {RangeKind::single, std::max<std::int64_t>(0, sizeBytes - *length), sizeBytes - 1};
}

}  // namespace

RangeOutcome parseRange(std::string_view header, std::int64_t sizeBytes) {
    constexpr std::string_view unit = "bytes=";
    if (!header.starts_with(unit) || header.find(',') != std::string_view::npos) {
        return {};
    }
    header.remove_prefix(unit.size());
    const auto dash = header.find('-');
    if (dash == std::string_view::npos) {
        return {};
    }
    if (dash == 0) {
        return suffixRange(header.substr(1), sizeBytes);
    }
    const auto first = readNumber(header.substr(0, dash));
    const auto lastText = header.substr(dash + 1);
    const auto last = lastText.empty() ? std::optional{sizeBytes - 1} : readNumber(lastText);
    if (!first || !last || (!lastText.empty() && *last < *first)) {
        return {};
    }
    if (*first >= sizeBytes) {
        return {RangeKind::unsatisfiable, 0, 0};
    }
    return {RangeKind::single, *first, std::min(*last, sizeBytes - 1)};
}

}  // namespace congvu::host
